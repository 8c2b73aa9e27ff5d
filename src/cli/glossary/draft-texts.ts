/** Reads the texts for a draft: from files of several kinds, or from a stream. */

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { DraftText } from '../../core/draft/format/draft-types.ts';
import { parseDraftText } from '../../core/draft/format/parse-draft.ts';
import { firstFreeId } from '../../core/glossary/free-id.ts';
import { GlossaryError } from '../../core/glossary/parse-glossary.ts';
import { decodeLetters } from '../../core/packs/file-letters.ts';
import { decode, readJson } from '../lines/command.ts';
import { readJsonLines } from '../lines/ndjson.ts';
import { readArticle } from './article-text.ts';

/** The fields of one file in the list of sources. */
type SourceNotes = Readonly<Record<string, unknown>>;

/** A text, or the reason why it could not be read. */
type Text = { readonly text: DraftText } | { readonly fault: string };

/**
 * Read the list of sources: a JSON array of objects with `file` (its name without folders) and any
 * of `id`, `publisher`, `title`, `author`, `published`, `url`.
 *
 * @param files - The files that are read; each item is for just one of them.
 * @throws Error naming an item that has no file, is for none or several, or has another one's id.
 */
export async function readSourceList(
  path: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, SourceNotes>> {
  const list = await readJson(path);
  if (!Array.isArray(list))
    throw new Error(`${path}: must be a list, such as [{"file": "a.txt", …}]`);
  const notesOf = new Map<string, SourceNotes>();
  const ids = new Set<unknown>();
  for (const [i, item] of list.entries()) {
    const isNamed = typeof item === 'object' && item !== null && 'file' in item;
    if (!isNamed || typeof item.file !== 'string') {
      throw new Error(`${path}: [${i}].file is missing: add the file's name`);
    }
    const { file, ...notes } = item as { file: string } & SourceNotes;
    const meant = files.filter((each) => basename(each) === file).length;
    const at = `${path}: [${i}].file is "${file}", `;
    if (notesOf.has(file)) throw new Error(`${at}which is listed twice: remove one`);
    if (meant === 0) throw new Error(`${at}but no file of that name is read: mend or remove it`);
    if (meant > 1) throw new Error(`${at}but ${meant} files of that name are read: rename them`);
    if (notes.id !== undefined && ids.has(notes.id)) {
      throw new Error(
        `${path}: [${i}].id is "${notes.id}", which is used twice: give each its own`,
      );
    }
    ids.add(notes.id);
    notesOf.set(file, notes);
  }
  return notesOf;
}

/** Read texts one after the other. Files named `.ndjson` or `.jsonl` contain one text a line. */
export async function* readTexts(
  files: readonly string[],
  notes: ReadonlyMap<string, SourceNotes>,
): AsyncGenerator<Text> {
  const ids = new Set(
    [...notes.values()].flatMap(({ id }) => (id === undefined ? [] : [String(id)])),
  );
  for (const file of files) {
    if (/\.(?:ndjson|jsonl)$/i.test(file)) yield* readTextLines(createReadStream(file), file);
    else yield await readTextFile(file, notes.get(basename(file)) ?? {}, ids);
  }
}

/** Read texts from a stream of JSON lines. */
export async function* readTextLines(input: Readable, origin: string): AsyncGenerator<Text> {
  for await (const line of readJsonLines(input)) {
    const where = `${origin}, line ${line.number}`;
    yield 'fault' in line ? { fault: `${where}: ${line.fault}` } : readText(line.value, where);
  }
}

async function readTextFile(file: string, notes: SourceNotes, ids: Set<string>): Promise<Text> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await readFile(file));
  } catch {
    return { fault: `${file}: cannot be read` };
  }
  const content = decodeLetters(bytes, decode);
  if (content === null) {
    return { fault: `${file}: its letters are in no known encoding: save it as UTF-8` };
  }
  const { text, about } = readArticle(file, content);
  const id =
    notes.id ?? firstFreeId(slug(basename(file).replace(/\.[^.]+$/, '')), (each) => ids.has(each));
  ids.add(String(id));
  return readText(
    { publisher: '', title: '', published: null, ...about, ...notes, id, text },
    file,
  );
}

function readText(value: unknown, origin: string): Text {
  try {
    return { text: parseDraftText(value, origin) };
  } catch (error) {
    if (error instanceof GlossaryError) return { fault: error.message };
    throw error;
  }
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 70)
    .replace(/-+$/, '') || 'text';
