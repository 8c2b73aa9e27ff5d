/** The SHA-256 in a published glossary is that of its file. */
import { describe, expect, it } from 'vitest';
import { GlossaryError } from '../../../src/core/glossary/parse-glossary.ts';
import { readImportFile } from '../../../src/core/packs/import-file.ts';
import { checkSeal } from '../../../src/core/packs/seal.ts';
import { type Bytes, digest, readHere } from '../formats/read.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const BLANK = '0'.repeat(64);

/** A glossary as its publisher writes it: with zeros first, then with the sum of that. */
async function seal(content: object): Promise<string> {
  const blank = JSON.stringify({ sha256: BLANK, ...content }, null, 2);
  return blank.replace(BLANK, await digest(utf8(blank)));
}

const GLOSSARY = makeGlossary({ quay: { long: ['Quay Board'], gloss: '부두를 맡는다.' } }, 'quays');
const check = (text: string) => checkSeal(utf8(text), JSON.parse(text), digest);

describe('a seal', () => {
  it('fits the file that it was made for, and nobody needs one', async () => {
    expect(await check(await seal(GLOSSARY))).toBeNull();
    expect(await check(JSON.stringify(GLOSSARY))).toBeNull();
  });

  it.each<[string, (text: string) => string]>([
    ['a word was changed', (text) => text.replace('Quay Board', 'Quay Bored')],
    ['a blank was added', (text) => `${text}\n`],
    ['it was left blank', (text) => text.replace(/[0-9a-f]{64}/, BLANK)],
    ['it stands there twice', (text) => `${text.slice(0, -1)}, "x": "${JSON.parse(text).sha256}"}`],
  ])('is broken when %s', async (_, change) => {
    expect(await check(change(await seal(GLOSSARY)))).toMatchObject({
      path: 'sha256',
      code: 'sumDiffers',
    });
  });

  it.each<[string, (text: string) => string, string | null]>([
    ['is taken, and its seal is not kept', (text) => text, null],
    ['is refused when it was changed', (text) => `${text} `, 'sumDiffers'],
    ['is refused when the seal is none', (text) => text.replace(/[0-9a-f]{64}/, 'x'), 'badSum'],
  ])('in a file that is imported: %s', async (_, change, code) => {
    const bytes = utf8(change(await seal(GLOSSARY)));
    const file = { name: 'a.json', size: bytes.length, arrayBuffer: async () => bytes.buffer };
    const decode = (given: Bytes) => new TextDecoder().decode(given);
    const read = await readImportFile(file, decode, new Set(), readHere, digest).catch(
      (error) => error,
    );
    if (code === null) {
      expect(read.glossaries[0].glossary).toEqual(GLOSSARY);
    } else {
      expect(read).toBeInstanceOf(GlossaryError);
      expect(read.faults).toMatchObject([{ path: 'sha256', code }]);
    }
  });
});
