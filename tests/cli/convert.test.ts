/** `glossary convert`: every format that is read, into every one that is written. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGlossary } from '../../src/cli/glossary.ts';
import { csvToGlossary } from '../../src/core/packs/pack-csv.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';

let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsgloss-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function convert(...args: readonly string[]) {
  const written = { output: '', errors: '' };
  const into = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const streams = { input: Readable.from([]), output: into('output'), errors: into('errors') };
  const code = await runGlossary(['convert', ...args], streams);
  return { code, ...written };
}

const sample = (name: string) => join(import.meta.dirname, '../fixtures/formats', name);

describe('glossary convert', () => {
  it.each([
    [
      'basic-dca.tbx',
      'Talks of Quill Harbour',
      2,
      'tbx; entries: 2, left out without an explanation: 1',
    ],
    [
      'harbour-yomitan.zip',
      'Harbour words',
      3,
      'yomitan; entries: 3, left out without an explanation: 1',
    ],
    [
      'harbour.glossary.yml',
      'Harbour',
      2,
      'contextive; entries: 2, left out without an explanation: 1',
    ],
    [
      'abbreviations.md',
      'Letters of the harbour',
      3,
      'markdown; entries: 3, left out without an explanation: 0',
    ],
    [
      'words.html',
      'Words of the harbour & its quays',
      5,
      'page; entries: 5, left out without an explanation: 1',
    ],
    [
      'three-columns.tsv',
      'three-columns',
      2,
      'table; entries: 2, left out without an explanation: 0',
    ],
  ])('reads %s, whatever it is called', async (file, title, count, told) => {
    await copyFile(sample(file), at('file.any'));
    const named = file.endsWith('.tsv') ? sample(file) : at('file.any');
    const { code, output, errors } = await convert(named);
    const pack = JSON.parse(output);
    expect([code, pack.title, pack.entries.length]).toEqual([0, title, count]);
    expect(errors).toContain(told);
  });

  it('takes for the whole file what its format cannot say', async () => {
    const said = ['--title', 'Letters', '--publisher', 'The Gazette', '--date', '2026-01-02'];
    const { output } = await convert(sample('abbreviations.md'), ...said);
    expect(JSON.parse(output)).toMatchObject({
      id: 'letters',
      title: 'Letters',
      sources: [
        { kind: 'text', publisher: 'The Gazette', title: 'Letters', published: '2026-01-02' },
      ],
    });
  });

  it('marks what nobody says', async () => {
    const { output } = await convert(sample('abbreviations.md'));
    expect(JSON.parse(output).sources).toMatchObject([
      { kind: 'background', publishedBasis: expect.stringContaining('gives no date') },
    ]);
  });

  it('writes what the ending of the output says', async () => {
    const glossary = makeGlossary({ quay: { short: ['QTG'], long: ['Quiet Talks Group'] } });
    await writeFile(at('pack.json'), JSON.stringify(glossary));
    const written = async (name: string) => {
      expect(await convert(at('pack.json'), '-o', at(name))).toMatchObject({ code: 0, errors: '' });
      return readFile(at(name), 'utf8');
    };
    expect(JSON.parse(await written('a.json'))).toEqual(glossary);
    expect(csvToGlossary(await written('a.csv'), 'a.csv')).toEqual(glossary);
    expect(await written('a.md')).toContain('## QTG');
    expect(await written('a.tbx')).toContain('<term>Quiet Talks Group</term>');
    expect(await written('a.tsv')).toContain(
      'QTG\tQuiet Talks Group — It is in this test.\tsample body',
    );
  });

  it.each([
    ['no file', [], 'name one file: convert words.tbx'],
    [
      'an output of no known kind',
      ['three-columns.tsv', '-o', 'a.xls'],
      'name the output .json, .csv',
    ],
  ])('says what to do with %s', async (_, args, said) => {
    const [file, ...rest] = args.map((arg) => (arg.startsWith('a.') ? at(arg) : arg));
    const given = file === undefined ? [] : [sample(file), ...rest];
    const { code, errors } = await convert(...given);
    expect(code).toBe(1);
    expect(errors).toContain(said);
  });

  it('names the file, the place and the remedy', async () => {
    await writeFile(at('broken.tbx'), '<tbx>\n<text>\n</tbx>');
    const { code, errors } = await convert(at('broken.tbx'));
    expect(code).toBe(1);
    expect(errors).toMatch(/broken\.tbx: line 3, column \d+ is not XML from here on: correct it/);
  });
});
