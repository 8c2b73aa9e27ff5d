/** Sets the appearance of a page for a picture. */
import type { Page } from 'puppeteer-core';

export type Scheme = 'light' | 'dark' | 'forced';

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Set the colour scheme and size of a page. Firefox always uses light, since its driver cannot set
 * the scheme.
 *
 * @param size - null keeps the window's size.
 */
export async function dress(page: Page, scheme: Scheme, size: Size | null): Promise<void> {
  if (size) await page.setViewport({ ...size, deviceScaleFactor: 1 });
  if ('connection' in page.browser()) return;
  const session = await page.createCDPSession();
  const features = [{ name: 'prefers-color-scheme', value: scheme === 'light' ? 'light' : 'dark' }];
  if (scheme === 'forced') features.push({ name: 'forced-colors', value: 'active' });
  await session.send('Emulation.setEmulatedMedia', { features });
}
