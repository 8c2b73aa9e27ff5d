/** docs/privacy.md names everything that is stored, and where: nothing that has no row may be kept. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Where the code says that something is stored: items by area and key, tabs, databases. */
const STORED: readonly (readonly [where: string | null, pattern: RegExp])[] = [
  [null, /StoredItem = \{ area: '(\w+)', key: '([\w-]+)' \}/g],
  ['sync', /^const SYNC_FORMAT = (\d+);/gm],
  ['session', /const keyOf = \(\w+: number\) => `([\w-]+-)\$/g],
  ['IndexedDB', /keepOpen<\w+>\(\s*'([\w-]+)'/g],
  ['IndexedDB', /^const NAME = '([\w-]+)';/gm],
];

/** What would store something past these ways. */
const OTHER_WAYS =
  /\blocalStorage\b|\bsessionStorage\b|document\.cookie|\bcaches\.|indexedDB\.open|storage\.sync|\bopenDB\b|storage(?:\.\w+|\[\w+\])\.set\(/;
const DOORS = [
  'src/extension/storage/database.ts',
  'src/extension/storage/stored.ts',
  'src/extension/sync/sync-area.ts',
  'src/extension/tabs/tab-reports.ts',
];

const code = globSync('{src/{core,extension,page,ui},entrypoints}/**/*.{ts,tsx}', { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

const document = read('docs/privacy.md');
const rows = [
  ...document.matchAll(
    /^\| `([\w-]+)`…? +\| (IndexedDB|`storage\.\w+`) +\| (.+?) +\| (.+?) +\|$/gm,
  ),
].map(([, name = '', where = '', what = '', until = '']) => ({
  name: `${where.replaceAll(/`|storage\./g, '')} ${name}`,
  words: [what, until],
}));

describe('the table of what is stored', () => {
  it('has a row for everything that is stored, and no other', () => {
    const stored = code
      .filter((path) => /^src\/(?:extension|core\/sync)\//.test(path))
      .flatMap((path) =>
        STORED.flatMap(([where, pattern]) =>
          [...read(path).matchAll(pattern)].map(([, first, second]) =>
            where === null ? `${first} ${second}` : `${where} ${first}`,
          ),
        ),
      );
    expect(rows.map(({ name }) => name).sort()).toEqual(stored.sort());
  });

  it.each(rows)('says of $name what it is, and until when', ({ words: [what, until] }) => {
    expect(what).toMatch(/\w+ \w+ \w+/);
    expect(until).toMatch(/\w+ \w+/);
  });

  it('knows all ways in which something is stored', () => {
    expect(code.filter((path) => OTHER_WAYS.test(read(path)))).toEqual(DOORS);
  });
});

describe('docs/privacy.md', () => {
  it.each([
    'What is read',
    'What is stored, and where',
    'How to delete it',
    'The network',
    'What sync hands on',
    'What a page can find out',
    'What a page can do',
    'What is not prevented',
  ])('says something under “%s”', (title) => {
    const part = document.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
    expect(part).toMatch(/(?:\S+\s+){20}/);
  });
});
