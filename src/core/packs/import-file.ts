/** Reads a file for import: a backup, a glossary as JSON or CSV, a simple table, a foreign format. */

import { faultAt } from '../faults/fault.ts';
import type { ForeignFile, ForeignGlossary } from '../formats/foreign.ts';
import { isZip, tellFormat } from '../formats/tell-format.ts';
import { GlossaryError } from '../glossary/parse-glossary.ts';
import { isOwnExport } from '../own/own-entries.ts';
import { type ImportContent, MOST_TEXT, readImport } from './backup.ts';
import { readCsv } from './csv-text.ts';
import { type Decode, decodeLetters } from './file-letters.ts';
import { csvToGlossary, hasOurHeadings } from './pack-csv.ts';
import { checkId } from './pack-id.ts';
import { checkSeal, type Digest } from './seal.ts';
import { readSimpleTable, type SimpleTable } from './simple-table.ts';

/** Largest file that is read, in bytes. */
export const MOST_BYTES = 50_000_000;

/** What we need of a `File`. */
interface FileToRead {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The first bytes of workbooks of older versions of Excel; newer ones are ZIP files. */
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads a file in a foreign format; rejects with a GlossaryError. Its parsers may be elsewhere. */
export type ReadForeign = (file: ForeignFile) => Promise<ForeignGlossary>;

/**
 * Read a file for import. Its kind is told by its content, that of a table by its name too; its
 * encoding is found out from its bytes.
 *
 * @param fixed - Ids of glossaries that cannot be replaced.
 * @returns The content. Or a table without our column names: the reader is then asked what its
 *   columns hold. Or what a foreign file says: the reader is then asked for its source.
 * @throws GlossaryError with the faults and their places; nothing of the file may be used then.
 */
export async function readImportFile(
  file: FileToRead,
  decode: Decode,
  fixed: ReadonlySet<string>,
  readForeign: ReadForeign,
  digest: Digest,
): Promise<ImportContent | SimpleTable | ForeignGlossary> {
  const { name, size } = file;
  const fail = (code: 'tooHeavy' | 'workbook' | 'notUtf8' | 'otherXml', ...values: string[]) =>
    new GlossaryError(name, [faultAt('', code, ...values)]);
  if (size > MOST_BYTES) throw fail('tooHeavy', String(MOST_BYTES / 1_000_000));
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (OLD_WORKBOOK.every((byte, at) => bytes[at] === byte)) throw fail('workbook');
  if (isZip(bytes)) return readForeign({ format: 'yomitan', name, content: bytes });
  const text = decodeLetters(bytes, decode);
  if (text === null) throw fail('notUtf8');
  const kind = kindOf(name, text);
  if (kind === 'xml') throw fail('otherXml');
  if (kind !== 'table' && kind !== 'json')
    return readForeign({ format: kind, name, content: text });
  const content = kind === 'table' ? readTable(text, name) : readImport(text, name);
  if ('rows' in content) return content;
  const broken = isSealed(text) && (await checkSeal(bytes, JSON.parse(text), digest));
  if (broken) throw new GlossaryError(name, [broken]);
  const isBackup = content.choices !== null;
  const faults = content.glossaries.flatMap(({ glossary }) =>
    checkId(glossary, fixed, isBackup || isOwnExport(glossary)),
  );
  if (faults.length > 0) throw new GlossaryError(name, faults);
  return content;
}

/** Whether a file that was read may have a seal; a table has none. */
const isSealed = (text: string): boolean => /^\s*\{/.test(text) && text.includes('"sha256"');

/** What a text is, by its content; its name decides only for what could be a table or another. */
function kindOf(name: string, text: string): 'table' | 'json' | NonNullable<Told> {
  const isNamedTable = /\.(?:csv|tsv|tab)$/i.test(name);
  if (isNamedTable && isTable(text)) return 'table';
  const foreign = tellFormat(text);
  if (foreign !== null) return foreign;
  if (isNamedTable) return 'table';
  if (/^\s*(?:[{[]|$)/.test(text)) return 'json';
  return /\.txt$/i.test(name) || isTable(text) ? 'table' : 'json';
}

type Told = ReturnType<typeof tellFormat>;

/** The part of a text that shows whether it is a table, in UTF-16 code units. */
const TABLE_HEAD = 20_000;

/** Whether a text is a table by its first rows: with our headings, or one of few columns. */
function isTable(text: string): boolean {
  const rows = readCsv(text.slice(0, TABLE_HEAD));
  return hasOurHeadings(rows.rows[0]) || readSimpleTable(rows, '') !== null;
}

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
