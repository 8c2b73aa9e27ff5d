/** Pseudo-random numbers, which are the same in every run. */

export interface Chance {
  /** An integer of at least 0 and less than `below`. */
  number(below: number): number;
  pick<T>(from: readonly T[]): T;
}

/** Create a generator. Source: Tommy Ettinger's mulberry32, public domain. */
export function createChance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const number = (below: number) => Math.floor(next() * below);
  return { number, pick: (from) => from[number(from.length)]! };
}
