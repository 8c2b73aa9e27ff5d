/**
 * Threat: "a pack or import". What comes in a file is refused with the path of each fault, or is
 * made harmless; nothing is run, nothing grows beyond its caps, and nothing that was there is lost.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CAPS } from '../../../src/core/glossary/caps.ts';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { MOST_TEXT, readImport } from '../../../src/core/packs/backup.ts';
import { checkPack } from '../../../src/core/packs/pack-check.ts';
import { csvToGlossary, glossaryToRows, rowsToGlossary } from '../../../src/core/packs/pack-csv.ts';
import { glossaryToMarkdown } from '../../../src/core/packs/pack-markdown.ts';
import { annotate } from '../../../src/core/reading/annotate.ts';
import { fc } from '../../properties.ts';
import { readFaults, sayFaults } from '../faults/said-faults.ts';

/** 1,000 in full; fewer keep `npm test` short. */
const RUNS = Number(process.env.FC_RUNS ?? 100);

/** A pack of one entry; the name or the gloss may be a test's own. */
function makePack({
  name = 'QHX',
  gloss = 'It looks after the harbour.',
  url = '',
  more = {},
} = {}) {
  return {
    schema: 1,
    id: 'harbour',
    title: 'Harbour terms',
    version: '1.0.0',
    language: 'en',
    licence: 'MIT',
    sources: [
      {
        id: 'gazette',
        publisher: 'Quay Gazette',
        title: 'New pilots',
        published: '2023-02-28',
        ...(url && { url }),
      },
    ],
    entries: [
      {
        id: 'qhx',
        kind: 'body',
        names: [{ text: name, lang: 'en', role: 'short', case: 'exact' }],
        gloss,
        basis: ['gazette'],
        ...more,
      },
    ],
  };
}

const importOf = (pack: unknown) => readImport(JSON.stringify(pack), 'pack.json');

const MARKUP = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  '[click](javascript:alert(1))',
  '&lt;b&gt; & <!-- -->',
];

const ADDRESSES = [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  ' java\nscript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'https:javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://example.org/1',
  'https://example.org/\u202egpj.exe',
  'https://exa\u200bmple.org/',
  'https://',
  '//example.org/',
];

const HIDDEN: readonly (readonly [what: string, character: string])[] = [
  ['a right-to-left override', '\u202e'],
  ['a left-to-right override', '\u202d'],
  ['a right-to-left isolate', '\u2067'],
  ['a right-to-left mark', '\u200f'],
  ['a space of no width', '\u200b'],
  ['a word joiner', '\u2060'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a tag letter', '\u{e0041}'],
  ['an end of line', '\n'],
  ['a line separator', '\u2028'],
  ['a null', '\u0000'],
  ['an escape', '\u001b'],
  ['half of a pair', '\ud800'],
];

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a pack with HTML or a link in its texts', () => {
  it.each(MARKUP)('keeps %s as the text that it is', (text) => {
    const [first] = importOf(makePack({ gloss: text })).glossaries;
    expect(first?.glossary.entries[0]?.gloss).toBe(text);
  });

  it.each(MARKUP)('is written as Markdown in which %s does nothing', (text) => {
    const written = glossaryToMarkdown(parseGlossary(makePack({ name: 'Q', gloss: text }), 'pack'));
    // Every character that could begin a tag, a link or an entity has its backslash.
    expect(written.split('## Sources')[0]).not.toMatch(/(?<!\\)[<>[\]&]/);
  });

  it.each(ADDRESSES)('is refused for the address %j', (url) => {
    expect(readFaults(() => importOf(makePack({ url })))).toEqual([
      { path: 'sources[0].url', remedy: expect.stringMatching(/^must be an address/) },
    ]);
  });
});

describe('a pack with keys of the language itself', () => {
  it.each([
    ['at its top', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}', ''],
    [
      'in an entry',
      JSON.stringify(makePack()).replace('"gloss"', '"__proto__":{"polluted":1},"gloss"'),
      'entries[0].__proto__',
    ],
    [
      'as a constructor',
      JSON.stringify(makePack()).replace('"gloss"', '"constructor":{"polluted":1},"gloss"'),
      'entries[0].constructor',
    ],
  ])('%s is refused, and changes no object', (_, text, path) => {
    const faults = readFaults(() => readImport(text, 'pack.json'));
    if (path) expect(faults.map((fault) => fault.path)).toContain(path);
    else expect(faults).not.toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('a pack that is too big', () => {
  it.each([
    ['100 MB', () => 'x'.repeat(100_000_000)],
    ['10⁷ terms', () => `{"entries":[${'{},'.repeat(10_000_000)}{}]}`],
  ])('of %s is refused before it is parsed', (_, make) => {
    const parse = vi.spyOn(JSON, 'parse');
    expect(readFaults(() => readImport(make(), 'pack.json'))).toEqual([
      {
        path: '',
        remedy: expect.stringMatching(/^must not be longer than 5 million characters.*split it/),
      },
    ]);
    expect(parse).not.toHaveBeenCalled();
  });

  it('is refused when it is a single glossary over its own cap', () => {
    const text = JSON.stringify({ ...makePack(), title: 'x'.repeat(MOST_TEXT.glossary) });
    expect(readFaults(() => readImport(text, 'pack.json'))).toEqual([
      {
        path: '',
        remedy: expect.stringMatching(/^must not be longer than 5 million characters.*split it/),
      },
    ]);
  });

  it('of 10⁷ terms is refused before it is parsed, under the cap for a file with all of them too', () => {
    const parse = vi.spyOn(JSON, 'parse');
    const text = `{"newsgloss":1,"glossaries":[{"content":{"entries":[${'{},'.repeat(10_000_000)}{}]}}]}`;
    expect(readFaults(() => readImport(text, 'pack.json'))).toEqual([
      {
        path: '',
        remedy: expect.stringMatching(/^must not have more than 5,000,000 parts.*split it/),
      },
    ]);
    expect(parse).not.toHaveBeenCalled();
  });

  it.each<[what: string, read: () => unknown]>([
    [
      'a pack with two million bad names',
      () => importOf({ ...makePack(), entries: Array(49_000).fill({ names: Array(44).fill(1) }) }),
    ],
    [
      'a table with two hundred thousand bad rows',
      () => csvToGlossary(`row\n${'club\n'.repeat(199_000)}`, 'pack.csv'),
    ],
  ])('of %s is told of about a thousand faults', (_, read) => {
    const { length } = readFaults(read);
    expect(length).toBeGreaterThan(1_000);
    expect(length).toBeLessThan(1_500);
  });

  it.each<[what: string, read: () => unknown, remedy: string]>([
    [
      'more rows than a table may have',
      () => csvToGlossary('row\n'.repeat(200_002), 'pack.csv'),
      expect.stringContaining('must not have more than 200000 rows'),
    ],
    [
      'more glossaries than a file may have',
      () => importOf({ newsgloss: 1, glossaries: Array(1_001).fill({}) }),
      'must not hold more than 1,000 glossaries, the most for one export: export fewer of them at a time',
    ],
  ])('of %s is refused', (_, read, remedy) => {
    expect(readFaults(read).map((fault) => fault.remedy)).toEqual([remedy]);
  });

  it('has one fault for a list over its cap, whatever is wrong with its items', () => {
    const entries = Array.from({ length: CAPS.entries + 1 }, () => ({ wrong: 1 }));
    expect(readFaults(() => parseGlossary({ ...makePack(), entries }, 'pack'))).toEqual([
      {
        path: 'entries',
        remedy: expect.stringContaining(`must not have more than ${CAPS.entries}`),
      },
    ]);
  });

  it('reads no item of a list over its cap', () => {
    let reads = 0;
    const watched = new Proxy(
      { id: 'x' },
      {
        get: () => {
          reads++;
          return undefined;
        },
      },
    );
    const entries = Array<unknown>(CAPS.entries + 1).fill(watched);
    expect(readFaults(() => parseGlossary({ ...makePack(), entries }, 'pack'))).toHaveLength(1);
    expect(reads).toBe(0);
  });

  it.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', `${'{"entries":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    [
      'a field of an entry',
      JSON.stringify(makePack({ more: { cues: 'DEEP' } })).replace(
        '"DEEP"',
        '['.repeat(100_000) + ']'.repeat(100_000),
      ),
    ],
  ])('of depth 10⁵ in %s is refused with its path', (_, text) => {
    const faults = readFaults(() => readImport(text, 'pack.json'));
    expect(faults.length).toBeGreaterThan(0);
    for (const { remedy } of faults) expect(remedy.length).toBeLessThan(300);
  });
});

describe('a pack whose texts hide something', () => {
  it.each(HIDDEN)('is refused for %s in a name', (_, character) => {
    expect(readFaults(() => importOf(makePack({ name: `Q${character}HX` })))).toEqual([
      { path: 'entries[0].names[0].text', remedy: expect.stringMatching(/^must be plain text/) },
    ]);
  });

  it('never paints a word by a name in letters that look like its own', () => {
    // The first letter is Cyrillic.
    const fake = parseGlossary(makePack({ name: '\u0415DSCG' }), 'pack');
    expect(annotate('In Quill Harbour the EDSCG met.', [fake])).toEqual([]);
    expect(annotate('In Quill Harbour the \u0415DSCG met.', [fake])).toHaveLength(1);
  });

  it('is warned of letters of two scripts in one word', () => {
    const { warnings } = checkPack(makePack({ name: '\u0415DSCG' }), 'pack');
    expect(sayFaults(warnings)).toContainEqual({
      path: 'entries[0].names[0].text',
      remedy: expect.stringMatching(/letters/),
    });
  });

  it.each([
    ['one letter', 'Q', 'entries[0].names[0].text'],
    ['a word of every text', 'the', 'entries[0].names[0].text'],
  ])('is warned of a name that is %s, and paints no page full of it', (_, name, path) => {
    const { warnings, glossary } = checkPack(makePack({ name }), 'pack');
    expect(warnings.map((each) => each.path)).toContain(path);
    const text = `${name} and ${name} met ${name} by the harbour. `.repeat(200);
    expect(annotate(text, [glossary!])).toEqual([]);
  });
});

describe('a table', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("https://example.org")'])(
    'holds no formula: %s',
    (text) => {
      const rows = glossaryToRows(parseGlossary(makePack({ name: text }), 'pack'));
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      expect(rowsToGlossary(rows, 'pack.csv').entries[0]?.names[0]?.text).toBe(text);
    },
  );
});

describe('an import', () => {
  it.each([
    ['broken JSON', '{"schema": 1,\n"id" 2 }', /^line 2, column \d+$/],
    ['an empty file', '', /^line 1, column 1$/],
    ['a file that ends early', '{"schema": 1', /^line 1, column 13$/],
  ])('names the line of %s', (_, text, path) => {
    expect(readFaults(() => readImport(text, 'pack.json'))[0]?.path).toMatch(path);
  });

  it('names the line of a letter that nobody expected', () => {
    const text = JSON.stringify(makePack(), null, 2).replace('"harbour"', '}');
    expect(readFaults(() => readImport(text, 'pack.json'))[0]?.path).toMatch(
      /^line 3, column \d+$/,
    );
  });

  it('is refused as a whole when one of its glossaries is', () => {
    const glossaries = [
      { on: true, content: makePack() },
      { on: true, content: makePack({ gloss: '' }) },
    ];
    const faults = readFaults(() => importOf({ newsgloss: 1, settings: {}, glossaries }));
    expect(faults.map(({ path }) => path)).toContain('glossaries[1].content.entries[0].gloss');
  });

  it('is never anything but taken or refused with paths, and leaves what it was given', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.string(), (json, other) => {
        for (const text of [
          json,
          other,
          JSON.stringify({ newsgloss: 1, glossaries: [{ content: json }] }),
        ]) {
          for (const { remedy } of readFaults(() => readImport(text, 'pack.json'))) {
            expect(remedy).not.toBe('');
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('survives any change of one value of a sound pack', () => {
    const places = placesIn(makePack({ url: 'https://example.org/' }));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), (place, value) => {
        const pack = structuredClone(makePack({ url: 'https://example.org/' }));
        put(pack, place, value);
        const before = JSON.stringify(pack);
        const report = checkPack(pack, 'pack');
        expect(report.glossary === null).toBe(report.faults.length > 0);
        expect(JSON.stringify(pack)).toBe(before);
      }),
      { numRuns: RUNS },
    );
  });
});

type Place = readonly (string | number)[];

/** The paths of all values in a value, but for its own. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...at, key];
    return [place, ...placesIn(inner, place)];
  });
}

function put(target: unknown, place: Place, value: unknown): void {
  let at = target as Record<string | number, unknown>;
  for (const key of place.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[place.at(-1)!] = value;
}
