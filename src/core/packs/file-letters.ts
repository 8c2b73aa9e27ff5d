/** Decodes a file that a reader opens; the encoding is found out from its bytes. */

/** Decodes bytes in a named encoding; throws if they are not valid in it. */
export type Decode = (bytes: Uint8Array<ArrayBuffer>, encoding: string) => string;

/** Length of the start of a file in which a declared encoding is searched, in bytes. */
const HEAD_BYTES = 1_024;
/** Length of the sample that is judged, in bytes or UTF-16 code units. */
const SAMPLE = 4_096;
/** Length of the text from which letters beyond ASCII are taken, in UTF-16 code units. */
const MOST_TEXT = 1_000_000;
/** Least share of ASCII characters (blanks, commas, line ends) in any text in UTF-16. */
const LEAST_PLAIN = 0.15;
/** The most frequent Korean syllables. Chinese or Russian decoded as Korean has few of them. */
const COMMON_SYLLABLES = new Set(
  '가각간강개거건결경계고공과관교국군그기김나남내년는다당대도동든들등라로를리만면명무문미민반발방보부북분비사산상생서' +
    '선성세소수시식신아안양어에여연영오와외요용우운원위유육으은을음의이인일임입있자작장재적전정제조주중지진차체초최치' +
    '친태통트특파평표프하학한합해핵행협호화확회후',
);
/** Least share of these among the letters beyond ASCII of a Korean text. */
const LEAST_COMMON = 0.3;

/**
 * Decode bytes: by a byte order mark, as UTF-16 without one, as UTF-8, in the encoding that a page
 * declares, or in the old Korean encodings (EUC-KR, CP949). No other encoding is tried.
 *
 * @returns The text, or null if none of these fits. Bytes that fit by chance may give nonsense.
 */
export function decodeLetters(bytes: Uint8Array<ArrayBuffer>, decode: Decode): string | null {
  const attempt = (encoding: string): string | null => {
    try {
      return decode(bytes, encoding);
    } catch {
      // Bytes that are not of this encoding.
      return null;
    }
  };
  const wide = wideEncoding(bytes);
  if (wide !== null) return attempt(wide);
  const utf8 = attempt('utf-8');
  if (utf8 !== null) return utf8;
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  const declared = /(?:charset|encoding)=["']?([\w-]+)/i.exec(head)?.[1];
  const text = declared ? attempt(declared) : null;
  if (text !== null) return text;
  const korean = attempt('euc-kr');
  return korean !== null && isKorean(korean) ? korean : null;
}

/** Recognise UTF-16 by a byte order mark, or by zeros in every second byte. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]!++;
  const [even = 0, odd = 0] = zeros;
  const least = (sample.length / 2) * LEAST_PLAIN;
  if (even === 0 && odd > least) return 'utf-16le';
  return odd === 0 && even > least ? 'utf-16be' : null;
}

function isKorean(text: string): boolean {
  const foreign = text
    .slice(0, MOST_TEXT)
    .replace(/[^\x80-\uffff]+/g, ' ')
    .slice(0, SAMPLE);
  const letters = foreign.match(/\p{L}/gu) ?? [];
  const common = letters.filter((letter) => COMMON_SYLLABLES.has(letter)).length;
  return /[가-힣]{2}/.test(foreign) && common >= letters.length * LEAST_COMMON;
}
