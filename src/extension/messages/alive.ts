/** Whether the extension that a script of ours belongs to is still there. */

/** The browser's own object: the polyfill goes on showing what it saw before an update. */
declare const chrome: { readonly runtime?: { readonly id?: string } };

/** False once the extension was updated or removed: its words and answers have gone with it. */
export function isAlive(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
