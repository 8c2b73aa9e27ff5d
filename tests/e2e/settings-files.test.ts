/** Files that come into the settings: whole and told in words, or refused so that nothing is lost. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPainted } from '../../src/cli/browser/painted.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { readInSession, readStored } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectSoon } from './paint.ts';
import {
  chooseFile,
  expectSaid,
  noteExports,
  openSettings,
  press,
  pressImport,
} from './settings-page.ts';

describe.each(BROWSERS)('files for the settings in %s', (kind) => {
  const harness = useHarness(kind);
  let folder: string;
  let settings: Page;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgloss-import-'));
    settings = await openSettings(harness);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const good = makeGlossary({ bridge: { long: ['Span Bridge Authority'] } }, 'bridges');
  const BAD: readonly (readonly [what: string, text: string, said: RegExp])[] = [
    ['no JSON', '{\n  "schema": 1,,\n}', /line 2[\s\S]*is not JSON/],
    ['an empty file', '', /is not JSON/],
    ['HTML without terms', '<!doctype html><p>Glossary', /holds no terms that can be read/],
    ['a list', '[]', /neither a glossary nor an export/],
    ['no entries', JSON.stringify({ ...good, entries: undefined }), /entries is missing: add it/],
    [
      'a link that runs a script',
      JSON.stringify({
        ...good,
        sources: good.sources.map((it) => ({ ...it, url: ' java\nscript:alert(1)' })),
      }),
      /sources\[0\]\.url must be an address/,
    ],
    [
      'text with a turn of direction',
      JSON.stringify({ ...good, title: 'Good \u202eydob' }),
      /title must be plain text/,
    ],
    ['a newer form', JSON.stringify({ ...good, schema: 99 }), /schema is 99, newer/],
    [
      'keys of every object',
      `{ "__proto__": { "on": false }, ${JSON.stringify(good).slice(1)}`,
      /__proto__ is not known here: remove it|the file/,
    ],
    [
      'a backup with one broken glossary among good ones',
      JSON.stringify({
        newsgloss: 1,
        settings: { style: 'solid' },
        glossaries: [{ content: good }, { content: { ...good, id: 'No Id' } }],
      }),
      /glossaries\[1\]\.content\.id must be lower-case/,
    ],
    [
      'a backup with a setting of another version',
      JSON.stringify({ newsgloss: 1, settings: { style: 'neon' } }),
      /settings\.style is not known to this version/,
    ],
    [
      'a glossary in the place of the bundled one',
      JSON.stringify({ ...good, id: 'korea-us-alliance' }),
      /id is "korea-us-alliance"/,
    ],
  ];

  it.each(BAD)(
    'are refused: %s, with path and remedy, and nothing is lost',
    async (what, text, said) => {
      const revision = () => readInSession(harness.inside, 'library-revision');
      const before = await revision();
      const name = `${what.replaceAll(/\W+/g, '-')}.json`;
      await writeFile(join(folder, name), text);
      await chooseFile(settings, join(folder, name));
      await expectSaid(
        settings,
        new RegExp(`${name} could not be imported\\. Nothing was changed`),
      );
      await expectSaid(settings, said);
      expect(await readStored(harness.inside, 'settings')).toBeNull();
      expect(await revision()).toBe(before);
    },
  );

  it('take everything along, and bring it in again', async () => {
    const tab = await harness.visit(newsPage({ body: '<p>In Seoul USFK spoke.</p>' }));
    const look = async () => (await readPainted(tab)).map(({ by }) => by);
    // When a row comes or goes, the focus may go elsewhere, which moves the page.
    const count = () => settings.$$eval('.glossary', (all) => all.length);
    await settings.bringToFront();
    const { read: exported } = await noteExports(settings);
    const glossary = { ...good, entries: [{ ...good.entries[0], names: nameOf('Tuesday Talks') }] };
    const pack = join(folder, 'pack.json');
    await writeFile(pack, JSON.stringify(glossary));
    await chooseFile(settings, pack);
    await expectSaid(settings, /What’s in pack\.json[\s\S]*\(new\) · 1 entry/);
    await pressImport(settings);
    await expectSaid(settings, 'Imported.');
    await expectSoon(count, 3);
    await press(settings, 'Solid');
    await expectSoon(look, ['newsgloss-solid']);
    await press(settings, 'Export everything');
    await expect.poll(exported).toContain('Tuesday Talks');
    const backup = join(folder, 'backup.json');
    await writeFile(backup, await exported());

    await press(settings, `Remove ${good.title}`);
    await expectSaid(settings, `${good.title} was removed.`);
    await expectSoon(count, 2);
    await press(settings, 'Dotted');
    await expectSoon(look, ['newsgloss-dotted']);
    await chooseFile(settings, backup);
    await expectSaid(settings, /What’s in backup\.json\s+1 setting[\s\S]*\(new\)/);
    await pressImport(settings);
    await expectSoon(look, ['newsgloss-solid']);
    await expectSaid(settings, good.title);
    harness.leave(tab);
  });
});

const nameOf = (text: string) => [{ text, lang: 'en', role: 'long', case: 'any' }];
