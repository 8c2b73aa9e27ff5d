/** Reads files of foreign formats in tests, as the command line and the settings page do. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFault } from '../../../src/core/faults/fault.ts';
import type { ForeignFile, ForeignGlossary } from '../../../src/core/formats/foreign.ts';
import { readForeign } from '../../../src/core/formats/read-foreign.ts';
import { bringEntries, toGlossary } from '../../../src/core/formats/to-glossary.ts';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { GlossaryError } from '../../../src/core/glossary/parse-glossary.ts';
import { type ReadForeign, readImportFile } from '../../../src/core/packs/import-file.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

const decode = (bytes: Bytes, encoding = 'utf-8'): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);

export const digest = async (bytes: Bytes) => createHash('sha256').update(bytes).digest('hex');

/** The parsers, in the same thread. */
export const readHere: ReadForeign = async (file) => readForeign(file, decode);

export async function readSample(name: string): Promise<Bytes> {
  return new Uint8Array(await readFile(join(import.meta.dirname, '../../fixtures/formats', name)));
}

/** Open a file of any kind, told by its content. */
async function openFile(name: string, content: Bytes | string) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = { name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer };
  return readImportFile(file, decode, new Set(), readHere, digest);
}

/** Open a foreign file. */
export async function openForeign(name: string, content: Bytes | string): Promise<ForeignGlossary> {
  const read = await openFile(name, content);
  if (!('format' in read)) throw new Error(`${name} was taken for a file of another kind.`);
  return read;
}

/** The faults of a file, in words; what is taken has none. */
export async function faultsOf(name: string, content: Bytes | string): Promise<string[]> {
  return openFile(name, content).then(() => [], wordsOf);
}

/** The faults that a reader throws, in words. */
export function faultsHere(file: ForeignFile): string[] {
  try {
    readForeign(file, decode);
    return [];
  } catch (error) {
    return wordsOf(error);
  }
}

function wordsOf(error: unknown): string[] {
  if (error instanceof GlossaryError) return error.faults.map(describeFault);
  throw error;
}

const UNDATED = 'day of import';

/** Make a glossary of what a file says, with nothing said about it, or with some of it. */
export function take(
  foreign: ForeignGlossary,
  said: { title?: string; publisher?: string; published?: string } = {},
): Glossary {
  const about = { title: '', publisher: '', published: '', ...said };
  const taker = { today: '2030-05-14', undated: UNDATED, isFree: () => true };
  return toGlossary(foreign.file, foreign.about, bringEntries(foreign), about, taker);
}

/** An entry in short: its names with role and language, its explanations with theirs. */
export const inShort = ({ entries, language }: Glossary): string[] =>
  entries.map(({ names, gloss, translations }) => {
    const named = names.map(({ text, role, lang }) => `${text} (${role}, ${lang})`).join(', ');
    const glosses = [{ lang: language, gloss }, ...translations];
    return `${named}: ${glosses.map((each) => `${each.gloss} (${each.lang})`).join(' / ')}`;
  });
