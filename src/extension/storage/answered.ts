/** Waits for the browser's answers through the sleep of a page. */

/**
 * Ask the browser something that may be asked twice.
 *
 * Firefox drops an answer that comes while the page that asked is kept in memory, behind another
 * one, and the question would wait for ever: it is asked again when the page is shown again.
 *
 * @throws Whatever the first answer that comes says.
 */
export function answered<T>(ask: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const life = new AbortController();
    const wait = () => {
      ask()
        .then(resolve, reject)
        .finally(() => life.abort());
    };
    const onShow = (event: Event) => {
      if (event.isTrusted && (event as PageTransitionEvent).persisted) wait();
    };
    // Node, where tests run, shows no pages.
    globalThis.addEventListener?.('pageshow', onShow, { signal: life.signal });
    wait();
  });
}
