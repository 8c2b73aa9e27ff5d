/** Files that a reader brings, good and bad. In Chromium, whose decoders are those of readers. */
import { describe, expect, it } from 'vitest';
import { checkText, decodeText, readTextFile } from '../../src/ui/settings/text-file.ts';

const bytes = (...numbers: number[]) => new Uint8Array(numbers);
const utf16 = (text: string, isLittle: boolean) => {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
  return bytes(
    ...units.flatMap((unit) => {
      const pair = [unit >> 8, unit & 0xff];
      return isLittle ? pair.reverse() : pair;
    }),
  );
};
/** 핵협의그룹 as Korean files were written before UTF-8. */
const EUC_KR = bytes(0xc7, 0xd9, 0xc7, 0xf9, 0xc0, 0xc7, 0xb1, 0xd7, 0xb7, 0xec);
const ascii = (text: string) => new TextEncoder().encode(text);

describe('the letters of a file', () => {
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['UTF-8', ascii('핵협의그룹 é'), '핵협의그룹 é'],
    ['UTF-8 with its mark, and the line ends of Windows', ascii('\ufeffa\r\nb'), 'a\nb'],
    ['UTF-16, little end first', utf16('핵é', true), '핵é'],
    ['UTF-16, big end first', utf16('핵é', false), '핵é'],
    ['UTF-16 without a mark', utf16('x, y', true).slice(2), 'x, y'],
    ['old Korean', EUC_KR, '핵협의그룹'],
    ['old Korean with rare syllables (CP949)', bytes(...EUC_KR, 0x8c, 0x63), '핵협의그룹똠'],
    [
      'what a page declares',
      bytes(...ascii('<meta charset="windows-1252">'), 0xe9),
      '<meta charset="windows-1252">é',
    ],
  ])('are read: %s', (_, data, text) => expect(decodeText(data)).toEqual({ text }));

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'binary'],
    ['a PDF file', bytes(...ascii('%PDF-1.7\n'), 0xe2, 0xe3, 0x01, 0x02), 'binary'],
    ['control characters', ascii('a\u0007b'), 'binary'],
    ['letters of an unknown encoding', bytes(0x63, 0x61, 0x66, 0xe9, 0x20), 'encoding'],
    ['a declared encoding that is none', bytes(...ascii('charset=klingon '), 0xe9), 'encoding'],
  ])('are refused: %s', (_, data, fault) => expect(decodeText(data)).toBe(fault));
});

describe('a file', () => {
  const readHtml = async (html: string) => ({ text: `page: ${html}`, about: {} });
  const read = (name: string, ...parts: BlobPart[]) =>
    readTextFile(new File(parts, name), readHtml);

  it.each([
    [
      'plain text',
      'a.txt',
      'Title\n\nText.',
      { text: 'Title\n\nText.', about: { title: 'Title' } },
    ],
    [
      'Markdown',
      'a.MD',
      '# Title\n\n**Text**.',
      { text: 'Title\n\nText.', about: { title: 'Title' } },
    ],
    ['a page', 'a.htm', '<p>Text', { text: 'page: <p>Text', about: {} }],
    ['one without an ending', 'notes', 'Text.', { text: 'Text.', about: { title: 'Text.' } }],
  ])('is read by its ending: %s', async (_, name, content, expected) => {
    expect(await read(name, content)).toEqual(expected);
  });

  it.each([
    ['empty', 'a.txt', '', 'empty'],
    ['of white space alone', 'a.txt', ' \n\n\t', 'empty'],
    ['of more than two million characters', 'a.txt', 'a'.repeat(2_000_001), 'long'],
  ])('is refused: %s', async (_, name, content, fault) => {
    expect(await read(name, content)).toBe(fault);
  });

  it('of 50 MB is not even opened', async () => {
    const file = new File([], 'a.txt');
    Object.defineProperties(file, {
      size: { value: 50_000_000 },
      arrayBuffer: { value: () => Promise.reject(new Error('It was opened.')) },
    });
    expect(await readTextFile(file, readHtml)).toBe('long');
  });
});

it('takes a pasted text as long as a book, and no longer', () => {
  const text = 'a'.repeat(2_000_000);
  expect(checkText({ text, about: {} })).toMatchObject({ text });
  expect(checkText({ text: `${text}a`, about: {} })).toBe('long');
});
