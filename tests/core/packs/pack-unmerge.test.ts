import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { mergePacks } from '../../../src/core/packs/pack-merge.ts';
import { unmergePack } from '../../../src/core/packs/pack-unmerge.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const BEFORE = makeGlossary({ quay: { long: ['Quay Board'] } });
const OTHER: Glossary = {
  ...makeGlossary({ quay: { short: ['QB'] }, tide: { long: ['Tide Office'] } }),
  sources: [{ ...BEFORE.sources[0]!, title: 'Another text' }],
};
const MERGED = mergePacks(BEFORE, OTHER).glossary;

/** As somebody else has changed the glossary since. */
const withNew = (glossary: Glossary, entries: Parameters<typeof makeGlossary>[0]): Glossary =>
  mergePacks(glossary, makeGlossary(entries)).glossary;
const gist = ({ entries }: Glossary) =>
  entries.map(({ id, names }) => `${id}: ${names.map(({ text }) => text).join()}`);

describe('unmergePack', () => {
  it('makes of the merged one what it was', () => {
    expect(gist(MERGED)).toEqual(['quay: Quay Board,QB', 'tide: Tide Office']);
    expect(unmergePack(MERGED, BEFORE, MERGED)).toEqual(BEFORE);
  });

  it('keeps what has come since, with its sources', () => {
    const now = withNew(MERGED, { pier: { long: ['Pier Guild'] } });
    expect(gist(unmergePack(now, BEFORE, MERGED))).toEqual([
      'quay: Quay Board',
      'pier: Pier Guild',
    ]);
    const citing = {
      ...now,
      entries: now.entries.map((entry) =>
        entry.id === 'pier' ? { ...entry, basis: ['paper-2'] } : entry,
      ),
    };
    const sources = unmergePack(citing, BEFORE, MERGED).sources.map(({ id }) => id);
    expect(sources).toEqual(['paper', 'paper-2']);
  });

  it('keeps entries as they were changed since, and takes none back that was removed', () => {
    const now = withNew(MERGED, { tide: { alias: ['Ebb Office'] } });
    const entries = now.entries.filter(({ id }) => id !== 'quay');
    expect(gist(unmergePack({ ...now, entries }, BEFORE, MERGED))).toEqual([
      'tide: Tide Office,Ebb Office',
    ]);
  });

  it('takes out relations to what goes', () => {
    const links = ['tide', 'quay'].map((entry) => ({
      entry,
      how: 'concerns' as const,
      source: 'paper',
    }));
    const now = withNew(MERGED, { pier: { long: ['Pier Guild'] } });
    const entries = now.entries.map((entry) =>
      entry.id === 'pier' ? { ...entry, related: links, parties: ['tide', 'KR'] } : entry,
    );
    const left = unmergePack({ ...now, entries }, BEFORE, MERGED).entries;
    expect(left.map(({ id }) => id)).toEqual(['quay', 'pier']);
    expect(left[1]?.related.map(({ entry }) => entry)).toEqual(['quay']);
    expect(left[1]?.parties).toEqual(['KR']);
  });
});
