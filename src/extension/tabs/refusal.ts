/** Tells a browser that refuses a tab or a page from a fault of ours. */

/**
 * What browsers say when a tab, frame or document is gone, or when a page is closed to extensions,
 * as web stores and error pages are. Sources: the binaries of Chromium 156 and Firefox 153.
 */
const IS_REFUSAL =
  /(tab|frame|document) with id|was (closed|removed)|be scripted|cannot access|invalid (tab|frame|doc)|missing host/i;

/** Write an error of a call on a tab to the console, unless the browser has refused the call. */
export function reportUnlessRefused(error: unknown): void {
  if (!IS_REFUSAL.test(String(error))) console.error(error);
}
