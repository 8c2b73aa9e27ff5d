/** Reads a fetched body as a glossary, and decides what becomes of it. */

import type { Glossary } from '../glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../glossary/parse-glossary.ts';
import { parseOnePack } from '../packs/backup.ts';
import { checkId } from '../packs/pack-id.ts';
import { checkSeal, type Digest } from '../packs/seal.ts';
import { type FetchFault, fetchFault } from './fetch-fault.ts';

/** Faults of a broken glossary that are kept. */
const MOST_KEPT = 20;

/** What the body is held against. */
export interface Expected {
  /** The id that it had before; null at the first fetch. */
  readonly id: string | null;
  /** Ids of glossaries that cannot be replaced. */
  readonly fixed: ReadonlySet<string>;
}

/** How to decode and to sum bytes, which need the browser. */
export interface Tools {
  /** Decodes UTF-8; throws if the bytes are not. */
  decode(bytes: Uint8Array<ArrayBuffer>): string;
  readonly digest: Digest;
}

/**
 * @param address - Its address, for messages.
 * @returns The glossary, checked, or why it is refused.
 */
export async function readFetched(
  bytes: Uint8Array<ArrayBuffer>,
  address: string,
  { id, fixed }: Expected,
  { decode, digest }: Tools,
): Promise<Glossary | FetchFault> {
  const text = decodeOrNull(bytes, decode);
  if (text === null) return fetchFault('notText');
  try {
    const content = parseOnePack(text, address);
    if (await checkSeal(bytes, content, digest)) return fetchFault('sealBroken');
    const glossary = parseGlossary(content, address);
    if (id !== null && glossary.id !== id) return fetchFault('otherId', glossary.id, id);
    const faults = checkId(glossary, fixed, false);
    return faults.length > 0 ? { code: 'faulty', values: [], faults } : glossary;
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    return { code: 'faulty', values: [], faults: error.faults.slice(0, MOST_KEPT) };
  }
}

/** Whether it has fewer than half of the entries that it had. */
export const hasShrunk = (before: Glossary, after: Glossary): boolean =>
  after.entries.length * 2 < before.entries.length;

function decodeOrNull(bytes: Uint8Array<ArrayBuffer>, decode: Tools['decode']): string | null {
  try {
    return decode(bytes);
  } catch {
    // Bytes that are no UTF-8.
    return null;
  }
}
