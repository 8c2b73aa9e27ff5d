/** Files for import as programs save them: their letters, what parts their cells, and what is none. */

import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describeFault } from '../../../src/core/faults/fault.ts';
import { GlossaryError } from '../../../src/core/glossary/parse-glossary.ts';
import { decodeLetters } from '../../../src/core/packs/file-letters.ts';
import { readImportFile } from '../../../src/core/packs/import-file.ts';
import { glossaryToRows } from '../../../src/core/packs/pack-csv.ts';
import { digest, readHere } from '../formats/read.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const decode = (bytes: Bytes, encoding: string) =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be'): Bytes => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), order === 'le');
  return new Uint8Array(view.buffer);
};

/** The way back of a decoder (that of Node knows less of CP949 than those of browsers): all pairs of bytes that it knows. */
const encoderOf = (encoding: string) => {
  const codes = new Map<string, number[]>();
  for (let lead = 0x80; lead <= 0xfe; lead++) {
    for (const code of [[lead], ...Array.from({ length: 0xff }, (_, trail) => [lead, trail])]) {
      try {
        const char = decode(Uint8Array.from(code), encoding);
        if (char.length === 1 && !codes.has(char)) codes.set(char, code);
      } catch {
        // No letter of it.
      }
    }
  }
  return (text: string): Bytes =>
    Uint8Array.from([...text].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0)]));
};
const cp949 = encoderOf('euc-kr');

const GLOSSARY = makeGlossary({
  quay: {
    short: ['QTG'],
    long: ['Quiet Talks Group', '조용한 협의그룹', '고요한 부두 협의체'],
    gloss: 'It meets, on a quay; 부두에서 모인다.',
  },
});
/** A workbook, so far as its first file tells. */
const workbook = (first: string): Bytes => zipSync({ [first]: utf8('any') });
/** As a spreadsheet writes it: what parts the cells, and the ends of line. */
const table = (separator: string, end = '\r\n') =>
  glossaryToRows(GLOSSARY)
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator) + end)
    .join('');

const readFile = (name: string, bytes: Bytes) =>
  readImportFile(
    { name, size: bytes.length, arrayBuffer: async () => bytes.buffer },
    decode,
    new Set<string>(),
    readHere,
    digest,
  );

async function importOf(name: string, bytes: Bytes) {
  const content = await readFile(name, bytes);
  if (!('glossaries' in content)) throw new Error('It was taken for a table without our headings.');
  return content;
}

async function faultsOf(name: string, bytes: Bytes): Promise<string[]> {
  const error = await importOf(name, bytes).catch((thrown: unknown) => thrown);
  return error instanceof GlossaryError ? error.faults.map(describeFault) : ['it was taken'];
}

describe('a table', () => {
  it.each<[string, string, Bytes]>([
    ['commas, UTF-8', 'a.csv', utf8(table(','))],
    ['commas, UTF-8 with its mark', 'a.csv', utf8(`\ufeff${table(',')}`)],
    ['commas, Korean Excel', 'a.csv', cp949(table(','))],
    ['tabs, Korean Excel', 'a.txt', cp949(table('\t'))],
    ['tabs, “Unicode text”', 'a.txt', utf16(`\ufeff${table('\t')}`, 'le')],
    ['tabs, UTF-16, big end first', 'a.tsv', utf16(`\ufeff${table('\t')}`, 'be')],
    ['tabs, UTF-16 without a mark', 'a.tsv', utf16(table('\t', '\n'), 'le')],
    ['commas, UTF-16 without a mark, big end first', 'a.csv', utf16(table(','), 'be')],
    ['semicolons', 'a.csv', utf8(table(';'))],
    ['semicolons that a line announces', 'a.csv', utf8(`sep=;\r\n${table(';')}`)],
    ['commas that a line announces, UTF-16', 'a.csv', utf16(`\ufeffsep=,\n${table(',')}`, 'le')],
    ['semicolons that a line announces, Korean', 'a.csv', cp949(`sep=;\r\n${table(';')}`)],
  ])('is taken as it was saved: %s', async (_, name, bytes) => {
    const { glossaries } = await importOf(name, bytes);
    expect(glossaries).toEqual([{ glossary: GLOSSARY, on: null }]);
  });

  it('names the line of a fault below the line that announces what parts the cells', async () => {
    const lines = table(';').replace('"body"', '"club"');
    expect((await faultsOf('a.csv', utf8(`sep=;\r\n${lines}`))).join()).toContain('line 5, kind');
  });

  it.each<[string, Bytes, string]>([
    [
      'Western letters',
      Uint8Array.of(...utf8('row,text\nentry,caf'), 0xe9, 0x20, 0x0a),
      'the file is not text in UTF-8, UTF-16 or EUC-KR: save it again as UTF-8',
    ],
    [
      'Western letters that are pairs of Korean ones',
      Uint8Array.of(...utf8('row,text\nentry,'), 0xc5, ...utf8('rhus '), 0xc4, ...utf8('r')),
      'the file is not text in UTF-8',
    ],
    ['Russian', encoderOf('windows-1251')('row,СОВЕТ БЕЗОПАСНОСТИ'), 'the file is not text'],
    [
      'Chinese',
      encoderOf('gbk')('row,中华人民共和国国防部和外交部今天发表声明'),
      'the file is not text',
    ],
    ['Japanese', encoderOf('shift_jis')('row,防衛省は声明を発表した'), 'the file is not text'],
    ['a workbook', workbook('[Content_Types].xml'), 'the file is a workbook'],
    ['a workbook of LibreOffice', workbook('mimetype'), 'the file is a workbook'],
    ['an older workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'the file is a workbook'],
    ['half a UTF-16 character', Uint8Array.of(0xff, 0xfe, 0x72), 'the file is not text in UTF-8'],
  ])('is refused with a remedy: %s', async (_, bytes, fault) => {
    const [said = ''] = await faultsOf('a.csv', bytes);
    expect(said).toContain(fault);
    expect(said).toContain('save it again as');
  });
});

describe('other files', () => {
  it.each(['[1,2,3]', '3', 'null', '{}', '{"a":1}', '"text"'])(
    'that are no glossary are said to be none: %s',
    async (text) =>
      expect(await faultsOf('a.json', utf8(text))).toEqual([
        'the file is JSON, but neither a glossary nor an export of Newsgloss: choose another file',
      ]),
  );

  it('that are a table without our headings are asked about', async () =>
    expect(await readFile('a.csv', utf8('Term,Explanation\nNCG,A group.'))).toMatchObject({
      file: 'a.csv',
      rows: [
        ['Term', 'Explanation'],
        ['NCG', 'A group.'],
      ],
    }));

  it.each<[string, string, Bytes]>([
    ['UTF-8', 'a.json', utf8(JSON.stringify(GLOSSARY))],
    ['what PowerShell writes', 'a.json', utf16(`\ufeff${JSON.stringify(GLOSSARY)}`, 'le')],
    ['JSON that is called a text', 'a.txt', utf8(JSON.stringify(GLOSSARY, null, 1))],
  ])('are taken as they were saved: %s', async (_, name, bytes) => {
    expect((await importOf(name, bytes)).glossaries[0]?.glossary).toEqual(GLOSSARY);
  });

  it('of UTF-8 with a zero here and there are not taken for UTF-16', () =>
    expect(decodeLetters(utf8('a\0bc, plain'), decode)).toBe('a\0bc, plain'));
});
