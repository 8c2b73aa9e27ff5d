/** Threats: "a foreign file that is made to do harm". Each is refused with its place and a remedy. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MOST_UNPACKED } from '../../../src/core/formats/read-zip.ts';
import { CAPS } from '../../../src/core/glossary/caps.ts';
import {
  type Bytes,
  faultsHere,
  faultsOf,
  inShort,
  openForeign,
  readSample,
  take,
} from './read.ts';

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const json = (value: unknown): Bytes => utf8(JSON.stringify(value));

const tbx = (body: string, head = ''): string =>
  `<?xml version="1.0"?>\n${head}<tbx type="TBX-Basic" style="dca" xml:lang="en"><text><body>${body}</body></text></tbx>`;
const conceptOf = (term: string, definition: string): string =>
  `<conceptEntry><langSec xml:lang="en"><descrip type="definition">${definition}</descrip><termSec><term>${term}</term></termSec></langSec></conceptEntry>`;

const BOMB = `<!DOCTYPE tbx [\n<!ENTITY a "ha">\n${[...'bcdefghij'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('\n')}\n]>\n`;

describe('TBX', () => {
  it.each<readonly [what: string, text: string, fault: string]>([
    ['an entity bomb', tbx(conceptOf('&j;', 'It grows.'), BOMB), 'declares entities or elements'],
    [
      'an entity that names a file',
      tbx(conceptOf('a', '&x;'), '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'),
      'line 2 declares entities',
    ],
    ['a tag that is never closed', tbx('<conceptEntry>'), 'line 2, column'],
    ['an end within a tag', tbx(conceptOf('a', 'b')).slice(0, -3), 'is not XML from here on'],
    ['elements without end', tbx('<hi>'.repeat(100_000)), 'nested more than 100 levels'],
    ['no terms', tbx(''), 'holds no terms that can be read'],
    ['XML of another kind', '<?xml version="1.0"?><rss/>', 'is XML, but neither TBX nor'],
  ])('is refused with %s', async (_, text, fault) =>
    expect((await faultsOf('a.tbx', text)).join()).toContain(fault),
  );

  it('is refused with more entries than a glossary may have', () => {
    const content = tbx('<termEntry/>'.repeat(CAPS.entries + 1));
    expect(faultsHere({ format: 'tbx', name: 'a.tbx', content }).join()).toContain(
      'must not have more than 50000',
    );
  });

  it('of older versions may name a document type, which is not fetched', async () => {
    const read = await openForeign('a.tbx', await readSample('microsoft.tbx'));
    expect(read.entries).toHaveLength(2);
  });

  it('knows the entities of XML alone, and leaves others as they are written', async () => {
    const text = tbx(conceptOf('a', '&lt;b&gt; &#65; &hearts; <![CDATA[<c>]]> &x;'));
    expect(inShort(take(await openForeign('a.tbx', text)))).toEqual([
      'a (long, en): <b> A &hearts; <c> &x; (en)',
    ]);
  });

  it('keeps texts that look like keys of the language as texts', async () => {
    const text = tbx(conceptOf('__proto__', 'constructor')).replace(
      '<conceptEntry>',
      '<conceptEntry id="__proto__" constructor="x">',
    );
    const glossary = take(await openForeign('a.tbx', text));
    expect(glossary.entries[0]).toMatchObject({ id: 'proto', gloss: 'constructor' });
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it.each([
    ['windows-1252', Uint8Array.of(...utf8('<tbx><text>caf'), 0xe9, ...utf8('</text></tbx>'))],
    ['half of a character', Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x74)],
  ])('is refused in letters that are not read: %s', async (_, bytes) =>
    expect((await faultsOf('a.tbx', bytes)).join()).toContain('is not text in UTF-8'),
  );

  it('is read in the letters that it declares', async () => {
    const text = tbx(conceptOf('cafe', 'A cafe.')).replace('?>', ' encoding="windows-1252"?>');
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    bytes[text.indexOf('cafe') + 3] = 0xe9;
    expect(inShort(take(await openForeign('a.tbx', bytes)))[0]).toContain('café');
  });
});

const INDEX = json({ title: 'Words', format: 3, revision: '1' });
const BANK = json([['word', '', '', '', 0, ['a meaning'], 0, '']]);
const good = { 'index.json': INDEX, 'term_bank_1.json': BANK };
const GOOD = zipSync(good) as Bytes;

/** A ZIP file with the number changed that stands at `at` in the list's record of a member. */
function withListed(zip: Bytes, member: string, at: number, value: number): Bytes {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let i = 0; i + 46 < bytes.length; i++) {
    if (view.getUint32(i, true) !== 0x02014b50) continue;
    const name = bytes.slice(i + 46, i + 46 + view.getUint16(i + 28, true));
    if (new TextDecoder().decode(name) === member) view.setUint32(i + at, value, true);
  }
  return bytes;
}

/** 60 MB of blanks in a member of 60 KB. */
const BLANKS = new Uint8Array(60_000_000).fill(0x20);
const bombed = { ...good, 'term_bank_2.json': BLANKS };
const BOMBED = zipSync(bombed, { level: 1 }) as Bytes;

describe('a dictionary', () => {
  it.each<readonly [what: string, bytes: () => Bytes, fault: string]>([
    ['a bomb that says its size', () => BOMBED, 'would unpack to more than 50 MB'],
    [
      'a bomb that says it is small',
      () => withListed(BOMBED, 'term_bank_2.json', 24, 100),
      'term_bank_2.json is damaged',
    ],
    [
      'banks that are too much together',
      () => {
        // Half a megabyte that does not shrink keeps the growth within what is allowed.
        const text = randomText(500_000) + 'a'.repeat(30_000_000);
        const half = utf8(`[["word","","","",0,["${text}"],0,""]]`);
        const banks = { 'term_bank_2.json': half, 'term_bank_3.json': half };
        return zipSync({ ...good, ...banks }, { level: 1 }) as Bytes;
      },
      'term_bank_3.json would unpack to more than 50 MB',
    ],
    [
      'a member that says it is large',
      () => withListed(GOOD, 'term_bank_1.json', 24, MOST_UNPACKED + 1),
      'would unpack to more than 50 MB',
    ],
    [
      'members that share their bytes',
      () => withListed(GOOD, 'term_bank_1.json', 20, 0x7fffffff),
      'is damaged',
    ],
    [
      'a path that leads out',
      () => zipSync({ ...good, '../a.json': BANK }) as Bytes,
      'holds "../a.json"',
    ],
    ['a path from the root', () => zipSync({ ...good, '/etc/a': BANK }) as Bytes, 'holds "/etc/a"'],
    ['a path of Windows', () => zipSync({ ...good, 'C:\\a': BANK }) as Bytes, 'holds "C:\\a"'],
    [
      'too many files',
      () => zipSync({ ...good, ...manyFiles(20_001) }, { level: 0 }) as Bytes,
      'must not hold more than 20000 files',
    ],
    ['its end missing', () => (zipSync(good) as Bytes).slice(0, -30), 'is damaged'],
    [
      'a bank that is a picture',
      () => zipSync({ ...good, 'term_bank_1.json': utf8('GIF') }) as Bytes,
      'term_bank_1.json is not JSON',
    ],
    [
      'a bank in other letters',
      () =>
        zipSync({
          ...good,
          'term_bank_1.json': Uint8Array.of(0x5b, 0x22, 0xe9, 0x22, 0x5d),
        }) as Bytes,
      'term_bank_1.json is not JSON',
    ],
    [
      'a bank that is no list',
      () => zipSync({ ...good, 'term_bank_1.json': json({}) }) as Bytes,
      'term_bank_1.json must be a list',
    ],
    [
      'a row that is no list',
      () => zipSync({ ...good, 'term_bank_1.json': json([1]) }) as Bytes,
      'must be a list',
    ],
    [
      'another version',
      () => zipSync({ ...good, 'index.json': json({ format: 9 }) }) as Bytes,
      'index.json is a ZIP file, but no dictionary',
    ],
    [
      'no index',
      () => zipSync({ 'term_bank_1.json': BANK }) as Bytes,
      'is a ZIP file, but no dictionary',
    ],
    [
      'a member that needs a password',
      () => withListed(GOOD, 'index.json', 8, 1),
      'index.json is damaged',
    ],
    [
      'more terms than a glossary may have',
      () =>
        zipSync({
          ...good,
          'term_bank_1.json': json(
            Array.from({ length: CAPS.entries + 1 }, (_, i) => [
              `w${i}`,
              '',
              '',
              '',
              0,
              ['m'],
              0,
              '',
            ]),
          ),
        }) as Bytes,
      'must not have more than 50000',
    ],
  ])('is refused with %s', async (_, bytes, fault) =>
    expect((await faultsOf('a.zip', bytes())).join()).toContain(fault),
  );

  it('may nest its content at any depth, and hold what is of no known form', async () => {
    let content: unknown = 'deep';
    for (let i = 0; i < 3_000; i++) content = { tag: 'span', content };
    const rows = [
      ['deep', '', '', '', 0, [{ type: 'structured-content', content }], 0, ''],
      ['odd', '', '', '', 0, [null, 7, { type: 'other' }, { __proto__: null }, [1], 'said'], 0, ''],
      ['none', '', '', '', 0, 'no list', 0, ''],
    ];
    const text = JSON.stringify(rows).replace('"other"', '"other","__proto__":{"content":"x"}');
    const read = take(
      await openForeign('a.zip', zipSync({ ...good, 'term_bank_1.json': utf8(text) }) as Bytes),
    );
    expect(inShort(read)).toEqual(['deep (long, en): deep (en)', 'odd (long, en): said (en)']);
  });

  it('whose picture is a bomb is read, since pictures are not unpacked', async () => {
    const bytes = zipSync({ ...good, 'img/a.png': BLANKS }, { level: 1 }) as Bytes;
    expect((await openForeign('a.zip', bytes)).entries).toHaveLength(1);
  });
});

/** A text that packs badly, the same in every run. */
function randomText(length: number): string {
  const parts: string[] = [];
  for (let seed = 1, made = 0; made < length; made += 6) {
    seed = (seed * 48_271) % 2_147_483_647;
    parts.push(seed.toString(36).padStart(6, '0').slice(-6));
  }
  return parts.join('');
}

const manyFiles = (count: number): Record<string, Bytes> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, new Uint8Array(0)]));

const yaml = (terms: string): string => `contexts:\n  - terms:\n${terms}`;
const LAUGHS = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`).join('\n')}\n`;

describe('a file of Contextive', () => {
  it.each<readonly [what: string, text: string, fault: string]>([
    ['an alias bomb', `${LAUGHS}${yaml('      - name: *i\n')}`, 'line 2 is an alias'],
    ['an alias of itself', `contexts: &c\n  - terms: *c\n`, 'line 2 is an alias'],
    ['brackets without end', `contexts: ${'['.repeat(100_000)}`, 'nested more than 100 levels'],
    ['lists in lists', `contexts:\n${'- '.repeat(50_000)}a`, 'nested more than 100 levels'],
    [
      'blocks without end',
      `contexts:\n${Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')}`,
      'nested more than 100 levels',
    ],
    ['a line that is no YAML', yaml('      - name: "open\n'), 'is not YAML from here on'],
    ['two documents', `${yaml('      - name: a\n')}---\nb: c\n`, 'is not YAML from here on'],
    ['no terms', yaml('      []\n'), 'holds no terms that can be read'],
    ['too much text', `${yaml('')}#${'x'.repeat(2_000_000)}`, 'must not be longer than 2 million'],
  ])('is refused with %s', async (_, text, fault) =>
    expect((await faultsOf('a.yml', text)).join()).toContain(fault),
  );

  it('takes no key for a property, and no value for anything but a text', async () => {
    const text = yaml(
      '      - name: yes\n        definition: 0x10\n        __proto__: { definition: no }\n      - name: !!js/function x\n        definition: !<tag:x> text\n',
    );
    const glossary = take(await openForeign('a.yml', text));
    expect(inShort(glossary)).toEqual(['yes (long, en): 0x10 (en)', 'x (long, en): text (en)']);
  });
});

describe('a page', () => {
  it('is refused with elements without end', async () =>
    expect((await faultsOf('a.html', `<p>${'<b>'.repeat(100_000)}`)).join()).toContain(
      'nested more than 512 levels',
    ));

  it('is refused without terms', async () =>
    expect((await faultsOf('a.html', '<!doctype html><p>Glossary')).join()).toContain(
      'holds no terms that can be read',
    ));

  it('brings texts alone: no element, no script, no direction', async () => {
    const text =
      '<dl><dt>a<script>x</script>bc<dd>It is &lt;b&gt;\u202ebold\u202c<img src=x onerror=y>.</dl>';
    expect(inShort(take(await openForeign('a.html', text)))).toEqual([
      'abc (long, en): It is <b>bold. (en)',
    ]);
  });
});

describe('a foreign file', () => {
  it('has long explanations shortened, told in number, and those without any left out', async () => {
    const text = `Long\n: ${'It is a sentence. '.repeat(60)}\n\nBlank\n: \u200b \n\nGood\n: It is good.\n`;
    const glossary = take(await openForeign('a.md', text));
    expect(glossary.entries.map(({ gloss }) => gloss.length <= CAPS.gloss)).toEqual([true, true]);
    expect(glossary.entries[0]?.gloss).toMatch(/It is a sentence\.$/);
  });

  it('names the line of what a glossary may not hold', async () => {
    const heaped = `*[AB]: fine enough\n*[CD]: a${'\u0301'.repeat(9)}.\n`;
    const foreign = await openForeign('a.md', heaped);
    expect(() => take(foreign)).toThrow(/line 2 must be visible text/);
  });
});
