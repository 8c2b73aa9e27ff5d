import '../fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { keyOf } from '../../../src/core/matching/matcher.ts';
import { openLibrary } from '../../../src/extension/library/library.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';
import { bundle } from '../bundle.ts';

const { local } = fakeBrowser.storage;
const bundled = makeGlossary(
  {
    group: { short: ['QTG'], long: ['Quiet Talks Group'], related: ['pact'] },
    pact: { long: ['Quiet Pact on Noise'] },
  },
  'bundled',
);
const mine = makeGlossary({ bridge: { long: ['Span Bridge Authority'] } }, 'mine');
/** A library with what an administrator lays down beside what is bundled. */
function open(glossary: Glossary, ...laidDown: readonly unknown[]) {
  fakeBrowser.storage.managed.get = async () => ({ glossaries: laidDown }) as never;
  return openLibrary(bundle(glossary));
}

const keys = [...['QTG', 'Quiet Talks', 'Quiet Pact', 'Span Bridge']].map((name) => keyOf(name)!);
const refsIn = async (library: ReturnType<typeof open>) =>
  (await library.lookUp(keys)).map(({ ref }) => ref);

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'N', version: '1.0' });
});
afterEach(() => vi.restoreAllMocks());

describe('the library', () => {
  it('holds all that it is made of', async () => {
    const library = open(bundled, mine);
    expect(await refsIn(library)).toEqual(['bundled/group', 'bundled/pact', 'mine/bridge']);
    expect(await library.faults()).toEqual([]);
  });

  it('reads no glossary from storage that pages can write to', async () => {
    await local.set({ glossaries: [mine] });
    expect(await refsIn(open(bundled))).toEqual(['bundled/group', 'bundled/pact']);
  });

  it('lets a question wait while it is being read', async () => {
    const waiting: (() => void)[] = [];
    vi.spyOn(local, 'get').mockImplementation(async () => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
      return {};
    });
    const refs = refsIn(open(bundled));
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    for (const give of waiting) give();
    expect(await refs).toEqual(['bundled/group', 'bundled/pact']);
  });

  it.each<[string, readonly unknown[], string[], string[]]>([
    [
      'one broken among good ones',
      [{ ...mine, entries: 1 }, mine],
      ['mine/bridge'],
      ['policy glossary 1: entries'],
    ],
    ['one of a newer version', [{ ...mine, schema: 99 }], [], ['policy glossary 1: schema']],
    ['a text', ['rubbish'], [], ['policy glossary 1: ']],
    [
      'one that bears the id of another',
      [{ ...mine, id: 'bundled' }],
      [],
      ['policy glossary 1: id'],
    ],
    [
      'one of a broken reference',
      [{ ...mine, entries: [{ ...mine.entries[0], basis: ['lost'] }] }],
      [],
      ['policy glossary 1: entries[0].basis[0]'],
    ],
  ])('sets aside what cannot be read, and says where: %s', async (_, others, refs, faults) => {
    const library = open(bundled, ...others);
    expect(await refsIn(library)).toEqual(['bundled/group', 'bundled/pact', ...refs]);
    const found = await library.faults();
    expect(found.map(({ origin, path }) => `${origin}: ${path}`)).toEqual(faults);
  });

  it('has what is bundled when storage fails', async () => {
    vi.spyOn(local, 'get').mockRejectedValue(new Error('storage is switched off'));
    expect(await refsIn(open(bundled))).toEqual(['bundled/group', 'bundled/pact']);
  });

  it('explains an entry with its sources and relations, and none that is not there', async () => {
    const library = open(bundled);
    expect(await library.explain('bundled/group')).toMatchObject({
      ref: 'bundled/group',
      entry: { id: 'group' },
      sources: [{ id: 'paper' }],
      related: [{ ref: 'bundled/pact' }],
    });
    for (const ref of ['bundled/lost', 'group', '__proto__', '']) {
      expect(await library.explain(ref)).toBeNull();
    }
  });
});
