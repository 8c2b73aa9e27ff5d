/**
 * Tells of most words at once that no name of the library begins with them, so that a page need not
 * ask. A Bloom filter with one hash, since keys are hashes already: B. Bloom, Space/Time Trade-offs
 * in Hash Coding with Allowable Errors, 1970.
 */

/**
 * Bits as a string, four to a letter, which storage takes as it is and a page reads as it stands.
 * The number of letters is a power of two.
 */
export type KeyFilter = string;

/** With so many bits for each key one word in sixteen passes by chance. */
const BITS_PER_KEY = 16;
const BITS_PER_LETTER = 4;
const FEWEST_LETTERS = 2 ** 6;
/** 128 KB: of a library of 100,000 names one word in six passes by chance. */
const MOST_LETTERS = 2 ** 17;
/** The letter for no bit at all; the others follow it. */
const ZERO = 0x30;

export function makeKeyFilter(keys: ReadonlySet<number>): KeyFilter {
  let count = FEWEST_LETTERS;
  while (count < MOST_LETTERS && count * BITS_PER_LETTER < keys.size * BITS_PER_KEY) count *= 2;
  const letters = new Uint8Array(count).fill(ZERO);
  for (const key of keys) {
    const place = placeOf(key, count);
    const at = place >>> 2;
    letters[at] = ((letters[at]! - ZERO) | (1 << (place & 3))) + ZERO;
  }
  return Array.from(letters, (code) => String.fromCharCode(code)).join('');
}

/** Whether a key may be one of those that a filter was made of; a no is sure. */
export function mayPass(filter: KeyFilter, key: number): boolean {
  const place = placeOf(key, filter.length);
  return ((filter.charCodeAt(place >>> 2) - ZERO) & (1 << (place & 3))) !== 0;
}

/**
 * The number of the bit of a key. Keys of words that end alike are alike in their lower bits:
 * multiplied by the golden ratio they are spread (Knuth, The Art of Computer Programming, 6.4).
 */
const placeOf = (key: number, letters: number) =>
  Math.imul(key, 0x9e3779b1) >>> (Math.clz32(letters) - 1);
