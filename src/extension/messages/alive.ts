/** Tells whether the extension of a running script is still installed in the same version. */

/** The browser's own object: the polyfill keeps showing the state from before an update. */
declare const chrome: { readonly runtime?: { readonly id?: string } };

/** False once the extension was updated or removed: its texts and answers are gone then. */
export function isAlive(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
