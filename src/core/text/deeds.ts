/** Takes back what an act did, and leaves what has changed since. */
import { isSame } from './canonical.ts';

/** What an act did to a value. */
export interface Deed<T> {
  readonly before: T;
  readonly after: T;
}

/** The value before the act if it is still as the act left it; else the present one. */
export const takeBackValue = <T>(now: T, { before, after }: Deed<T>): T =>
  isSame(now, after) ? before : now;

/**
 * Take back what an act did to a list, member by member. Those that it removed return to their
 * places.
 *
 * @param nameOf - What tells a member from the others, before and after a change of it.
 */
export function takeBackMembers<T>(
  now: readonly T[],
  { before, after }: Deed<readonly T[]>,
  nameOf: (member: T) => string,
): T[] {
  const byName = (list: readonly T[]) => new Map(list.map((each) => [nameOf(each), each]));
  const [there, had, put] = [byName(now), byName(before), byName(after)];
  const list = now.flatMap((member): T[] => {
    const name = nameOf(member);
    const left = takeBackValue<T | undefined>(member, {
      before: had.get(name),
      after: put.get(name),
    });
    return left === undefined ? [] : [left];
  });
  for (const [at, member] of before.entries()) {
    const name = nameOf(member);
    if (!put.has(name) && !there.has(name)) list.splice(at, 0, member);
  }
  return list;
}
