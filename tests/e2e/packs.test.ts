/** A glossary that comes in as a file is at work at once, and goes out as the same. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/build/build-extension.ts';
import { glossaryToTbx } from '../../src/core/formats/write-tbx.ts';
import type { Glossary } from '../../src/core/glossary/glossary.ts';
import { parseGlossary } from '../../src/core/glossary/parse-glossary.ts';
import { csvToGlossary, glossaryToCsv } from '../../src/core/packs/pack-csv.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';
import { hoverUntilCard } from './card.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { newsPage } from './news-page.ts';
import { expectPainted } from './paint.ts';
import {
  chooseFile,
  dropFile,
  expectSaid,
  fill,
  noteExports,
  openSettings,
  press,
  pressImport,
  reload,
} from './settings-page.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const BODY = '<p>In Quill Harbour the Lantern Point Forum met the Span Bridge Authority.</p>';

const packOf = (id: string, title: string, name: string, gloss: string): Glossary => ({
  ...makeGlossary({ body: { long: [name], gloss } }, id),
  title,
});
const BRIDGES = packOf('bridges', 'Bridges', 'Span Bridge Authority', 'It minds the bridge.');
const LAMPS = packOf('lamps', 'Lamps', 'Lantern Point Forum', 'It talks of lamps.');
const NEWER: Glossary = {
  ...LAMPS,
  version: '2.0.0',
  entries: LAMPS.entries.map((entry) => ({
    ...entry,
    gloss: 'It talks of nothing but lamps.',
    claims: [{ text: 'It met in May.', source: 'paper', asOf: '2026-01-02' }],
  })),
};

const CARGO = 'A <dfn>Cargo Tally Board</dfn> counts what comes ashore.';
const FOREIGN: readonly [name: string, content: Uint8Array, format: string][] = [
  ['words.tbx', utf8(glossaryToTbx(BRIDGES)), 'TBX'],
  [
    'words.zip',
    zipSync({
      'index.json': utf8('{"title":"Words","format":3,"targetLanguage":"en"}'),
      'term_bank_1.json': utf8(
        JSON.stringify([['Span Bridge Authority', '', '', '', 0, ['It minds.'], 0, '']]),
      ),
    }),
    'Yomitan',
  ],
  [
    'words.yml',
    utf8('contexts:\n  - terms:\n      - name: Span Bridge Authority\n        definition: x y'),
    'Contextive',
  ],
  ['words', utf8(`<p>${CARGO}<dl><dt>Span Bridge Authority<dd>x y`), 'Web page'],
];

/** What cannot be taken, by a name of its own each, and what a reader is told. */
const TABLE = glossaryToCsv(BRIDGES);
const REFUSED: readonly [what: string, name: string, content: string, said: RegExp][] = [
  ['a table without columns', 'a.csv', 'one\ntwo\n', /line 1 must have the columns/],
  [
    'a row of no known kind',
    'b.csv',
    `${TABLE}club,body\r\n`,
    /line 6, row must be one of glossary/,
  ],
  [
    'a link that runs a script',
    'c.csv',
    `${TABLE}source,x,T,text,,,,P,2026-01-02,,,,," java\nscript:alert(1)"\r\n`,
    /line 6, url must be an address/,
  ],
  [
    'a name with a turn of direction',
    'd.csv',
    TABLE.replace('Span Bridge', 'Span \u202eegdirB'),
    /line 5, text must be plain text/,
  ],
  ['JSON that ends early', 'e.json', JSON.stringify(LAMPS).slice(0, -2), /ends too early/],
  ['XML that breaks', 'f.tbx', '<tbx>\n<text></tbx>', /line 2, column 7 is not XML from here/],
  [
    'XML with entities of its own',
    'g.xml',
    '<!DOCTYPE tbx [<!ENTITY a "b">]>\n<tbx/>',
    /declares entities or elements of its own/,
  ],
];

describe.each(BROWSERS)('packs in %s', (kind) => {
  const harness = useHarness(kind);
  let folder: string;
  let tab: Page;
  let settings: Page;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgloss-packs-'));
    tab = await harness.visit(newsPage({ body: BODY }));
    settings = await openSettings(harness);
  });
  beforeEach(async () => {
    await reload(settings);
    // The list of glossaries moves what stands below it.
    await settings.waitForSelector('.glossary ~ .glossary');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function choose(name: string, content: string): Promise<void> {
    const path = join(folder, name);
    await writeFile(path, content);
    await chooseFile(settings, path, 'glossaries');
  }

  it('come in as CSV by button, are painted at once, and are taken back', async () => {
    await expectPainted(tab, []);
    await choose('bridges.csv', glossaryToCsv(BRIDGES));
    await expectSaid(settings, /What’s in bridges\.csv[\s\S]*Bridges \(new\) · 1 entry/);
    await expectPainted(tab, []);
    await pressImport(settings);
    await expectPainted(tab, ['Span Bridge Authority']);
    await press(settings, 'Undo');
    await expectPainted(tab, []);
  });

  async function bringInLamps(): Promise<void> {
    await dropFile(settings, 'lamps.json', JSON.stringify(LAMPS));
    await pressImport(settings);
    // The tab may show it still from the test before.
    await expectSaid(settings, 'Imported.');
    await expectPainted(tab, ['Lantern Point Forum']);
  }

  it('come in as JSON by drop, and take the place of an older version, told in words', async () => {
    await bringInLamps();
    await dropFile(settings, 'lamps.json', JSON.stringify(NEWER));
    await expectSaid(settings, '1 new fact · 2 details changed');
    await pressImport(settings);
    await expectSaid(settings, 'version 2.0.0');
    await tab.bringToFront();
    await hoverUntilCard(tab, 'Lantern Point Forum', /nothing but lamps/);
    await tab.keyboard.press('Escape');
    await settings.bringToFront();
    await press(settings, 'Undo');
    await expectSaid(settings, /Lamps[\s\S]*version 1\.0\.0/);
  });

  it('come in from other formats, read in a worker', async () => {
    for (const [name, content, format] of FOREIGN) {
      const path = join(folder, name);
      await writeFile(path, content);
      await chooseFile(settings, path, 'glossaries');
      await expectSaid(settings, new RegExp(`What’s in ${name}[\\s\\S]*${format} · `));
      await fill(settings, 'Published by', 'Harbour Office');
      await pressImport(settings);
      await expectPainted(tab, ['Span Bridge Authority']);
      await press(settings, 'Undo');
      await expectPainted(tab, []);
    }
  });

  it('are refused with place and remedy, and what is there stays', async () => {
    await bringInLamps();
    for (const [what, name, content, said] of REFUSED) {
      await choose(name, content);
      await expectSaid(settings, new RegExp(`${name} could not be imported`), what);
      await expectSaid(settings, said, what);
      await expectPainted(tab, ['Lantern Point Forum']);
    }
  });

  it('go out as JSON and CSV, and come in as the same', async () => {
    const file = join(ROOT, 'assets/glossaries/korea-us-alliance.json');
    const bundled = parseGlossary(JSON.parse(await readFile(file, 'utf8')), file);
    await bringInLamps();
    const { read } = await noteExports(settings);
    await press(settings, `Export ${bundled.title} as JSON`);
    await expect.poll(read).toMatch(/^\{/);
    expect(parseGlossary(JSON.parse(await read()), 'exported')).toEqual(bundled);
    await press(settings, `Export ${LAMPS.title} as CSV`);
    await expect.poll(read).toMatch(/^\ufeff?row,entry/);
    expect(csvToGlossary(await read(), 'exported')).toEqual(LAMPS);
    await choose('lamps.csv', await read());
    await expectSaid(settings, 'It is the same as the one you have.');
    await press(settings, 'Cancel');
    await press(settings, `Export ${LAMPS.title} as Markdown`);
    await expect.poll(read).toContain('## Lantern Point Forum');
    await press(settings, `Export ${LAMPS.title} as TBX`);
    await expect.poll(read).toContain('<term>Lantern Point Forum</term>');
    await press(settings, `Export ${LAMPS.title} as Anki`);
    await expect.poll(read).toContain('Lantern Point Forum\tIt talks of lamps.\tlamps body');
  });
});
