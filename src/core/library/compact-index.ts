/** The index of a large library in few bytes: numbers alone, to be stored and loaded at once. */

import type { Candidate } from '../matching/candidate.ts';
import { keyOf } from '../matching/matcher.ts';
import { countBefore } from '../text/rank.ts';

/** Which entries have a name that begins with which words. Entries are numbered. */
export interface CompactIndex {
  /** Keys in ascending order, one for each name. */
  readonly keys: Int32Array;
  /** For each of them the number of the entry, times `NAMES_PER_ENTRY`, plus the place of the name. */
  readonly names: Int32Array;
}

/** More than any glossary may have (`CAPS.namesPerEntry`). */
const NAMES_PER_ENTRY = 64;

/** @param candidates - All entries with all of their names; their places are their numbers. */
export function packIndex(candidates: readonly Candidate[]): CompactIndex {
  const pairs: [key: number, name: number][] = [];
  candidates.forEach(({ names }, number) => {
    names.forEach(({ text }, place) => {
      const key = keyOf(text);
      if (key !== null) pairs.push([key, number * NAMES_PER_ENTRY + place]);
    });
  });
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    keys: Int32Array.from(pairs, ([key]) => key),
    names: Int32Array.from(pairs, ([, name]) => name),
  };
}

/**
 * The entries that words of a text could be the beginning of, by number, with the places of those
 * of their names that the keys lead to.
 */
export function findNumbers(
  { keys, names }: CompactIndex,
  asked: Iterable<number>,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const key of asked) {
    for (let i = firstOf(keys, key); keys[i] === key; i++) {
      const name = names[i] as number;
      const number = Math.floor(name / NAMES_PER_ENTRY);
      const places = found.get(number);
      if (places) places.push(name % NAMES_PER_ENTRY);
      else found.set(number, [name % NAMES_PER_ENTRY]);
    }
  }
  return found;
}

/** A candidate with some of its names, as a look-up answers. */
export function withNames(candidate: Candidate, places: readonly number[]): Candidate {
  return { ...candidate, names: candidate.names.filter((_, place) => places.includes(place)) };
}

/** Where a key begins, or would. */
const firstOf = (keys: Int32Array, key: number): number =>
  countBefore(keys.length, (i) => (keys[i] as number) < key);
