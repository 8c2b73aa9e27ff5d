/** What a pack could do to pages and to what other glossaries say, and does not. */
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inCard } from '../../../src/cli/browser/card-root.ts';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';
import { hoverUntilCard } from '../card.ts';
import { BROWSERS, useHarness } from '../harness.ts';
import { newsPage } from '../news-page.ts';
import { expectPainted } from '../paint.ts';
import {
  dropFile,
  expectSaid,
  openSettings,
  press,
  pressImport,
  reload,
} from '../settings-page.ts';

/** A pack with an entry of the bundled glossary's id and name, and a claim of its own on it. */
function makeImpostor(): Glossary {
  const pack = makeGlossary(
    { ncg: { short: ['NCG'], long: ['Nuclear Consultative Group'] } },
    'news',
  );
  const claims = [{ text: 'The NCG was dissolved.', source: 'paper', asOf: '2099-01-01' }];
  return {
    ...pack,
    title: 'World news',
    sources: pack.sources.map((source) => ({
      ...source,
      publisher: 'Rеuters',
      url: 'https://nato.int@evil.example/ncg',
    })),
    entries: pack.entries.map((entry) => ({ ...entry, claims })),
  };
}

function makeCrowd(count: number): Glossary {
  const { entries, ...pack } = makeGlossary({ e: { short: ['QHX'] } }, 'crowd');
  const all = Array.from({ length: count }, (_, i) => ({
    ...entries[0]!,
    id: `e${i}`,
    names: [
      ...entries[0]!.names,
      { text: `Meaning ${i}`, lang: 'en', role: 'long' as const, case: 'any' as const },
    ],
  }));
  return { ...pack, entries: all };
}

describe.each(BROWSERS)('a hostile pack in %s', (kind) => {
  const harness = useHarness(kind);
  let settings: Page;
  beforeAll(async () => {
    settings = await openSettings(harness);
  });
  beforeEach(async () => {
    await settings.bringToFront();
    await reload(settings);
  });

  it('does not put its claims above those of an entry, and is warned of', async () => {
    await dropFile(settings, 'news.json', JSON.stringify(makeImpostor()));
    await press(settings, '2 suggestions');
    await expectSaid(settings, 'letters of two scripts in one word');
    await expectSaid(settings, 'it leads to "evil.example"');
    await pressImport(settings);
    await expectSaid(settings, /World news[\s\S]*version 1\.0\.0/);
    const page = await harness.visit(
      newsPage({ body: '<p>The Nuclear Consultative Group (NCG) met in Seoul.</p>' }),
    );
    await expectPainted(page, ['Nuclear Consultative Group', 'NCG']);
    // The page may be read anew, with the pack that has just come.
    const { text } = await hoverUntilCard(page, 'NCG', /NCG/);
    expect(text).not.toContain('dissolved');
    const all = (await inCard(page, (root) => root.textContent)) ?? '';
    expect(all).toMatch(/Had met twice[\s\S]*added by the glossary “World news”[\s\S]*dissolved/);
    harness.leave(page);
  });

  it('does not take the place of the reader’s own entries', async () => {
    const pack = { ...makeGlossary({ e: { long: ['Span Bridge Authority'] } }), id: 'my-glossary' };
    await dropFile(settings, 'mine.json', JSON.stringify(pack));
    await expectSaid(settings, 'an id that Newsgloss keeps for your own entries');
  });

  it('has no name for more entries than can be told apart', async () => {
    await dropFile(settings, 'crowd.json', JSON.stringify(makeCrowd(1_000)));
    await expectSaid(settings, 'a name of more than 200 entries');
  });

  it('holds no page with as many bearers of one name as it may have', async () => {
    await dropFile(settings, 'crowd.json', JSON.stringify(makeCrowd(200)));
    await pressImport(settings);
    await expectSaid(settings, /version 1\.0\.0[\s\S]*200/);
    const many = '<p>The QHX met in Seoul, and QHX staff said so.</p>'.repeat(200);
    const page = await harness.visit(
      newsPage({ body: `<p>The Nuclear Consultative Group (NCG) met.</p>${many}` }),
    );
    await expectPainted(page, ['Nuclear Consultative Group', 'NCG']);
    harness.leave(page);
  });
});
