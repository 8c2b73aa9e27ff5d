/**
 * Bloom filter of the keys with which names of the library begin: a page asks the library only for
 * words that pass. B. Bloom, Space/Time Trade-offs in Hash Coding with Allowable Errors, 1970.
 */

/**
 * The bits as a string, four in each character: storage keeps strings, and a page reads the bits
 * without decoding. The number of characters is a power of two.
 */
export type KeyFilter = string;

/** Bits for each key, of which it sets three: one absent word in 200 passes by chance. */
const BITS_PER_KEY = 16;
const BITS_PER_LETTER = 4;
const FEWEST_LETTERS = 2 ** 6;
/** 128 KB. With 100,000 names one absent word in twelve passes by chance. */
const MOST_LETTERS = 2 ** 17;
/** The character code for four clear bits. The bits are added to it. */
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

/** Whether a key may be among those of a filter; false is certain. */
export function mayPass(filter: KeyFilter, key: number): boolean {
  const shift = shiftFor(filter.length);
  // Without a loop, for speed: for most words the first bit is clear.
  return (
    holds(filter, Math.imul(key, FIRST) >>> shift) &&
    holds(filter, Math.imul(key, SECOND) >>> shift) &&
    holds(filter, Math.imul(key, THIRD) >>> shift)
  );
}

const holds = (filter: KeyFilter, place: number) =>
  ((filter.charCodeAt(place >>> 2) - ZERO) & (1 << (place & 3))) !== 0;

/**
 * Odd factors of the three hashes. Keys of words with the same ending differ little in their low
 * bits; the product spreads the difference over its high bits. The first is the golden ratio
 * (Knuth, The Art of Computer Programming, 6.4), the others are from MurmurHash3 (A. Appleby,
 * https://github.com/aappleby/smhasher).
 */
const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca6b;
const THIRD = 0xc2b2ae35;

/** The numbers of the bits that a key sets. */
function placesOf(key: number, letters: number): number[] {
  const shift = shiftFor(letters);
  return [FIRST, SECOND, THIRD].map((factor) => Math.imul(key, factor) >>> shift);
}

const shiftFor = (letters: number) => Math.clz32(letters) - 1;
