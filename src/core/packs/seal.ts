/**
 * The seal of a published glossary: the SHA-256 of its file, in the field `sha256` of the file
 * itself. It is taken of the file with 64 zeros in its place, so one file holds both, and they
 * cannot come from two different days.
 */
import { type Fault, faultAt } from '../faults/fault.ts';

/** Computes the SHA-256 of bytes, as 64 hexadecimal digits in lower case. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** What stands in the place of the seal while it is computed. */
export const BLANK_SEAL = '0'.repeat(64);

/**
 * Check the seal of a file, if it has one.
 *
 * @param bytes - The file as it was published.
 * @param content - What `JSON.parse` made of it.
 * @returns The fault; null if the seal fits, is missing, or is no SHA-256, which the schema reports.
 */
export async function checkSeal(
  bytes: Uint8Array<ArrayBuffer>,
  content: unknown,
  digest: Digest,
): Promise<Fault | null> {
  const seal = sealOf(content);
  if (seal === null) return null;
  const at = findOnly(bytes, seal);
  if (at === null) return faultAt('sha256', 'sumDiffers');
  const blank = bytes.slice();
  blank.set(codesOf(BLANK_SEAL), at);
  return (await digest(blank)) === seal ? null : faultAt('sha256', 'sumDiffers');
}

/** The seal that a glossary names; null if it names none. */
export function sealOf(content: unknown): string | null {
  if (typeof content !== 'object' || content === null || !('sha256' in content)) return null;
  const { sha256 } = content;
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null;
}

/** The offset at which a text of ASCII stands in bytes; null if it stands nowhere or twice. */
function findOnly(bytes: Uint8Array, text: string): number | null {
  const codes = codesOf(text);
  const [first = 0] = codes;
  let found: number | null = null;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (!codes.every((code, i) => bytes[at + i] === code)) continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
}

const codesOf = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));
