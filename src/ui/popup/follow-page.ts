/** Follows what the page in front reports while the popup is open. */
import type { PageReport } from './popup-model.ts';

/** If a page has not reported this long after the popup opened, none of our scripts runs in it. */
const MOST_WAIT_MS = 800;

export interface PageSource {
  /** The page's report; null if there is none yet. */
  read(): Promise<PageReport | null>;
  /** Calls back when the report may have changed. */
  watch(callback: () => void, signal: AbortSignal): void;
}

/**
 * The page's report, or `loading` if it has not arrived by the time `rest` resolves: the popup
 * opens without it then, and shows it later.
 */
export function readBy(
  first: Promise<PageReport | null>,
  rest: Promise<unknown>,
): Promise<PageReport> {
  const report = Promise.race([first, rest.then(() => null)]);
  return report.then((known) => known ?? { state: 'loading' });
}

/**
 * Call back with each report of the page, until the signal aborts. Without a report, call back with
 * `loading` at first and with `unreadable` after `MOST_WAIT_MS`.
 */
export function followPage(
  source: PageSource,
  callback: (page: PageReport) => void,
  signal: AbortSignal,
): void {
  let unreported: PageReport = { state: 'loading' };
  let latest = 0;
  const tell = async () => {
    const turn = ++latest;
    const report = await source.read();
    if (turn === latest && !signal.aborted) callback(report ?? unreported);
  };
  source.watch(tell, signal);
  const timer = setTimeout(() => {
    unreported = { state: 'unreadable' };
    void tell();
  }, MOST_WAIT_MS);
  signal.addEventListener('abort', () => clearTimeout(timer));
  void tell();
}
