/** What a failed test leaves for whoever looks into it: a picture and the HTML of each open page. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { RunnerTask } from 'vitest';
import { ROOT } from '../../src/cli/build/build-extension.ts';

/** Beside what was built, and ignored like it; each run begins with it empty. */
export const FAILED = join(ROOT, '.output/failed');

/** A page that hangs gives neither, in milliseconds. */
const LIMIT_MS = 5_000;

/** Write down what the tabs of a browser show, and name the files. */
export async function keepTraces(browser: Browser, task: RunnerTask): Promise<void> {
  const names: string[] = [];
  for (let at: RunnerTask | undefined = task; at; at = at.suite) names.unshift(at.name);
  const folder = join(
    FAILED,
    names
      .join(' ')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 150),
  );
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const [i, page] of (await browser.pages()).entries()) {
    const trace = await within(LIMIT_MS, readTrace(page));
    if (!trace) continue;
    const path = join(folder, String(i + 1));
    await writeFile(`${path}.html`, `<!-- ${trace.address} -->\n${trace.html}`);
    written.push(`${relative(ROOT, path)}.html`);
    if (!trace.picture) continue;
    await writeFile(`${path}.png`, trace.picture);
    written.push(`${relative(ROOT, path)}.png`);
  }
  console.error(`“${names.join(' › ')}” failed. Its pages then:\n  ${written.join('\n  ')}`);
}

/** Null for an empty tab. */
async function readTrace(page: Page) {
  const { address, html } = await page.evaluate(() => ({
    address: location.href,
    html: document.documentElement.outerHTML,
  }));
  if (address === 'about:blank') return null;
  // What is behind others is not drawn.
  await within(LIMIT_MS / 4, page.bringToFront());
  const picture = await within(LIMIT_MS / 2, page.screenshot());
  return { address, html, picture };
}

/** Null where it fails, or takes longer. */
function within<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, ms, null));
  return Promise.race([promise.catch(() => null), late]);
}
