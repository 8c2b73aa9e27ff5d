/** The texts for the stores: within the stores' lengths, and true to the extension. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listPictures } from '../src/cli/release/pictures.ts';
import {
  findTextFaults,
  MOST_CHARACTERS,
  readSections,
  readStoreTexts,
  STORE_LANGUAGES,
} from '../src/cli/release/store-texts.ts';
import { KEYS } from '../src/cli/release/stores.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const texts = readStoreTexts();
const page = read('docs/store/README.md');

describe('texts for the stores', () => {
  it('are all there, and none too long', () => {
    expect(texts.length).toBeGreaterThan(10);
    expect(findTextFaults(texts)).toEqual([]);
  });

  it('have the limits that docs/store/README.md gives', () => {
    for (const [kind, most] of Object.entries(MOST_CHARACTERS)) {
      const row =
        page.split('\n').find((line) => line.startsWith(`| ${kind.toLowerCase()} `)) ?? '';
      expect(row.split('|')[4]?.trim(), kind).toBe(most.toLocaleString('en'));
    }
  });

  it.each(STORE_LANGUAGES)('have the name and the summary of the manifest in %s', (language) => {
    const sections = readSections(read(`docs/store/${language}.md`));
    const manifest = /^extension:\n {2}name: (.+)\n {2}description: (.+)$/m.exec(
      read(`assets/locales/${language}.yml`),
    );
    expect([sections.get('Name'), sections.get('Summary')]).toEqual(manifest?.slice(1));
  });

  it('are as long in one language as in the other, part by part', () => {
    const partsOf = (language: string) =>
      readSections(read(`docs/store/${language}.md`))
        .get('Description')
        ?.split('\n\n')
        .map((part) => part.split('\n').length);
    expect(partsOf('ko')).toEqual(partsOf('en'));
  });

  it('are plain, since stores show no Markdown', () => {
    const listed = texts.filter(({ kind }) => kind === 'Description');
    for (const { text } of listed) expect(text).not.toMatch(/\*\*|__|`|\]\(|^#/m);
  });
});

describe('docs/store/README.md', () => {
  it('lists pictures of the sizes that the stores take, at most five of them screenshots', () => {
    const sizes = listPictures(page).map(({ width, height }) => `${width}×${height}`);
    expect(new Set(sizes)).toEqual(new Set(['1280×800', '440×280']));
    const screenshots = sizes.filter((size) => size === '1280×800').length;
    expect(screenshots / STORE_LANGUAGES.length).toBeLessThanOrEqual(5);
  });

  it('says where each key is made', () => {
    const named = [...page.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    expect(named).toEqual([...KEYS.chrome, ...KEYS.firefox]);
  });
});

describe('findTextFaults', () => {
  it('counts characters, and names what is missing', () => {
    const kind = 'Name';
    expect(
      findTextFaults([
        { what: 'en: Name', kind, text: 'x'.repeat(51) },
        { what: 'ko: Name', kind, text: '글'.repeat(50) },
        { what: 'ja: Name', kind, text: '' },
      ]),
    ).toEqual(['en: Name has 51 characters, 50 are taken', 'ja: Name is missing']);
  });
});
