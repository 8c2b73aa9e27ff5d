import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGlossarySchema, SCHEMA_FILE } from '../../../src/cli/schema.ts';
import type { Entry } from '../../../src/core/glossary/glossary.ts';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { annotate } from '../../../src/core/reading/annotate.ts';

const FOLDER = join(import.meta.dirname, '../../../assets/glossaries');
const files = readdirSync(FOLDER).filter((file) => /(?<!\.schema)\.json$/.test(file));
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));

/** How the matcher compares names: case, blanks, hyphens and the dots of "U.S." count for nothing. */
const fold = (name: string) =>
  name
    .toLowerCase()
    .replace(/[-\s]+/g, ' ')
    .replaceAll('.', '');

it('bundles a glossary', () => expect(files).toContain('korea-us-alliance.json'));

it('has an up-to-date JSON Schema: else run "npm run schema"', () => {
  const written: unknown = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
  expect(written).toEqual(JSON.parse(JSON.stringify(createGlossarySchema())));
});

it('gives every bundled glossary its own id', () => {
  const ids = files.map((file) => parseGlossary(readJson(file), file).id);
  expect(new Set(ids).size).toBe(ids.length);
});

// Parsing itself refuses ids that stand twice, and relations and sources that lead nowhere.
describe.each(files)('%s', (file) => {
  const glossary = parseGlossary(readJson(file), file);
  const sources = new Map(glossary.sources.map((source) => [source.id, source]));
  const claims = glossary.entries.flatMap((entry) =>
    entry.claims.map((claim) => ({ ...claim, entry: entry.id })),
  );

  it('is named after its id and points to the schema', () => {
    expect(file).toBe(`${glossary.id}.json`);
    expect(glossary.$schema).toBe('./glossary.schema.json');
  });

  it('dates no claim later than its source', () => {
    const late = claims.filter((c) => c.asOf > (sources.get(c.source)?.published ?? ''));
    expect(late).toEqual([]);
  });

  it('says every statement, sayer, level and event in Korean too', () => {
    const isKorean = (text: string | undefined) => /\p{Script=Hangul}/u.test(text ?? '');
    const levels = glossary.entries.flatMap(({ level }) => level ?? []);
    const bare = [...claims, ...levels].filter((statement) => {
      type Words = { text: string; said_by?: string | undefined; label?: string | undefined };
      const korean: Words | undefined = statement.translations?.find(({ lang }) => lang === 'ko');
      const label = (statement as Partial<(typeof claims)[number]>).when?.label;
      return !(
        isKorean(korean?.text) &&
        isKorean(korean?.said_by) === (statement.said_by !== undefined) &&
        isKorean(korean?.label) === (label !== undefined)
      );
    });
    expect(bare.map(({ text }) => text)).toEqual([]);
  });

  it('gives no address two titles', () => {
    const addresses = glossary.sources.flatMap(({ url }) => url ?? []);
    expect(addresses.filter((each, i) => addresses.indexOf(each) !== i)).toEqual([]);
  });

  it('tells of nothing before it happened, but of plans', () => {
    const early = claims.filter(
      ({ when, asOf }) => when && when.what !== 'planned' && when.date > asOf,
    );
    expect(early).toEqual([]);
  });

  it('quotes nobody: a bundled glossary holds facts, not sentences', () => {
    expect(claims.filter(({ quote }) => quote !== undefined)).toEqual([]);
  });

  it('tells nothing twice in one entry', () => {
    const told = claims.map(({ entry, text }) => `${entry}: ${text}`);
    expect(told.filter((each, i) => told.indexOf(each) !== i)).toEqual([]);
  });

  it('lists no name of an entry twice', () => {
    const names = glossary.entries.flatMap(({ id, names }) =>
      names.map(({ text, case: how }) => `${how === 'exact' ? text : fold(text)} (${id})`),
    );
    expect(names.filter((each, i) => names.indexOf(each) !== i)).toEqual([]);
  });

  it('uses every source', () => {
    const used = new Set([
      ...glossary.entries.flatMap(({ basis, names }) => [...basis, ...names.map((n) => n.source)]),
      ...claims.map(({ source }) => source),
    ]);
    expect([...sources.keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  it('explains every entry in Korean too', () => {
    const glossOf = (entry: Entry) => entry.translations.find(({ lang }) => lang === 'ko')?.gloss;
    const bare = glossary.entries.filter((each) => !/\p{Script=Hangul}/u.test(glossOf(each) ?? ''));
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('has cues that are neither names of their entry nor there twice', () => {
    for (const { id, names, cues } of glossary.entries) {
      const own = new Set(names.map(({ text }) => fold(text)));
      expect(
        cues.filter((cue, i) => own.has(fold(cue)) || cues.indexOf(cue) !== i),
        id,
      ).toEqual([]);
    }
  });

  it('gives every rival cues that do not speak for its entry as well', () => {
    for (const entry of glossary.entries) {
      const cues = new Set(entry.cues.map(fold));
      for (const { long, cues: theirs } of entry.rivals) {
        expect(theirs.length, `${entry.id}: ${long}`).toBeGreaterThan(0);
        expect(
          theirs.filter((cue) => cues.has(fold(cue))),
          `${entry.id}: ${long}`,
        ).toEqual([]);
      }
    }
  });
});

describe('the glossary of two articles', () => {
  const file = 'korea-us-alliance.json';
  const glossary = parseGlossary(readJson(file), file);
  const sources = new Map(glossary.sources.map((source) => [source.id, source]));
  const claims = glossary.entries.flatMap((entry) => entry.claims);

  it('dates every claim with the day of its source', () => {
    const dates = claims.map(({ text, source, asOf }) => [text, source, asOf]);
    expect(dates).toEqual(claims.map((c) => [c.text, c.source, sources.get(c.source)?.published]));
  });

  it('says of each event on the timeline what it was', () => {
    const bare = claims.filter(({ when }) => {
      const isPlain = when?.what === 'founded' || when?.what === 'said';
      return when && !isPlain && when.label === undefined;
    });
    expect(bare.map(({ text }) => text)).toEqual([]);
  });

  it('tells of both meetings of the NCG, and nothing on its timeline that is of another thing', () => {
    const ncg = glossary.entries.find(({ id }) => id === 'ncg');
    const events = ncg?.claims.flatMap(({ when }) => (when ? [`${when.what} ${when.date}`] : []));
    expect(events).toEqual(expect.arrayContaining(['met 2023-07', 'met 2023-12']));
    expect(events).not.toContain('signed 2023-04');
  });

  it.each([
    ['The Washington Declaration of 1994 ended the war of Israel and Jordan.', 0],
    ['A Washington Declaration of 1995 protects the sea.', 0],
    ['The Washington Declaration of 2023 is of another kind.', 1],
  ])('tells a declaration by its year, though one paragraph names two: %s', (words, count) => {
    const text = `${words} The Washington Declaration of April 2023 set up the Nuclear Consultative Group.`;
    const found = annotate(text, [glossary]).filter(({ ref }) =>
      ref?.endsWith('/washington-declaration'),
    );
    expect(found).toHaveLength(1 + count);
  });

  it('gives each view to one person, and does not speak of that person as of somebody', () => {
    const doubled = claims.filter(
      ({ text, said_by }) => said_by && /\b(?:analysts?|professor|newspaper)\b/.test(text),
    );
    expect(doubled.map(({ text }) => text)).toEqual([]);
  });

  it('shares no name between two entries', () => {
    const owners = new Map<string, string>();
    for (const { id, names } of glossary.entries) {
      for (const { text } of names) {
        expect(owners.get(fold(text)) ?? id, text).toBe(id);
        owners.set(fold(text), id);
      }
    }
  });

  describe.each(glossary.entries.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
    it('has a long form, a Korean name, a claim and a Korean gloss', () => {
      expect(entry.names.some(({ role, lang }) => role === 'long' && lang === 'en')).toBe(true);
      const korean = entry.names.filter(({ lang }) => lang === 'ko');
      expect(korean.length).toBeGreaterThan(0);
      expect(korean.every(({ text }) => /\p{Script=Hangul}/u.test(text))).toBe(true);
      expect(entry.claims.length).toBeGreaterThan(0);
      const gloss = entry.translations.find(({ lang }) => lang === 'ko')?.gloss;
      expect(gloss).toMatch(/\p{Script=Hangul}/u);
    });

    it('explains in one or two sentences that do not age', () => {
      expect(entry.gloss).toMatch(/^[A-Z][^.]*(?:U\.S\.[^.]*)*\.(?: [A-Z][^.]*\.)?$/);
      expect(entry.gloss).not.toMatch(/\b(?:now|currently|recently|today|so far|latest|new)\b/i);
    });

    it('has cues in English and Korean', () => {
      expect(entry.cues.filter((cue) => /[a-z]/i.test(cue)).length).toBeGreaterThan(9);
      expect(entry.cues.filter((cue) => /\p{Script=Hangul}/u.test(cue)).length).toBeGreaterThan(4);
    });
  });
});

describe('the glossary of security news', () => {
  const file = 'security-news.json';
  const { entries, sources } = parseGlossary(readJson(file), file);
  const texts = new Set(sources.filter(({ kind }) => kind === 'text').map(({ id }) => id));

  it('explains at least 320 terms, four in five of them with a dated statement', () => {
    expect(entries.length).toBeGreaterThanOrEqual(320);
    const told = entries.filter(({ claims }) => claims.some(({ source }) => texts.has(source)));
    expect(told.length / entries.length).toBeGreaterThanOrEqual(0.8);
  });

  it('names the address of every text', () => {
    expect(sources.filter(({ id, url }) => texts.has(id) && !url).map(({ id }) => id)).toEqual([]);
  });

  it('says of every short form how often it means its entry', () => {
    const silent = entries.flatMap(({ id, names }) =>
      names
        .filter((name) => name.role === 'short' && name.usually === undefined && !name.shared)
        .map(({ text }) => `${id}: ${text}`),
    );
    expect(silent).toEqual([]);
  });

  it('repeats no entry of the glossary that speaks first', () => {
    const first = parseGlossary(readJson('korea-us-alliance.json'), '').entries.map(({ id }) => id);
    expect(entries.filter(({ id }) => first.includes(id)).map(({ id }) => id)).toEqual([]);
  });
});
