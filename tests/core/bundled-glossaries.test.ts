import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGlossarySchema, SCHEMA_FILE } from '../../src/cli/schema.ts';
import { parseGlossary } from '../../src/core/glossary.ts';

const FOLDER = join(import.meta.dirname, '../../assets/glossaries');
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

  it('dates every claim with the day of its source', () => {
    const dates = claims.map(({ text, source, asOf }) => [text, source, asOf]);
    expect(dates).toEqual(claims.map((c) => [c.text, c.source, sources.get(c.source)?.published]));
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

  it('shares no name between two entries, and lists none twice', () => {
    const names = glossary.entries.flatMap(({ id, names }) =>
      names.map(({ text, case: how }) => `${how === 'exact' ? text : fold(text)} (${id})`),
    );
    expect(new Set(names).size).toBe(names.length);
    const owners = new Map<string, string>();
    for (const { id, names } of glossary.entries) {
      for (const { text } of names) {
        expect(owners.get(fold(text)) ?? id, text).toBe(id);
        owners.set(fold(text), id);
      }
    }
  });

  it('uses every source', () => {
    const used = new Set([
      ...glossary.entries.flatMap(({ basis, names }) => [...basis, ...names.map((n) => n.source)]),
      ...claims.map(({ source }) => source),
    ]);
    expect([...sources.keys()].filter((id) => !used.has(id))).toEqual([]);
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

    it('has cues in English and Korean, none of them its own name or twice', () => {
      const names = new Set(entry.names.map(({ text }) => fold(text)));
      expect(entry.cues.filter((cue) => /[a-z]/i.test(cue)).length).toBeGreaterThan(9);
      expect(entry.cues.filter((cue) => /\p{Script=Hangul}/u.test(cue)).length).toBeGreaterThan(4);
      expect(entry.cues.filter((cue) => names.has(fold(cue)))).toEqual([]);
      expect(new Set(entry.cues).size).toBe(entry.cues.length);
    });

    it('gives every rival cues that do not speak for us as well', () => {
      const cues = new Set(entry.cues.map(fold));
      for (const rival of entry.rivals) {
        expect(rival.cues.length, rival.long).toBeGreaterThan(0);
        expect(
          rival.cues.filter((cue) => cues.has(fold(cue))),
          rival.long,
        ).toEqual([]);
      }
    });
  });
});
