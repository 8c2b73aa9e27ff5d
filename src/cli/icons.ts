/** Draws the toolbar icons from their SVG sources, in every size: `node src/cli/icons.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './browser/browsers.ts';

const FOLDER = new URL('../../assets/static/icons/', import.meta.url);

/** Width and height in pixels, for toolbars at 1×, 1.5× and 2×, for lists and for stores. */
const SIZES = [16, 24, 32, 48, 96, 128];

/** Source, and the prefix of the size in the file name. */
const ICONS = [
  ['icon.svg', ''],
  ['icon-off.svg', 'off-'],
] as const;

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('Chromium draws the icons, and none was found.');
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  for (const [source, prefix] of ICONS) {
    const svg = await readFile(new URL(source, FOLDER), 'base64');
    for (const size of SIZES) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(
        `<body style="margin:0"><img style="display:block;width:100vw" src="data:image/svg+xml;base64,${svg}">`,
      );
      const png = await page.screenshot({ omitBackground: true });
      await writeFile(new URL(`${prefix}${size}.png`, FOLDER), png);
    }
  }
} finally {
  await browser.close();
}
