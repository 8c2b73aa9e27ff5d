/** Keeps a page from setting what the style sheet of a card names. */

/** Where a custom property begins in a style sheet. */
const CUSTOM = /--(?=[a-z])/g;

/**
 * Give the custom properties of a sheet names that no page can guess.
 *
 * A property that a page has registered (`@property`, `CSS.registerProperty`) is registered in
 * closed shadow roots too: a page could stop it from being inherited, and make the words and the
 * paper of a card transparent, while its buttons can still be pressed.
 */
export function withSecretNames(css: string): string {
  const secret = crypto.getRandomValues(new Uint32Array(4)).join('');
  return css.replaceAll(CUSTOM, `--x${secret}-`);
}
