/** `glossary convert`: a file in any format that is read → a pack, or any format that is written. */
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ForeignGlossary } from '../../core/formats/foreign.ts';
import { readForeign } from '../../core/formats/read-foreign.ts';
import { bringEntries, toGlossary } from '../../core/formats/to-glossary.ts';
import { glossaryToAnki } from '../../core/formats/write-anki.ts';
import { glossaryToTbx } from '../../core/formats/write-tbx.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { dayOf } from '../../core/glossary/partial-date.ts';
import { type ReadForeign, readImportFile } from '../../core/packs/import-file.ts';
import { glossaryToCsv } from '../../core/packs/pack-csv.ts';
import { glossaryToMarkdown } from '../../core/packs/pack-markdown.ts';
import { guessReading, isWhole, tableToForeign, takenRows } from '../../core/packs/simple-table.ts';
import { decode, type Options, type Streams } from '../lines/command.ts';
import { writeTo } from '../lines/ndjson.ts';
import { sha256 } from './seal-command.ts';

/** By the ending of the file that is written. */
const WRITERS: ReadonlyMap<string, (glossary: Glossary) => string> = new Map([
  ['.json', (glossary: Glossary) => `${JSON.stringify(glossary, null, 2)}\n`],
  ['.csv', glossaryToCsv],
  ['.md', glossaryToMarkdown],
  ['.tbx', glossaryToTbx],
  ['.tsv', glossaryToAnki],
]);

/** Convert one file. What its format cannot say is told by options, once for the whole file. */
export async function convertFile(
  files: readonly string[],
  { output, errors }: Streams,
  options: Options,
): Promise<number> {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error('name one file: convert words.tbx');
  const ending = options.output === undefined ? '.json' : extname(options.output).toLowerCase();
  const write = WRITERS.get(ending);
  if (write === undefined) {
    throw new Error(`${options.output}: name the output ${[...WRITERS.keys()].join(', ')}`);
  }
  await writeTo(output, write(await readAny(file, errors, options)));
  return 0;
}

async function readAny(
  path: string,
  errors: Streams['errors'],
  options: Options,
): Promise<Glossary> {
  const bytes = new Uint8Array(await readFile(path));
  const file = { name: path, size: bytes.length, arrayBuffer: async () => bytes.buffer };
  const parse: ReadForeign = async (foreign) =>
    readForeign(foreign, (text) => decode(text, 'utf-8'));
  const read = await readImportFile(file, decode, new Set(), parse, sha256);
  if ('format' in read) return bring(read, errors, options);
  if ('rows' in read) {
    const reading = guessReading(read);
    if (!isWhole(reading.roles)) {
      throw new Error(`${path}: its columns are not clear: head them Term, Long form, Meaning`);
    }
    const { left } = takenRows(read, reading);
    if (left > 0) errors.write(`${path}: rows left out without a term or a meaning: ${left}\n`);
    return bring(tableToForeign(read, reading), errors, options);
  }
  const [only, ...others] = read.glossaries;
  if (only === undefined || others.length > 0) {
    throw new Error(`${path}: must hold one glossary, but holds ${read.glossaries.length}`);
  }
  return only.glossary;
}

function bring(foreign: ForeignGlossary, errors: Streams['errors'], options: Options): Glossary {
  const { about, file, format } = foreign;
  const brought = bringEntries(foreign);
  const { entries, bare, shortened } = brought;
  errors.write(
    `${file}: ${format}; entries: ${entries.length}, left out without an explanation: ${bare}, explanations shortened: ${shortened}\n`,
  );
  const said = {
    title: options.title ?? about.title ?? basename(file, extname(file)),
    publisher: options.publisher ?? about.publisher ?? '',
    published: options.date ?? about.published ?? '',
  };
  const undated = 'day of conversion, since the file gives no date';
  const today = dayOf(new Date());
  return toGlossary(file, about, brought, said, { today, undated, isFree: () => true });
}
