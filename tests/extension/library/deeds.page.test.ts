/** In real Chromium, for its database. */
import '../fake-browser.ts';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dropGlossary } from '../../../src/extension/library/deeds.ts';
import {
  putGlossary,
  readContents,
  setGlossaryOn,
} from '../../../src/extension/library/glossary-store.ts';
import { openLibraryDatabase } from '../../../src/extension/library/library-database.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';

const talks = makeGlossary({ group: { short: ['QTG'], long: ['Quiet Talks Group'] } }, 'talks');
const bridges = makeGlossary({ bridge: { long: ['Span Bridge Authority'] } }, 'bridges');

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB('newsgloss');
});

describe('a glossary that was removed', () => {
  it.each<[string, unknown]>([
    ['one that was off', talks],
    ['a broken one', { ...talks, entries: 'gone' }],
    ['one of a newer version', { ...talks, schema: 99 }],
  ])('comes back as it was, in its place: %s', async (_, content) => {
    await putGlossary(talks);
    await putGlossary(bridges);
    await setGlossaryOn('talks', false);
    await (await openLibraryDatabase()).put('contents', content, 'talks');
    const before = await readContents();
    const putBack = await dropGlossary('talks');
    expect((await readContents()).map(({ id }) => id)).toEqual(['bridges']);
    await putBack();
    expect(await readContents()).toEqual(before);
  });

  it('does not take the place of one that has come since', async () => {
    await putGlossary(talks);
    const putBack = await dropGlossary('talks');
    await putGlossary({ ...talks, version: '2.0.0' });
    await putBack();
    expect(await readContents()).toMatchObject([{ id: 'talks', version: '2.0.0' }]);
  });
});
