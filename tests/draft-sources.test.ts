/** The builder held against the two articles that the bundled glossary was made from. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftGlossary } from '../src/core/draft/draft-glossary.ts';
import type { Draft, DraftEntry } from '../src/core/draft/format/draft-types.ts';
import { findReference, NO_REFERENCE_DATA } from './reference-data.ts';

interface Facts {
  sources: Record<string, { file: string; publisher: string; headline: string; published: string }>;
  pairs: { short: string; long: string; source: string }[];
  alias_pairs: { short: string; long: string }[];
  must_not_extract: { short: string }[];
  bodies: { entry: string; canonical: string; aliases: string[] }[];
  facts: {
    id: string;
    entry: string;
    source: string;
    as_of: string;
    evidence: { start: number; end: number };
  }[];
}

/** What must be found at least, of 14 and of 30; entries that are none, at most. */
const BARS = { bodies: 14, facts: 26, falseEntries: 3 };
/** A quote covers a fact when it holds more than this share of its evidence. */
const MOST_OF = 0.5;

const file = findReference('sources', 'facts.json');
const facts: Facts | null = file && JSON.parse(readFileSync(file, 'utf8'));
const draft: Draft | null = facts && draftGlossary(readTexts(facts));

function readTexts({ sources }: Facts) {
  return Object.entries(sources).map(([id, { file: name, publisher, headline, published }]) => ({
    id,
    publisher,
    title: headline,
    published,
    text: readFileSync(findReference('sources', name) ?? '', 'utf8'),
  }));
}

const namesOf = ({ names }: DraftEntry) => names.map(({ text }) => text.toLowerCase());
const entryCalled = (names: readonly string[]): DraftEntry | undefined =>
  draft?.entries.find((entry) => names.some((name) => namesOf(entry).includes(name.toLowerCase())));
const entryOfBody = (body: string): DraftEntry | undefined => {
  const found = facts?.bodies.find(({ entry }) => entry === body);
  return found && entryCalled([found.entry, found.canonical, ...found.aliases]);
};

describe('a draft of the two articles', () => {
  it('has each pair in one entry, at its source, and the alias', ({ skip }) => {
    if (!facts) skip(NO_REFERENCE_DATA);
    for (const { short, long, source } of facts!.pairs) {
      const names = entryCalled([long])?.names.filter((name) => name.source === source);
      expect(names, short).toContainEqual(expect.objectContaining({ text: short, role: 'short' }));
      expect(names, long).toContainEqual(expect.objectContaining({ text: long, role: 'long' }));
    }
    for (const { short, long } of facts!.alias_pairs) {
      expect(entryCalled([short])?.id).toBe(entryCalled([long])?.id ?? 'an entry');
    }
  });

  it('takes nothing for a term that is none', ({ skip }) => {
    if (!facts) skip(NO_REFERENCE_DATA);
    for (const { short } of facts!.must_not_extract) {
      if (short !== 'NATO') expect(entryCalled([short]), short).toBeUndefined();
    }
    expect(entryCalled(['NATO'])).toMatchObject({ undefined: true });
    expect(draft!.entries.filter((entry) => entry.undefined)).toHaveLength(1);
  });

  it('has every body, and few entries that are none', ({ skip }) => {
    if (!facts) skip(NO_REFERENCE_DATA);
    const found = new Set(facts!.bodies.map(({ entry }) => entryOfBody(entry)?.id));
    found.delete(undefined);
    expect(found.size).toBeGreaterThanOrEqual(BARS.bodies);
    expect(draft!.entries.length - found.size).toBeLessThanOrEqual(BARS.falseEntries);
  });

  it('has the facts, each with its quote, its source and its day', ({ skip }) => {
    if (!facts) skip(NO_REFERENCE_DATA);
    const missed = facts!.facts.filter(({ entry, source, as_of, evidence }) => {
      const claims = entryOfBody(entry)?.claims ?? [];
      return !claims.some((claim) => {
        const shared = Math.min(claim.end, evidence.end) - Math.max(claim.start, evidence.start);
        const covers = shared > MOST_OF * (evidence.end - evidence.start);
        return covers && claim.source === source && claim.asOf === as_of;
      });
    });
    expect(
      facts!.facts.length - missed.length,
      missed.map(({ id }) => id).join(),
    ).toBeGreaterThanOrEqual(BARS.facts);
  });

  it.for<[body: string, what: string, date: string]>([
    ['EDSCG', 'founded', '2016-10-19'],
    ['EDSCG', 'lapsed', '2018-01'],
    ['EDSCG', 'met', '2016'],
    ['NCG', 'founded', '2023-07'],
    ['NCG', 'met', '2023-07'],
    ['NCG', 'met', '2023-12'],
    ['NCG', 'planned', '2024-06'],
    ['NCG', 'signed', '2024-02-12'],
    ['Washington Declaration', 'signed', '2023-04'],
  ])('dates %s: %s %s', ([body, what, date], { skip }) => {
    if (!facts) skip(NO_REFERENCE_DATA);
    const when = entryOfBody(body)?.claims.flatMap((claim) => claim.when);
    expect(when).toContainEqual(expect.objectContaining({ what, date }));
  });

  it('keeps what somebody says apart from what the newspaper says', ({ skip }) => {
    if (!facts) skip(NO_REFERENCE_DATA);
    const said = (body: string) =>
      entryOfBody(body)?.claims.flatMap(({ said_by }) => said_by ?? []) ?? [];
    expect(said('EDSCG')).toEqual(expect.arrayContaining(['political analysts', 'The North']));
    expect(said('NCG')).toContain('Kim Sung-han');
    expect(said('CNI')).toEqual(['Park Won-gon']);
    expect(entryOfBody('EDSCG')?.relations).toContainEqual(
      expect.objectContaining({ how: 'modelled on', said_by: expect.stringContaining('Ministry') }),
    );
    expect(entryOfBody('NCG')?.relations).toContainEqual(
      expect.objectContaining({ how: 'rests on', toName: 'Washington Declaration' }),
    );
  });
});
