/** Keeps the keys that the library was asked for, and those to ask for next. */

import { startAt } from '../text/span.ts';
import { PAIR_MARK, PAIR_PRIME } from '../text/word-keys.ts';

export interface KeySet {
  /**
   * Add the keys of words and of pairs of neighbours, as `collectKeys` does, for some stretches of
   * words (one for each block). Keys that are known already are not asked for again.
   *
   * @param keys - The keys of the words of all stretches.
   * @param ends - Where each stretch ends in `keys`; those from `from` to before `to` are read.
   */
  addWords(keys: Int32Array, ends: ArrayLike<number>, from: number, to: number): void;
  /** The keys for which the library has not been asked yet, in order. */
  fresh(): readonly number[];
  /** Note that the library was asked for the first `count` fresh keys. */
  settle(count: number): void;
}

const FEWEST_PLACES = 2 ** 10;
/** 256 KB. A page that never ends would fill any table with new words. */
const MOST_PLACES = 2 ** 16;
const NONE = new Int32Array();
/** The table grows once more than this share of its places is taken. */
const LOAD = 0.6;
/** Stands for the key 0, which marks a free place. A word with this key is very unlikely. */
const ZERO = 0x5bd1e995;

/** Create a set by open addressing: a `Set` takes ten times as long for a whole page. */
export function createKeySet(): KeySet {
  let places = new Int32Array(FEWEST_PLACES);
  let mask = places.length - 1;
  let count = 0;
  let fresh: number[] = [];

  /** One loop, since calls of parts of it are slow before the engine has optimised them. */
  function addWords(keys: Int32Array, ends: ArrayLike<number>, from: number, to: number): void {
    const first = startAt(ends, from);
    const last = startAt(ends, to);
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

  /** Enlarge the table. The largest is emptied instead: its keys are asked for again when met. */
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
  };
}
