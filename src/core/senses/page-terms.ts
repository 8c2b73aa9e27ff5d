/** Finds terms that only the page defines; they are explained in the page's own words. */

import type { Definition } from '../definitions/definition.ts';
import { addPhrase, createMatcher, findPhrases, type Matcher } from '../matching/matcher.ts';
import { keepLongest } from '../matching/occurrences.ts';
import { standsFree } from '../text/boundaries.ts';
import { createOverlapTest } from '../text/overlaps.ts';
import type { TextBlock } from '../text/text-block.ts';
import { readWords } from '../text/word-keys.ts';
import { mayBeAgency } from './agencies.ts';
import type { BlockEvidence, PageEvidence } from './evidence.ts';
import { isKnownToAll } from './known-to-all.ts';
import type { Mention } from './mention.ts';
import {
  findGoverning,
  type Glossed,
  type PlacedDefinition,
  shortKey,
} from './page-definitions.ts';

/** Fewest letters of such a term: "placebo (P)" defines a letter, which occurs everywhere. */
const LEAST_LENGTH = 2;

/** The short forms of a page's own definitions, to be looked for in its text. */
export interface OwnTerms {
  readonly shorts: Matcher<string>;
  readonly known: Set<string>;
}

/** @param glossed - What the page defines now. */
export function createOwnTerms(glossed: Glossed): OwnTerms {
  const own: OwnTerms = { shorts: createMatcher(), known: new Set() };
  for (const places of glossed.values()) {
    for (const { definition } of places) addOwnTerm(own, definition);
  }
  return own;
}

/** Look for the short form of a definition from now on. */
export function addOwnTerm({ shorts, known }: OwnTerms, definition: Definition): void {
  const key = shortKey(definition.short);
  if (definition.form !== 'definition' || known.has(key) || key.length < LEAST_LENGTH) return;
  if (isKnownToAll(definition)) return;
  known.add(key);
  addPhrase(shorts, key, 'exact', key);
}

/**
 * Find the mentions of the page's terms in a block: those behind their definition, unless a name of
 * the library stands there or a news agency may be meant.
 */
export function findOwnMentions(
  { shorts, known }: OwnTerms,
  glossed: Glossed,
  evidence: PageEvidence,
  { block, occurrences, definitions }: BlockEvidence,
): Mention[] {
  if (known.size === 0) return [];
  const { text } = block;
  const isTaken = createOverlapTest([
    ...occurrences,
    ...definitions.flatMap(({ longSpan, shortSpan }) => [longSpan, shortSpan]),
  ]);
  const free = findPhrases(shorts, text, readWords(text)).filter(({ start, end }) =>
    standsFree(text, start, end),
  );
  return keepLongest(free).flatMap(({ start, end, value }) => {
    if (isTaken({ start, end })) return [];
    const place = findPlace(glossed, block, value, start);
    if (!place || isKnownToAll(place.definition)) return [];
    const { long } = place.definition;
    if (mayBeAgency(evidence, text, { start, end }, [long])) return [];
    return [{ start, end, ref: null, reason: { kind: 'own', long } } as const];
  });
}

/**
 * Find the definition, earlier on the page, of the short form at an offset of a block.
 *
 * @param written - The short form as written there.
 * @returns Null if there is none, or if it is an alias.
 */
export function findPlace(
  glossed: Glossed,
  block: TextBlock,
  written: string,
  at: number,
): PlacedDefinition | null {
  const governing = findGoverning(glossed, written, block, at);
  return governing?.isBefore && governing.definition.form === 'definition' ? governing : null;
}
