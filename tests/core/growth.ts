/** Measures how the time of a pure function grows with its input. */

/** What is asked of a function: `prepare` makes an input of a size and returns what runs on it. */
export type Prepare = (size: number) => () => unknown;

/** The most that a doubling of the input may add to the time: 2 is linear, 4 the square. */
const MOST_GROWTH = 2.4;
/** CPU time of this thread in ms under which nothing is judged: what is short cannot be told apart. */
const FLOOR_MS = 60;
/** Measurements at most: one that a garbage collection or a busy cache disturbed is done anew. */
const MOST_TRIES = 12;

/**
 * The growth by doubling over the quarter, the half and the whole of a size; null where the whole
 * takes less than the floor.
 *
 * The CPU time of the thread is measured, not the time of the clock, so a busy machine does not
 * count. Both ends are measured anew, of the whole the least and of the quarter the mean kept, until
 * the growth is allowed or tries run out: what grows with the square never passes.
 */
export function measureGrowth(prepare: Prepare, size: number): number | null {
  const wholes = [timeOf(prepare(size))];
  if (least(wholes) < FLOOR_MS) return null;
  const quarters: number[] = [];
  let growth = Infinity;
  for (let tries = 0; tries < MOST_TRIES && growth > MOST_GROWTH; tries++) {
    quarters.push(timeOf(prepare(size / 4)));
    if (tries > 0) wholes.push(timeOf(prepare(size)));
    if (least(wholes) < FLOOR_MS) return null;
    growth = Math.sqrt(least(wholes) / Math.max(mean(quarters), 1));
  }
  return growth;
}

/** Whether a growth is linear, or too short to tell. */
export const isLinear = (growth: number | null): boolean =>
  growth === null || growth <= MOST_GROWTH;

const least = (times: readonly number[]) => Math.min(...times);
const mean = (times: readonly number[]) => times.reduce((sum, time) => sum + time) / times.length;

function timeOf(run: () => unknown): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
