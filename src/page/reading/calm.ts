/** When a page that has used up its budget may be read again. */
import { browserClock, type Clock } from '../frame/clock.ts';

/** The second pause of a page, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 64_000;
/** How long a page must stay unchanged to count as calm, in milliseconds. */
export const CALM_MS = 200;
/** Time between two looks at a page that is not calm yet, in milliseconds. */
const LOOK_MS = 300;
/** After the time of this many pauses we wait no longer for calm: the page is read again. */
const MOST_PAUSES = 10;

/** A page that undoes what we paint is paused as long as another one after this many pauses. */
const PAUSES_OF_FIGHTER = 4;
/**
 * After so long a time of reading its pauses are forgiven, in milliseconds: a page that is open all
 * day may change hugely now and then. One that fights uses up its budget sooner.
 */
const FORGIVEN_MS = 600_000;

/** The pauses of a page in one session. */
interface Pauses {
  /**
   * Wait until the page is calm. After its first pause only that counts; after each later one it
   * also waits, at least twice as long as the time before. After `FORGIVEN_MS` without a pause the
   * next one counts as the first.
   *
   * @param isFought - Whether the page undoes what we paint. Such a page is calm as soon as nothing
   *   is painted: only a longer pause helps.
   * @returns A promise that resolves once the page may be read again, or the signal aborts.
   */
  pass(isFought: boolean): Promise<void>;
}

export function createPauses(
  document: Document,
  signal: AbortSignal,
  clock: Clock = browserClock,
): Pauses {
  let count = 0;
  let readSince = Number.NEGATIVE_INFINITY;

  return {
    async pass(isFought) {
      if (clock.now() - readSince > FORGIVEN_MS) count = 0;
      if (isFought) count = Math.max(count, PAUSES_OF_FIGHTER);
      await whenCalm(document, count++, signal, clock);
      readSince = clock.now();
    },
  };
}

async function whenCalm(
  document: Document,
  pausesBefore: number,
  signal: AbortSignal,
  clock: Clock,
): Promise<void> {
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (pausesBefore - 1));
  if (pausesBefore > 0) await wait(pauseMs, clock);
  const latest = clock.now() + MOST_PAUSES * Math.max(FIRST_PAUSE_MS, pauseMs);
  while (!signal.aborted && clock.now() < latest && !(await isCalm(document, clock))) {
    await wait(LOOK_MS, clock);
  }
}

/** Stops observing at the first change: mutation records cost the page time to make. */
async function isCalm(document: Document, clock: Clock): Promise<boolean> {
  let hasChanged = false;
  const observer = new MutationObserver(() => {
    hasChanged = true;
    observer.disconnect();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  await wait(CALM_MS, clock);
  observer.disconnect();
  return !hasChanged;
}

const wait = (ms: number, clock: Clock) =>
  new Promise<void>((resolve) => void clock.setTimeout(resolve, ms));
