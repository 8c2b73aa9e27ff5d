/** Reads the texts for a draft: from files of several kinds, or from a stream. */

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { DraftText } from '../../core/draft/format/draft-types.ts';
import { parseDraftText } from '../../core/draft/format/parse-draft.ts';
import { firstFreeId } from '../../core/glossary/free-id.ts';
import { GlossaryError } from '../../core/glossary/parse-glossary.ts';
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
 * @throws Error naming an item that has no file.
 */
export async function readSourceList(path: string): Promise<ReadonlyMap<string, SourceNotes>> {
  const list: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!Array.isArray(list))
    throw new Error(`${path}: must be a list, such as [{"file": "a.txt", …}]`);
  return new Map(
    list.map((item: unknown, i) => {
      const isNamed = typeof item === 'object' && item !== null && 'file' in item;
      if (!isNamed || typeof item.file !== 'string') {
        throw new Error(`${path}: [${i}].file is missing: add the file's name`);
      }
      const { file, ...notes } = item as { file: string } & SourceNotes;
      return [file, notes] as const;
    }),
  );
}

/** Read texts one after the other. Files named `.ndjson` or `.jsonl` contain one text a line. */
export async function* readTexts(
  files: readonly string[],
  notes: ReadonlyMap<string, SourceNotes>,
): AsyncGenerator<Text> {
  const ids = new Set<string>();
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
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch {
    return { fault: `${file}: cannot be read` };
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
