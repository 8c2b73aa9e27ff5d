/** Generates glossaries of any size. */
import type { Glossary } from '../../core/glossary/glossary.ts';
import { type Chance, createChance } from './chance.ts';
import { capitalise, VOCABULARY } from './vocabulary.ts';

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** The format's limit for one glossary. Entries here have two names each. */
const MOST_ENTRIES = 50_000;

/** The number of terms on the pages. They come first in each glossary, whatever its size. */
export const TERMS_ON_PAGES = 30;

type Entry = Glossary['entries'][number];

/**
 * Glossaries with `terms` names: long forms of two to five words of the pages' vocabulary, and
 * short forms of five to seven capitals, which need no evidence to be marked.
 */
export function makeGlossaries(terms: number): Glossary[] {
  const chance = createChance(11);
  const taken = new Set<string>();
  const entries: Entry[] = [];
  for (let i = 0; i < terms / 2; i++) entries.push(makeEntry(chance, i, taken));
  const glossaries: Glossary[] = [];
  for (let from = 0; from < entries.length; from += MOST_ENTRIES) {
    glossaries.push(makeGlossary(glossaries.length, entries.slice(from, from + MOST_ENTRIES)));
  }
  return glossaries;
}

/** All names, in order. */
export function listNames(glossaries: readonly Glossary[]): string[] {
  return glossaries.flatMap(({ entries }) =>
    entries.flatMap(({ names }) => names.map(({ text }) => text)),
  );
}

function makeGlossary(number: number, entries: Entry[]): Glossary {
  return {
    schema: 1,
    id: `made-up-${number}`,
    title: `Made up ${number}`,
    version: '1.0.0',
    language: 'en',
    licence: 'CC0-1.0',
    sources: [
      { id: 'none', kind: 'text', publisher: 'Nobody', title: 'Nothing', published: '2026-01-01' },
    ],
    entries,
  };
}

function makeEntry(chance: Chance, number: number, taken: Set<string>): Entry {
  const long = drawNew(() => makePhrase(chance, 2 + chance.number(4)), taken);
  const short = drawNew(() => makeShortForm(chance), taken);
  return {
    id: `entry-${number}`,
    kind: 'body',
    names: [
      { text: short, lang: 'en', role: 'short', case: 'exact' },
      { text: long, lang: 'en', role: 'long', case: 'any' },
    ],
    gloss: `${makePhrase(chance, 8)}.`,
    basis: ['none'],
    translations: [],
    parties: [],
    related: [],
    cues: [],
    rivals: [],
    claims: [],
  };
}

function drawNew(draw: () => string, taken: Set<string>): string {
  let drawn = draw();
  while (taken.has(drawn)) drawn = draw();
  taken.add(drawn);
  return drawn;
}

/** A phrase of rare words, as names have them, so that pages contain no names by chance. */
function makePhrase(chance: Chance, words: number): string {
  return Array.from({ length: words }, () =>
    capitalise(VOCABULARY[100 + chance.number(VOCABULARY.length - 100)]!),
  ).join(' ');
}

function makeShortForm(chance: Chance): string {
  const letters = 5 + chance.number(3);
  return Array.from({ length: letters }, () => chance.pick([...CAPITALS])).join('');
}
