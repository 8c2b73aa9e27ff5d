/** Finds terms that only the page defines; they are explained in the page's own words. */

import type { Definition } from '../definitions/definition.ts';
import { addPhrase, createMatcher, findPhrases, type Matcher } from '../matching/matcher.ts';
import { keepLongest } from '../matching/occurrences.ts';
import { standsFree } from '../text/boundaries.ts';
import { createOverlapTest } from '../text/overlaps.ts';
import type { Span } from '../text/span.ts';
import type { TextBlock } from '../text/text-block.ts';
import { readWords } from '../text/word-keys.ts';
import { mayBeAgency } from './agencies.ts';
import type { BlockEvidence, PageEvidence } from './evidence.ts';
import { isKnownToAll } from './known-to-all.ts';
import type { Mention } from './mention.ts';
import {
  findGoverning,
  type Glossed,
  isPlaceOf,
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

/** @param definitions - What the page defines now. */
export function createOwnTerms(...definitions: readonly Glossed[]): OwnTerms {
  const own: OwnTerms = { shorts: createMatcher(), known: new Set() };
  for (const each of definitions) {
    for (const { definition } of [...each.values()].flat()) addOwnTerm(own, definition);
  }
  return own;
}

/** Look for the short form of a definition, or for an explained term, from now on. */
export function addOwnTerm({ shorts, known }: OwnTerms, definition: Definition): void {
  const key = shortKey(definition.short);
  if (definition.form === 'alias' || known.has(key) || key.length < LEAST_LENGTH) return;
  if (isKnownToAll(definition)) return;
  known.add(key);
  addPhrase(shorts, key, 'exact', key);
}

/** The spans of a definition in which its term is not marked, since the text beside it explains it. */
export const spansOf = ({ longSpan, shortSpan, isUnseen }: Definition): Span[] =>
  isUnseen ? [] : [longSpan, shortSpan];

/** What is known of a page by which its own terms are found. */
interface OwnContext {
  readonly own: OwnTerms;
  readonly glossed: Glossed;
  readonly explained: Glossed;
  readonly evidence: PageEvidence;
}

/**
 * Find the mentions of the page's terms in a block: those behind their definition, unless a name of
 * the library stands there or a news agency may be meant. If that name has no clear sense, the
 * page's explanation counts.
 *
 * @param chosen - The mentions of the block that have a sense.
 */
export function findOwnMentions(
  { own: { shorts, known }, glossed, explained, evidence }: OwnContext,
  { block, occurrences, definitions }: BlockEvidence,
  chosen: readonly Mention[],
): Mention[] {
  if (known.size === 0) return [];
  const { text } = block;
  const isTaken = createOverlapTest([...chosen, ...definitions.flatMap(spansOf)]);
  const isNamed = createOverlapTest(occurrences);
  const free = findPhrases(shorts, text, readWords(text)).filter(({ start, end }) =>
    standsFree(text, start, end),
  );
  return keepLongest(free).flatMap(({ start, end, value }) => {
    if (isTaken({ start, end })) return [];
    const sought = isNamed({ start, end }) ? [explained] : [glossed, explained];
    const place = findPlace(sought, block, value, start);
    if (!place || isKnownToAll(place.definition)) return [];
    const { long, form } = place.definition;
    const isSaid = isPlaceOf(place, block, start);
    if (!isSaid && mayBeAgency(evidence, text, { start, end }, [long])) return [];
    const isGloss = form === 'explanation';
    return [{ start, end, ref: null, reason: { kind: 'own', long, ...(isGloss && { isGloss }) } }];
  });
}

/**
 * Find the definition, earlier on the page, of the short form at an offset of a block.
 *
 * @param sought - Where to look, one after the other.
 * @param written - The short form as written there.
 * @returns Null if there is none, or if it is an alias.
 */
export function findPlace(
  sought: readonly Glossed[],
  block: TextBlock,
  written: string,
  at: number,
): PlacedDefinition | null {
  for (const each of sought) {
    const governing = findGoverning(each, written, block, at);
    if (governing?.isBefore && governing.definition.form !== 'alias') return governing;
  }
  return null;
}
