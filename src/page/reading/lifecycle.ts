/** When a document is shown, when it holds an article, and when it has loaded and is calm. */
import { browserClock, type Clock } from '../frame/clock.ts';
import { holdsArticle } from './article.ts';
import { CALM_MS } from './calm.ts';

/** Resolves once the page is shown to the reader; a prerendered page may never be. */
export function whenShown(document: Document & { readonly prerendering?: unknown }): Promise<void> {
  // Firefox does not prerender: there the property is missing, or the page has named a node so.
  if (document.prerendering !== true) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(), { once: true });
  });
}

/** Wait before the first look, in milliseconds; each further wait is longer by half. */
const FIRST_PAUSE_MS = 250;
/** The longest wait: as long as the scout's, since an article may come at any time. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Watch whether a page holds an article: many pages are built by scripts after loading, and many
 * turn into another page without loading. It looks only after the page has changed, ever less
 * often, and starts again after each navigation within the page.
 *
 * @param onVerdict - Called with true whenever an article is seen; with false only after a
 *   navigation to a page without one, since scripts may take an article out and put it back.
 */
export function watchForArticle(
  document: Document,
  onVerdict: (holds: boolean) => void,
  signal: AbortSignal,
  clock: Clock = browserClock,
): void {
  let looks = 0;
  let address = document.URL;
  let hasMoved = false;
  let timer: number | undefined;
  const observer = new MutationObserver(() => {
    if (document.URL !== address) {
      address = document.URL;
      hasMoved = true;
      looks = 0;
      clock.clearTimeout(timer);
      timer = undefined;
    }
    if (timer !== undefined) return;
    timer = clock.setTimeout(look, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 1.5 ** looks));
    looks++;
  });
  const look = () => {
    timer = undefined;
    const holds = holdsArticle(document);
    if (holds || hasMoved) onVerdict(holds);
    if (holds) hasMoved = false;
  };
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clock.clearTimeout(timer);
  });
}

/** The longest wait for the load, and then for calm, in milliseconds. */
const MOST_WAIT_MS = 2_000;

/** Resolves once the page has loaded and is calm, after `MOST_WAIT_MS` each, or on an abort. */
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
