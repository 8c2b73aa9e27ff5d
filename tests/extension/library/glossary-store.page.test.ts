/** In real Chromium, for its database. */
import { bundle } from '../bundle.ts';
import '../fake-browser.ts';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { GlossaryError } from '../../../src/core/glossary/parse-glossary.ts';
import { keyOf } from '../../../src/core/matching/matcher.ts';
import {
  changeGlossary,
  listGlossaries,
  putGlossary,
  readContents,
  readGlossary,
  removeGlossary,
  setGlossaryOn,
} from '../../../src/extension/library/glossary-store.ts';
import { openLibrary } from '../../../src/extension/library/library.ts';
import { openLibraryDatabase } from '../../../src/extension/library/library-database.ts';
import { openStoredIndex } from '../../../src/extension/library/stored-index.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';

const talks = makeGlossary({ group: { short: ['QTG'], long: ['Quiet Talks Group'] } }, 'talks');
const bridges = makeGlossary({ bridge: { long: ['Span Bridge Authority'] } }, 'bridges');

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB('newsgloss');
});

const ids = async () => (await listGlossaries()).map(({ id }) => id);

describe('the store of glossaries', () => {
  it('is empty at first', async () => {
    expect(await listGlossaries()).toEqual([]);
    expect(await readGlossary('talks')).toBeNull();
  });

  it('lists what was put, in that order, with its counts', async () => {
    await putGlossary(talks);
    await putGlossary(bridges);
    expect(await ids()).toEqual(['talks', 'bridges']);
    expect((await listGlossaries())[0]).toMatchObject({ entries: 1, names: 2, on: true });
    expect(await readGlossary('bridges')).toEqual(bridges);
  });

  it('changes, leaves and removes a glossary in one step', async () => {
    await changeGlossary('talks', (stored) => (stored === null ? talks : null));
    expect(await readGlossary('talks')).toEqual(talks);
    await changeGlossary('talks', (stored) => stored);
    expect(await ids()).toEqual(['talks']);
    await changeGlossary('talks', () => null);
    expect([await ids(), await readGlossary('talks')]).toEqual([[], null]);
  });

  it('keeps rank and switch of a glossary that is put again', async () => {
    await putGlossary(talks);
    await putGlossary(bridges);
    await setGlossaryOn('talks', false);
    await putGlossary({ ...talks, version: '2.0.0' });
    expect((await listGlossaries())[0]).toMatchObject({ id: 'talks', version: '2.0.0', on: false });
  });

  it('forgets what is removed, and minds nothing that is not there', async () => {
    await putGlossary(talks);
    await removeGlossary('talks');
    await removeGlossary('never there');
    await setGlossaryOn('never there', true);
    expect(await readContents()).toEqual([]);
  });

  it.each([
    ['broken', { ...talks, entries: 1 }, 'entries'],
    ['of a newer version', { ...talks, schema: 99 }, 'schema'],
  ])('sets aside one that is %s, names it and keeps it', async (_, content, path) => {
    await putGlossary(bridges);
    await putGlossary(talks);
    await (await openLibraryDatabase()).put('contents', content, 'talks');
    await expect(readGlossary('talks')).rejects.toThrow(GlossaryError);
    const library = openLibrary([]);
    expect(await library.faults()).toMatchObject([{ origin: 'talks', path }]);
    expect(await library.lookUp([keyOf('Span Bridge')!])).toHaveLength(1);
    expect((await readContents()).find(({ id }) => id === 'talks')?.content).toEqual(content);
  });

  it('leaves the bundled glossaries there when a newer version has changed the database', async () => {
    const newer = await openDB('newsgloss', 99, {
      upgrade: (database) => void database.createObjectStore('things'),
    });
    newer.close();
    const library = openLibrary(bundle(talks));
    expect(await library.lookUp([keyOf('QTG')!])).toHaveLength(1);
    await expect(listGlossaries()).rejects.toThrow();
  });
});

describe('the index of a large library', () => {
  const entries = Object.fromEntries(
    Array.from({ length: 1_200 }, (_, i) => [`entry-${i}`, { long: [`Quiet Talks Group ${i}x`] }]),
  );
  const large = makeGlossary(entries, 'large');
  const keys = [keyOf('Quiet Talks')!];

  /** Look up until the answer comes from the stored index. */
  async function waitForIndex(): Promise<void> {
    const database = await openLibraryDatabase();
    await expect.poll(() => database.get('index', 'head')).toBeDefined();
  }

  it('answers as the whole library does, at the next start', async () => {
    await putGlossary(large);
    const whole = await openLibrary([]).lookUp(keys);
    await waitForIndex();
    expect(whole).toHaveLength(1_200);
    expect(await openLibrary([]).lookUp(keys)).toEqual(whole);
  });

  it.each<[string, () => Promise<void>, number]>([
    ['a glossary was put', () => putGlossary({ ...large, entries: large.entries.slice(0, 9) }), 9],
    ['one was switched off', () => setGlossaryOn('large', false), 0],
    ['one was removed', () => removeGlossary('large'), 0],
  ])('is not believed any more once %s', async (_, change, count) => {
    await putGlossary(large);
    openLibrary([]);
    await waitForIndex();
    await change();
    expect(await openLibrary([]).lookUp(keys)).toHaveLength(count);
  });

  it('is not that of another build', async () => {
    await putGlossary(large);
    openLibrary([]);
    await waitForIndex();
    expect(await openStoredIndex('another')).toBeNull();
    const answer = await openLibrary(bundle(talks)).lookUp([keyOf('QTG')!]);
    expect(answer).toHaveLength(1);
  });
});
