/** Repeats questions to the browser whose answers are lost in the back/forward cache. */

/**
 * Ask the browser something that may safely be asked twice.
 *
 * Firefox drops answers to a page that is in the back/forward cache, and the promise would never
 * settle. So the question is asked again when the page is shown again.
 *
 * @throws If the first answer to arrive is an error.
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
    // Node, where tests run, has no `pageshow` event.
    globalThis.addEventListener?.('pageshow', onShow, { signal: life.signal });
    wait();
  });
}
