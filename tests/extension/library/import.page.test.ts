/** In real Chromium, for its database. */
import '../fake-browser.ts';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  listGlossaries,
  putGlossary,
  readContents,
} from '../../../src/extension/library/glossary-store.ts';
import { applyImport, finishImport } from '../../../src/extension/library/import.ts';
import { openLibraryDatabase } from '../../../src/extension/library/library-database.ts';
import { readSettings } from '../../../src/extension/storage/settings.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';

const talks = makeGlossary({ group: { short: ['QTG'], long: ['Quiet Talks Group'] } }, 'talks');
const bridges = makeGlossary({ bridge: { long: ['Span Bridge Authority'] } }, 'bridges');
const newer = { ...talks, version: '2.0.0' };
const content = {
  choices: { style: 'solid' as const },
  glossaries: [newer, bridges].map((glossary) => ({ glossary, on: null })),
};

const listed = async () => (await listGlossaries()).map(({ id, version }) => `${id} ${version}`);
const style = async () => (await readSettings()).style;

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB('newsgloss');
});

describe('an import', () => {
  it('is taken back as a whole: what it replaced returns as it was, even broken', async () => {
    await putGlossary(talks);
    const broken = { ...talks, entries: 'gone' };
    await (await openLibraryDatabase()).put('contents', broken, 'talks');
    const before = await readContents();
    const takeBack = await applyImport(content);
    expect(await listed()).toEqual(['talks 2.0.0', 'bridges 1.0.0']);
    expect(await style()).toBe('solid');
    await takeBack();
    expect(await readContents()).toEqual(before);
    expect(await style()).toBe('dotted');
  });

  it('leaves settings and glossaries alone when the glossaries cannot be stored', async () => {
    await putGlossary(talks);
    const impossible = { ...bridges, licence: (() => {}) as unknown as string };
    const glossaries = [newer, impossible].map((glossary) => ({ glossary, on: null }));
    await expect(applyImport({ ...content, glossaries })).rejects.toThrow();
    expect(await listed()).toEqual(['talks 1.0.0']);
    expect(await style()).toBe('dotted');
    expect((await fakeBrowser.storage.local.get('import')).import).toBeUndefined();
  });

  it.each([
    ['finished at the next start when its glossaries are there', true, 'solid'],
    ['forgotten at the next start when they are not', false, 'dotted'],
  ])('is %s', async (_, isPut, expected) => {
    const noted = vi.spyOn(fakeBrowser.storage.local, 'set');
    await applyImport(content);
    const [items] = noted.mock.calls.find(([each]) => 'import' in each) ?? [{}];
    noted.mockRestore();
    fakeBrowser.reset();
    if (!isPut) await deleteDB('newsgloss');
    await fakeBrowser.storage.local.set(items ?? {});
    await finishImport();
    expect(await style()).toBe(expected);
    expect((await fakeBrowser.storage.local.get('import')).import).toBeUndefined();
  });
});
