import '../fake-browser.ts';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { openLibrary } from '../../../src/extension/library/library.ts';
import { readLibraryState } from '../../../src/extension/library/library-origin.ts';
import { announceLibraryChange } from '../../../src/extension/library/library-revision.ts';
import { updateChoices, watchSettings } from '../../../src/extension/storage/settings.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';
import { bundle } from '../bundle.ts';

const { local, session } = fakeBrowser.storage;
const talks = makeGlossary({ group: { short: ['QTG'] } }, 'talks');
const mine = makeGlossary({ bridge: { long: ['Span Bridge Authority'] } }, 'mine');

/** Open a library, and wait until it is noted what it was made from. */
async function open(...contents: readonly Glossary[]): Promise<void> {
  const life = new AbortController();
  await openLibrary(bundle(...contents), life.signal).noted();
  life.abort();
}

const revision = async () => (await readLibraryState()).revision;

beforeEach(() => fakeBrowser.reset());

describe('the revision of the library', () => {
  it('changes with each change that is announced', async () => {
    await open(talks);
    expect(await revision()).toBe(0);
    await announceLibraryChange();
    expect(await revision()).toBe(1);
  });

  it('stays where the background starts again with the same glossaries', async () => {
    await open(talks);
    await open(talks);
    expect(await revision()).toBe(0);
  });

  it('changes where the glossaries are others and nobody said so, once', async () => {
    await open(talks);
    await open(talks, mine);
    expect(await revision()).toBe(1);
    await open(talks, mine);
    await open(talks, mine);
    expect(await revision()).toBe(1);
  });

  it('changes where a glossary is switched off by whatever changes settings, such as sync', async () => {
    const life = new AbortController();
    onTestFinished(() => life.abort());
    const library = openLibrary(bundle(talks), life.signal);
    await library.noted();
    const seen = vi.fn();
    watchSettings(seen, life.signal);
    await updateChoices((choices) => ({ ...choices, style: 'solid' }));
    await expect.poll(() => seen.mock.calls.length).toBe(1);
    expect(await revision()).toBe(0);
    await updateChoices((choices) => ({ ...choices, glossariesOff: ['talks'] }));
    await expect.poll(revision).toBe(1);
    expect(await library.search('QTG', 1, 'en')).toEqual({ lines: [], count: 0 });
  });

  it('lies where no content script reads or writes', async () => {
    await open(talks);
    expect(await local.get()).toEqual({});
    expect(Object.keys(await session.get())).toEqual(['library-origin']);
  });
});
