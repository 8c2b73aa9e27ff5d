/** The keys that the library was asked for, and those that it is to be asked for next. */

import { startAt } from '../text/span.ts';
import { PAIR_MARK, PAIR_PRIME } from '../text/word-keys.ts';
import { type KeyFilter, mayPass } from './key-filter.ts';

export interface KeySet {
  /**
   * Take in what `collectKeys` would gather of stretches of words: each and each pair of neighbours.
   * What was there before changes nothing.
   *
   * @param ends - Where each stretch ends among `keys`, of which those from `from` to `to` are read.
   */
  addWords(keys: Int32Array, ends: ArrayLike<number>, from: number, to: number): void;
  /** Keys that have come in since they were last settled, in order. */
  fresh(): readonly number[];
  /** The first so many fresh keys have been asked for. */
  settle(count: number): void;
  /** Leave out from now on what a filter does not let pass. */
  sift(filter: KeyFilter | null): void;
}

const FEWEST_PLACES = 2 ** 10;
/** 256 KB: a page that goes on and on says ever new words. */
const MOST_PLACES = 2 ** 16;
const NONE = new Int32Array();
/** How full the table may get before it grows. */
const LOAD = 0.6;
/** Stands for the key 0, which marks a free place: a key like others, never met but by accident. */
const ZERO = 0x5bd1e995;

/** A table of numbers with open places, since a `Set` takes ten times as long for whole pages. */
export function createKeySet(): KeySet {
  let places = new Int32Array(FEWEST_PLACES);
  let mask = places.length - 1;
  let count = 0;
  let fresh: number[] = [];
  let sieve: KeyFilter | null = null;

  /** Its own loop, for the same reason as in `appendWords`. */
  function addWords(keys: Int32Array, ends: ArrayLike<number>, from: number, to: number): void {
    const first = startAt(ends, from);
    const last = startAt(ends, to);
    const filter = sieve;
    let number = from;
    for (let i = first; i < last; i++) {
      while (i >= (ends[number] as number)) number++;
      const word = keys[i] as number;
      let key = word;
      for (let pair = 0; pair < 2; pair++) {
        if (pair === 1) {
          if (i + 1 === ends[number]) break;
          key = Math.imul(Math.imul(word, 31) ^ (keys[i + 1] as number), PAIR_PRIME) ^ PAIR_MARK;
        }
        if (filter !== null && !mayPass(filter, key)) continue;
        const kept = key === 0 ? ZERO : key;
        let at = (kept ^ (kept >>> 15)) & mask;
        while (places[at] !== 0 && places[at] !== kept) at = (at + 1) & mask;
        if (places[at] === kept) continue;
        places[at] = kept;
        fresh.push(key);
        if (++count > LOAD * places.length) grow();
      }
    }
  }

  /** The largest table is begun anew: what is met again is asked for again. */
  function grow(): void {
    const old = places.length < MOST_PLACES ? places : NONE;
    if (old === NONE) count = 0;
    places = new Int32Array(old.length * 4 || FEWEST_PLACES);
    mask = places.length - 1;
    for (const key of old) {
      if (key === 0) continue;
      let at = (key ^ (key >>> 15)) & mask;
      while (places[at] !== 0) at = (at + 1) & mask;
      places[at] = key;
    }
  }

  return {
    addWords,
    fresh: () => fresh,
    settle(asked) {
      fresh = fresh.slice(asked);
    },
    sift(filter) {
      sieve = filter;
    },
  };
}
