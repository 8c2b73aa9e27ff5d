/** When a document begins to count, and when it changes its subject. */
import { holdsArticle } from './article.ts';

/** Resolves once the page is really shown: a prerendered page may never be. */
export function whenShown(document: Document & { readonly prerendering?: unknown }): Promise<void> {
  // In Firefox, which does not prerender, it is whatever the page calls so.
  if (document.prerendering !== true) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(), { once: true });
  });
}

/** A page that is built by scripts is looked at again so often, then left alone. */
const MOST_LOOKS = 12;
/** Least time between two looks, in milliseconds; grows by half each time. */
const FIRST_PAUSE_MS = 250;

/**
 * Watch whether a page holds an article: many are built by scripts after they have loaded, and many
 * turn into another page without loading. Looks only after the page has changed, ever less often,
 * and anew after each navigation within the page.
 *
 * @param onVerdict - Called with true whenever an article is seen, with false only where a
 *   navigation led to a page without one: what an article's own scripts take away and put back is
 *   no other page.
 */
export function watchForArticle(
  document: Document,
  onVerdict: (holds: boolean) => void,
  signal: AbortSignal,
): void {
  let looks = 0;
  let address = document.URL;
  let hasMoved = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    if (document.URL !== address) {
      address = document.URL;
      hasMoved = true;
      looks = 0;
      clearTimeout(timer);
      timer = undefined;
    }
    if (timer !== undefined || looks >= MOST_LOOKS) return;
    timer = setTimeout(look, FIRST_PAUSE_MS * 1.5 ** looks);
    looks++;
  });
  const look = () => {
    timer = undefined;
    const holds = holdsArticle(document);
    if (holds || hasMoved) onVerdict(holds);
    if (holds) hasMoved = false;
  };
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

/** A page without a change for so long, in milliseconds, has settled. */
const CALM_MS = 200;
/** A page that never rests is not waited for longer than this, in milliseconds. */
const MOST_WAIT_MS = 2_000;

/** Resolves once the page has loaded and has not changed for a while, or when the signal aborts. */
export async function whenLoadedAndCalm(document: Document, signal: AbortSignal): Promise<void> {
  if (document.readyState !== 'complete') {
    const view = document.defaultView;
    await new Promise<void>((resolve) => {
      view?.addEventListener('load', () => resolve(), { once: true });
      setTimeout(resolve, MOST_WAIT_MS);
    });
  }
  await new Promise<void>((resolve) => {
    let timer = setTimeout(end, CALM_MS);
    const latest = setTimeout(end, MOST_WAIT_MS);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, CALM_MS);
    });
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', end, { once: true });
    function end(): void {
      clearTimeout(timer);
      clearTimeout(latest);
      observer.disconnect();
      signal.removeEventListener('abort', end);
      resolve();
    }
  });
}
