/**
 * Makes every picture of README and stores from the real extension: `npm run screenshots`. The same
 * pages, sizes and texts each time, so that a difference between two pictures is one of the product.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { buildExtension, ROOT } from './build-extension.ts';
import { findWorker, openOwnPage, type Session, startBrowser } from './drive.ts';
import { hoverOver, waitForPaint } from './painted.ts';
import { type Server, serveFolder } from './serve.ts';

type Language = 'en' | 'ko';
type Scheme = 'light' | 'dark';

/** What stores ask for, in CSS pixels. */
const STORE = { width: 1280, height: 800 } as const;
const PHONE = { width: 390, height: 844 } as const;

/** Fades are over by then, in ms. */
const SETTLE_MS = 700;

const FOLDER = join(ROOT, 'docs/images');

/** Articles of the sample site, and the terms whose cards are shown. */
const ARTICLES = {
  en: { path: '/alliance.html', term: 'EDSCG' },
  ko: { path: '/korean.html', term: '핵협의그룹' },
} as const;

/** A picture: how to come by the page that is on it. */
interface Picture {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  open(shot: Shot): Promise<Page>;
}

/** What a picture is taken with. */
interface Shot {
  readonly session: Session;
  readonly origin: string;
  readonly language: Language;
  readonly scheme: Scheme;
  readonly size: Picture['size'];
}

const PICTURES: readonly Picture[] = [
  { name: 'card', size: STORE, open: openCard },
  { name: 'popup', size: { width: 340, height: 600 }, open: openPopup },
  { name: 'settings', size: STORE, open: openSettings },
  { name: 'settings-phone', size: PHONE, open: openSettings },
  { name: 'welcome', size: STORE, open: openWelcome },
  { name: 'welcome-phone', size: PHONE, open: openWelcome },
];

await buildExtension('chromium');
await mkdir(FOLDER, { recursive: true });
const server = await serveFolder(join(import.meta.dirname, 'sample'));
try {
  for (const language of ['en', 'ko'] as const) await takeAll(language, server);
} finally {
  await server.close();
}

async function takeAll(language: Language, { origin }: Server): Promise<void> {
  const session = await startBrowser('chromium', { language });
  try {
    for (const scheme of ['light', 'dark'] as const) {
      for (const picture of PICTURES) {
        const page = await picture.open({ session, origin, language, scheme, size: picture.size });
        const name = [picture.name, scheme, ...(language === 'en' ? [] : [language])].join('-');
        await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
        const path = join(FOLDER, `${name}.png`) as `${string}.png`;
        await page.screenshot({ path });
        await page.close();
        console.log(path);
      }
    }
  } finally {
    await session.close();
  }
}

async function openCard({ session, origin, language, scheme, size }: Shot): Promise<Page> {
  const { path, term } = ARTICLES[language];
  const page = await session.browser.newPage();
  await dress(page, scheme, size);
  await page.goto(origin + path);
  await page.bringToFront();
  await waitForPaint(page);
  await hoverOver(page, term);
  await page.waitForSelector('news-gloss-card');
  return page;
}

async function openPopup({ session, origin, language, scheme }: Shot): Promise<Page> {
  const page = await session.browser.newPage();
  await page.goto(origin + ARTICLES[language].path);
  await page.bringToFront();
  await waitForPaint(page);
  const address = `${session.home}popup.html`;
  const appears = session.browser.waitForTarget((it) => it.url() === address);
  await (await findWorker(session)).evaluate('chrome.action.openPopup()');
  const popup = await (await appears).asPage();
  await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  return popup;
}

function openSettings(shot: Shot): Promise<Page> {
  return openOwn(shot, 'options.html');
}

function openWelcome(shot: Shot): Promise<Page> {
  return openOwn(shot, 'welcome.html');
}

async function openOwn({ session, scheme, size }: Shot, path: string): Promise<Page> {
  const page = await openOwnPage(session, path);
  await dress(page, scheme, size);
  await waitForPaint(page);
  return page;
}

async function dress(page: Page, scheme: Scheme, size: Picture['size']): Promise<void> {
  await page.setViewport({ ...size, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
}
