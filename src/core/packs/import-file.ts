/** A file of a reader, whatever it is: a backup, a glossary as JSON, a glossary as CSV. */

import { type Fault, faultAt } from '../faults/fault.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { OWN_GLOSSARY } from '../glossary/own-glossary.ts';
import { GlossaryError } from '../glossary/parse-glossary.ts';
import { isOwnExport } from '../own/own-entries.ts';
import { skeletonOf } from '../text/look-alikes.ts';
import { type ImportContent, MOST_TEXT, readImport } from './backup.ts';
import { readCsv } from './csv-text.ts';
import { type Decode, decodeLetters } from './file-letters.ts';
import { csvToGlossary, hasOurHeadings } from './pack-csv.ts';
import { readSimpleTable, type SimpleTable } from './simple-table.ts';

/** Larger files are not even read: in bytes. */
export const MOST_BYTES = 50_000_000;

/** What we need of a `File`. */
interface FileToRead {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** How the files of spreadsheets begin, whatever their names say: a ZIP file, an older container. */
const WORKBOOKS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 3, 4],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * Read a file for import. It is a table by its name, or else it must be JSON; its encoding is told by
 * its bytes. A table without our headings comes back as a simple table: the reader says what its
 * columns hold.
 *
 * @param fixed - Ids of glossaries that cannot be replaced.
 * @throws GlossaryError naming place and remedy of each fault; nothing of the file is usable then.
 */
export async function readImportFile(
  file: FileToRead,
  decode: Decode,
  fixed: ReadonlySet<string>,
): Promise<ImportContent | SimpleTable> {
  const { name, size } = file;
  const fail = (code: 'tooHeavy' | 'workbook' | 'notUtf8', ...values: string[]) =>
    new GlossaryError(name, [faultAt('', code, ...values)]);
  if (size > MOST_BYTES) throw fail('tooHeavy', String(MOST_BYTES / 1_000_000));
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (WORKBOOKS.some((head) => head.every((byte, at) => bytes[at] === byte)))
    throw fail('workbook');
  const text = decodeLetters(bytes, decode);
  if (text === null) throw fail('notUtf8');
  const content = isTable(name, text) ? readTable(text, name) : readImport(text, name);
  if ('rows' in content) return content;
  const isBackup = content.choices !== null;
  const faults = content.glossaries.flatMap(({ glossary }) => checkId(glossary, fixed, isBackup));
  if (faults.length > 0) throw new GlossaryError(name, faults);
  return content;
}

/**
 * What is wrong with the id of a glossary that comes in: it would stand in the place of another, or
 * look like it. The reader's own entries come in as he has saved them, with all else or alone.
 */
function checkId(glossary: Glossary, fixed: ReadonlySet<string>, isBackup: boolean): Fault[] {
  const { id } = glossary;
  if (fixed.has(id)) return [faultAt('id', 'fixed', id)];
  if (id === OWN_GLOSSARY) {
    return isBackup || isOwnExport(glossary) ? [] : [faultAt('id', 'reserved', id)];
  }
  const like = [...fixed, OWN_GLOSSARY].find((other) => skeletonOf(other) === skeletonOf(id));
  return like === undefined ? [] : [faultAt('id', 'likeOther', id, like)];
}

/** Whether a glossary that has no id yet may get this one. */
export const mayBeGiven = (id: string, fixed: ReadonlySet<string>): boolean =>
  [...fixed, OWN_GLOSSARY].every((other) => skeletonOf(other) !== skeletonOf(id));

/** By the ending of its name; "Unicode text", as spreadsheets call it, shares one with all else. */
const isTable = (name: string, text: string): boolean =>
  /\.(?:csv|tsv|tab)$/i.test(name) || (/\.txt$/i.test(name) && !/^\s*[{[]/.test(text));

function readTable(text: string, name: string): ImportContent | SimpleTable {
  if (text.length > MOST_TEXT.glossary) {
    const most = String(MOST_TEXT.glossary / 1_000_000);
    throw new GlossaryError(name, [faultAt('', 'tooLongPack', most)]);
  }
  const rows = readCsv(text);
  const simple =
    rows.openQuote === null && !hasOurHeadings(rows.rows[0]) && readSimpleTable(rows, name);
  if (simple) return simple;
  return { choices: null, glossaries: [{ glossary: csvToGlossary(text, name), on: null }] };
}
