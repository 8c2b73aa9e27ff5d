/** In real Chromium, for its database. */
import '../fake-browser.ts';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { createOwnGlossary, EMPTY_FORM, putEntry } from '../../../src/core/own/own-entries.ts';
import { layOver } from '../../../src/core/settings/layer.ts';
import { setKnown } from '../../../src/core/settings/muted.ts';
import { finishImport } from '../../../src/extension/library/carry-out.ts';
import {
  changeGlossary,
  listGlossaries,
  putGlossary,
  readContents,
  readGlossary,
  removeGlossary,
  setGlossaryOn,
} from '../../../src/extension/library/glossary-store.ts';
import { applyImport } from '../../../src/extension/library/import.ts';
import { openLibraryDatabase } from '../../../src/extension/library/library-database.ts';
import { readSettings, updateSettings } from '../../../src/extension/storage/settings.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';

const talks = makeGlossary({ group: { short: ['QTG'], long: ['Quiet Talks Group'] } }, 'talks');
const bridges = makeGlossary({ bridge: { long: ['Span Bridge Authority'] } }, 'bridges');
const newer = { ...talks, version: '2.0.0' };
const content = {
  choices: { style: 'solid' as const },
  glossaries: [newer, bridges].map((glossary) => ({ glossary, on: null })),
};

const WRITER = { language: 'en', title: 'Mine', note: 'My own note', today: '2030-05-14' };

/** Store what is no glossary under the id of one. */
async function spoil(glossary: Glossary): Promise<void> {
  const broken = { ...glossary, entries: 'gone' };
  await (await openLibraryDatabase()).put('contents', broken, glossary.id);
}

const listed = async () => (await listGlossaries()).map(({ id, version }) => `${id} ${version}`);
const style = async () => (await readSettings()).style;

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB('newsgloss');
});

describe('an import', () => {
  it('is taken back as a whole: what it replaced returns as it was, even broken', async () => {
    await putGlossary(talks);
    await spoil(talks);
    const before = await readContents();
    const takeBack = await applyImport(content);
    expect(await listed()).toEqual(['talks 2.0.0', 'bridges 1.0.0']);
    expect(await style()).toBe('solid');
    await takeBack();
    expect(await readContents()).toEqual(before);
    expect(await style()).toBe('dotted');
  });

  it('joins a glossary with what is stored by then, if that is wanted', async () => {
    const { entries } = bridges;
    await putGlossary({ ...talks, entries: [...talks.entries, ...entries] });
    const takeBack = await applyImport({
      choices: null,
      glossaries: [{ glossary: { ...newer, entries: talks.entries }, on: null, way: 'merge' }],
    });
    expect((await readGlossary('talks'))?.entries.map(({ id }) => id)).toEqual(['group', 'bridge']);
    await takeBack();
    expect(await listed()).toEqual(['talks 1.0.0']);
  });

  it('takes nothing back that was written since', async () => {
    const [saved, since] = ['Quay', 'Lamp'].map((term) => (own: Glossary | null) => {
      const form = { ...EMPTY_FORM, term, gloss: 'Made up.' };
      return putEntry(own ?? createOwnGlossary(WRITER), null, form, WRITER);
    });
    const own = saved!(null);
    await updateSettings((now) => setKnown(now, 'talks/group', true));
    const takeBack = await applyImport({
      choices: { style: 'solid', sitesOff: ['quiet.example'] },
      glossaries: [{ glossary: own, on: null }],
    });
    await changeGlossary(own.id, since!);
    await updateSettings((now) => ({
      ...setKnown(now, 'bridges/bridge', true),
      sitesOff: [...now.sitesOff, 'loud.example'],
      dwell: 'long',
    }));
    await takeBack();
    const entries = (await readGlossary(own.id))?.entries.map(({ id }) => id);
    expect(entries).toEqual(['lamp']);
    expect(await readSettings()).toEqual(
      layOver({
        known: ['talks/group', 'bridges/bridge'],
        sitesOff: ['loud.example'],
        dwell: 'long',
      }),
    );
  });

  it.each<[string, () => Promise<void>, object[]]>([
    ['removed', () => removeGlossary('talks'), []],
    ['switched off', () => setGlossaryOn('talks', false), [{ version: '1.0.0', on: false }]],
    ['broken', () => spoil(newer), [{ version: '2.0.0', content: { entries: 'gone' } }]],
  ])('taken back leaves a glossary that was %s since', async (_, change, expected) => {
    await putGlossary(talks);
    const takeBack = await applyImport(content);
    await change();
    await takeBack();
    expect(await readContents()).toMatchObject(expected);
  });

  it('that was being taken back is finished at the next start, and what was written since stays', async () => {
    const takeBack = await applyImport({ choices: { style: 'solid' }, glossaries: [] });
    const noted = vi.spyOn(fakeBrowser.storage.local, 'set');
    await takeBack();
    const [items] = noted.mock.calls.find(([each]) => 'import' in each) ?? [{}];
    noted.mockRestore();
    await updateSettings((now) => ({ ...now, style: 'solid', dwell: 'long' }));
    await fakeBrowser.storage.local.set(items ?? {});
    await finishImport();
    expect(await readSettings()).toEqual(layOver({ dwell: 'long' }));
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
