/** Glossaries that no person writes: n entries that share what honest ones do not. */
import type { Entry, Glossary } from '../../../src/core/glossary/glossary.ts';

/** What one entry of many is like. */
type MakeEntry = (number: number, count: number) => Partial<Entry>;

const long = (text: string): Entry['names'][number] => ({
  text,
  lang: 'en',
  role: 'long',
  case: 'any',
});
const short = (text: string): Entry['names'][number] => ({
  text,
  lang: 'en',
  role: 'short',
  case: 'exact',
});

/** By what they are, for the names of tests; not through the check, which keeps most of them out. */
export const HOSTILE_GLOSSARIES: readonly (readonly [what: string, make: MakeEntry])[] = [
  ['one short form', (i) => ({ names: [short('NATO'), long(`Name ${i}`)] })],
  ['one long form', (i) => ({ names: [long('Harbour Talks Group'), short(`H${i}`)] })],
  ['one long form and country', (i) => ({ names: [long('Talks Group')], parties: [codeOf(i)] })],
  ['names that begin alike', (i) => ({ names: [long(`Ministry of Item ${i}`)] })],
  ['one relative', () => ({ related: [relationTo(0)] })],
  ['relatives in a chain', (i, n) => ({ related: [relationTo((i + 1) % n)] })],
  [
    'one relative that each is confused with',
    () => ({ related: [relationTo(0, 'confused with')] }),
  ],
  ['claims of one source', () => ({ claims: claimsOf(20) })],
  ['cues in common', () => ({ cues: ['harbour', 'talks', 'group'] })],
  ['rivals in common', () => ({ rivals: [{ long: 'Other Thing', cues: ['thing'] }] })],
];

/** Make a glossary of `count` entries. */
export function makeHostile(id: string, count: number, make: MakeEntry): Glossary {
  return {
    schema: 1,
    id,
    title: `Title ${id}`,
    version: '1.0.0',
    language: 'en',
    licence: 'MIT',
    sources: Array.from({ length: count }, (_, i) => ({
      id: `s${i}`,
      kind: 'text',
      publisher: 'Quay Gazette',
      title: `Text ${i} of ${id}`,
      published: '2026-01-02',
    })),
    entries: Array.from({ length: count }, (_, i) => ({
      id: `e${i}`,
      kind: 'body',
      names: [long(`Item Number ${i}`), short(`IN${i}`)],
      gloss: 'It is said to talk of Harbour matters.',
      basis: [`s${i}`],
      translations: [],
      parties: [],
      related: [],
      cues: [],
      rivals: [],
      claims: [],
      ...make(i, count),
    })),
  };
}

const relationTo = (to: number, how: Entry['related'][number]['how'] = 'concerns') => ({
  entry: `e${to}`,
  how,
  source: 's0',
});

const codeOf = (i: number): string =>
  String.fromCharCode(65 + (i % 26), 65 + (Math.trunc(i / 26) % 26));

const claimsOf = (count: number): Entry['claims'] =>
  Array.from({ length: count }, (_, i) => ({
    text: `Statement ${i} of some words on its meetings.`,
    source: 's0',
    asOf: '2026-01-02',
  }));
