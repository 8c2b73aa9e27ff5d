/** The looks in which a page is shown. */
import type { Page } from 'puppeteer-core';

export type Scheme = 'light' | 'dark' | 'forced';

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Show a page in a scheme; in Firefox, which no driver can tell to, all is light.
 *
 * @param size - Null leaves the window as it is.
 */
export async function dress(page: Page, scheme: Scheme, size: Size | null): Promise<void> {
  if (size) await page.setViewport({ ...size, deviceScaleFactor: 1 });
  if ('connection' in page.browser()) return;
  const session = await page.createCDPSession();
  const features = [{ name: 'prefers-color-scheme', value: scheme === 'light' ? 'light' : 'dark' }];
  if (scheme === 'forced') features.push({ name: 'forced-colors', value: 'active' });
  await session.send('Emulation.setEmulatedMedia', { features });
}
