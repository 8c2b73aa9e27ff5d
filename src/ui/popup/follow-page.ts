/** What the popup knows of the page in front, from its opening on. */
import type { PageReport } from './popup-model.ts';

/** A page that is silent for so long after the popup has opened has no script of ours. */
const PATIENCE_MS = 800;

export interface PageSource {
  /** What the page has reported; null if nothing. */
  read(): Promise<PageReport | null>;
  /** Calls back when there may be news. */
  watch(callback: () => void, signal: AbortSignal): void;
}

/** What is known of the page when all else is: the popup does not wait for it, and fills it in. */
export function readBy(
  first: Promise<PageReport | null>,
  rest: Promise<unknown>,
): Promise<PageReport> {
  const report = Promise.race([first, rest.then(() => null)]);
  return report.then((known) => known ?? { state: 'loading' });
}

/** Call back with each report of the page, until the signal aborts. */
export function followPage(
  source: PageSource,
  callback: (page: PageReport) => void,
  signal: AbortSignal,
): void {
  let silence: PageReport = { state: 'loading' };
  let latest = 0;
  const tell = async () => {
    const turn = ++latest;
    const report = await source.read();
    if (turn === latest && !signal.aborted) callback(report ?? silence);
  };
  source.watch(tell, signal);
  const timer = setTimeout(() => {
    silence = { state: 'unreadable' };
    void tell();
  }, PATIENCE_MS);
  signal.addEventListener('abort', () => clearTimeout(timer));
  void tell();
}
