/**
 * Tells of most words at once that no name of the library begins with them, so that a page need not
 * ask. A Bloom filter: B. Bloom, Space/Time Trade-offs in Hash Coding with Allowable Errors, 1970.
 */

/**
 * Bits as a string, four to a letter, which storage takes as it is and a page reads as it stands.
 * The number of letters is a power of two.
 */
export type KeyFilter = string;

/** With so many bits for each key, of which it sets three, one word in 200 passes by chance. */
const BITS_PER_KEY = 16;
const BITS_PER_LETTER = 4;
const FEWEST_LETTERS = 2 ** 6;
/** 128 KB: of a library of 100,000 names one word in twelve passes by chance. */
const MOST_LETTERS = 2 ** 17;
/** The letter for no bit at all; the others follow it. */
const ZERO = 0x30;

export function makeKeyFilter(keys: ReadonlySet<number>): KeyFilter {
  let count = FEWEST_LETTERS;
  while (count < MOST_LETTERS && count * BITS_PER_LETTER < keys.size * BITS_PER_KEY) count *= 2;
  const letters = new Uint8Array(count).fill(ZERO);
  for (const key of keys) {
    for (const place of placesOf(key, count)) {
      const at = place >>> 2;
      letters[at] = ((letters[at]! - ZERO) | (1 << (place & 3))) + ZERO;
    }
  }
  return Array.from(letters, (code) => String.fromCharCode(code)).join('');
}

/** Whether a key may be one of those that a filter was made of; a no is sure. */
export function mayPass(filter: KeyFilter, key: number): boolean {
  const shift = shiftFor(filter.length);
  // Spelled out: most words of a page stop at the first of them.
  return (
    holds(filter, Math.imul(key, FIRST) >>> shift) &&
    holds(filter, Math.imul(key, SECOND) >>> shift) &&
    holds(filter, Math.imul(key, THIRD) >>> shift)
  );
}

const holds = (filter: KeyFilter, place: number) =>
  ((filter.charCodeAt(place >>> 2) - ZERO) & (1 << (place & 3))) !== 0;

/**
 * Keys are hashes already, but those of words that end alike are alike in their lower bits: a
 * product with an odd number spreads them over its upper ones. The golden ratio (Knuth, The Art of
 * Computer Programming, 6.4), and two of MurmurHash3 (A. Appleby,
 * https://github.com/aappleby/smhasher).
 */
const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca6b;
const THIRD = 0xc2b2ae35;

/** The numbers of the bits of a key. */
function placesOf(key: number, letters: number): number[] {
  const shift = shiftFor(letters);
  return [FIRST, SECOND, THIRD].map((factor) => Math.imul(key, factor) >>> shift);
}

const shiftFor = (letters: number) => Math.clz32(letters) - 1;
