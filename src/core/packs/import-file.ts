/** Reads a file for import: a backup, a glossary as JSON or CSV, or a simple table. */

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

/** Largest file that is read, in bytes. */
export const MOST_BYTES = 50_000_000;

/** What we need of a `File`. */
interface FileToRead {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The first bytes of spreadsheet workbooks: a ZIP file, or the older container of Excel. */
const WORKBOOKS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 3, 4],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * Read a file for import. It is a table if its name says so, else it must be JSON; its encoding is
 * found out from its bytes.
 *
 * @param fixed - Ids of glossaries that cannot be replaced.
 * @returns The content, or a table without our column names: the reader is then asked what its
 *   columns hold.
 * @throws GlossaryError with the faults and their places; nothing of the file may be used then.
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
 * Check the id of an imported glossary: it must not replace a fixed glossary or look like one. The
 * id of own entries is allowed only in a backup or in an export of own entries.
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

/** Whether a new glossary may get an id: none that looks like a fixed or the own glossary's. */
export const mayBeGiven = (id: string, fixed: ReadonlySet<string>): boolean =>
  [...fixed, OWN_GLOSSARY].every((other) => skeletonOf(other) !== skeletonOf(id));

/**
 * Whether a file is a table, by the ending of its name. Spreadsheets save "Unicode text" as `.txt`:
 * in such a file a first bracket means JSON.
 */
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
