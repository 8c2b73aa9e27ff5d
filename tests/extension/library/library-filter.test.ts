import '../fake-browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { mayPass } from '../../../src/core/matching/key-filter.ts';
import { keyOf } from '../../../src/core/matching/matcher.ts';
import { openLibrary } from '../../../src/extension/library/library.ts';
import { readLibraryState } from '../../../src/extension/library/library-filter.ts';
import { announceLibraryChange } from '../../../src/extension/library/library-revision.ts';
import { updateSettings } from '../../../src/extension/storage/settings.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';
import { bundle } from '../bundle.ts';

const { local, session } = fakeBrowser.storage;
const talks = makeGlossary({ group: { short: ['QTG'] } }, 'talks');
const mine = makeGlossary({ bridge: { long: ['Span Bridge Authority'] } }, 'mine');
let version = '1.0';

const readFilter = async () => (await readLibraryState()).filter;

/** Open a library and wait until its filter is stored. */
async function open(...contents: readonly Glossary[]) {
  const life = new AbortController();
  openLibrary(bundle(...contents), life.signal);
  await expect.poll(readFilter).not.toBeNull();
  return life;
}

async function passes(...names: string[]): Promise<boolean[]> {
  const filter = (await readFilter()) ?? '';
  return names.map((name) => mayPass(filter, keyOf(name)!));
}

beforeEach(() => {
  fakeBrowser.reset();
  version = '1.0';
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Newsgloss', version });
});

describe('the filter of the library', () => {
  it('lets the names of the library pass, and not all words', async () => {
    await open(talks);
    expect(await passes('QTG', 'Span Bridge')).toEqual([true, false]);
  });

  it.each<[string, () => Promise<unknown> | unknown]>([
    ['the library has changed since', () => announceLibraryChange()],
    ['the extension is another version', () => (version = '1.1')],
    ['it is broken', () => session.set({ 'library-filter': { bits: 7 } })],
    ['it was never stored', () => session.clear()],
  ])('is not there where %s', async (_, change) => {
    const life = await open(talks);
    life.abort();
    await change();
    expect(await readFilter()).toBeNull();
  });

  it('follows the library', async () => {
    const life = await open(talks, mine);
    expect(await passes('QTG', 'Span Bridge')).toEqual([true, true]);
    await updateSettings((settings) => ({ ...settings, glossariesOff: ['mine'] }));
    await announceLibraryChange();
    await expect.poll(() => passes('QTG', 'Span Bridge')).toEqual([true, false]);
    life.abort();
  });

  it('lies where no content script reads or writes', async () => {
    (await open(talks)).abort();
    expect(await local.get()).toEqual({});
  });

  it('tells pages where the library was changed and nobody said so', async () => {
    (await open(talks)).abort();
    const { 'library-revision': before } = await session.get('library-revision');
    const life = await open(talks, mine);
    await expect.poll(() => passes('QTG', 'Span Bridge')).toEqual([true, true]);
    const { 'library-revision': after } = await session.get('library-revision');
    expect(after).toBe(((before as number) ?? 0) + 1);
    life.abort();
  });
});
