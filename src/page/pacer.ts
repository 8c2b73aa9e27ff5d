/** Cuts work into slices, between which the page has its turn. */
import type { Steps } from '../core/steps.ts';
import type { Clock } from './clock.ts';

/** The longest slice, in milliseconds: a frame at 60 a second has 16, and the page needs most of it. */
const SLICE_MS = 5;
/** So many steps are done in one go: a line of a ticker is read before its next text, however slowly. */
const FIRST_STEPS = 4;

export interface Pacer {
  /** A slice begins: to be called after waiting for anything else. */
  begin(): void;
  /** The slice has ended, with the work or with waiting for something else. */
  finish(): void;
  /** Whether it is the page's turn. */
  isDue(): boolean;
  /** Whether no more should be begun than what must follow on what was done. */
  isHalfDue(): boolean;
  /** Give the page its turn; rejects if the signal has been aborted meanwhile. */
  rest(): Promise<void>;
  /** Do steps, giving the page its turn wherever one is due. */
  run<T>(steps: Steps<T>): Promise<T>;
}

/**
 * @param yieldToPage - Resolves when the page has had its turn.
 * @param onSlice - Told of the length of each slice, in milliseconds.
 */
export function createPacer(
  yieldToPage: () => Promise<void>,
  signal: AbortSignal,
  { now }: Pick<Clock, 'now'>,
  onSlice: (ms: number) => void = () => {},
): Pacer {
  let since = 0;
  const begin = () => {
    since = now();
  };
  const isOver = (ms: number) => now() - since >= ms;
  const isDue = () => isOver(SLICE_MS);

  const finish = () => onSlice(now() - since);

  async function rest(): Promise<void> {
    finish();
    await yieldToPage();
    signal.throwIfAborted();
    begin();
  }

  async function run<T>(steps: Steps<T>): Promise<T> {
    for (let count = 1; ; count++) {
      const { done, value } = steps.next();
      if (done) return value;
      if (count >= FIRST_STEPS && isDue()) await rest();
    }
  }

  return { begin, finish, isDue, isHalfDue: () => isOver(SLICE_MS / 2), rest, run };
}
