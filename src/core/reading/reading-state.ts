/** What the reading of a page has found so far. Its steps change it; nobody else sees it. */
import type { DefinitionReader } from '../definitions/definers.ts';
import type { Occurrence } from '../matching/candidate.ts';
import { createLexicon, type Lexicon } from '../matching/occurrences.ts';
import { createEvidence, type PageEvidence } from '../senses/evidence.ts';
import { type Glossed, shortKey } from '../senses/page-definitions.ts';
import { createOwnTerms, type OwnTerms } from '../senses/page-terms.ts';
import type { TextBlock } from '../text/text-block.ts';
import type { ReadSheet } from './read-sheets.ts';

export interface ReadingState {
  /** The page's language, such as `en`; empty if unknown. */
  readonly lang: string;
  readonly readDefinitions: DefinitionReader;
  /** The names that the library knows of this page's words. */
  readonly lexicon: Lexicon;
  readonly evidence: PageEvidence;
  /** The page's definitions. */
  readonly glossed: Glossed;
  /** The page's explanations of terms, which are no long forms. */
  readonly explained: Glossed;
  /** The short forms and terms of these, and some that are no longer defined. */
  own: OwnTerms;
  readonly sheets: ReadSheet[];
}

export function createState(lang: string, readDefinitions: DefinitionReader): ReadingState {
  const lexicon = createLexicon();
  return {
    lang,
    readDefinitions,
    lexicon,
    evidence: createEvidence(lexicon.candidates),
    glossed: new Map(),
    explained: new Map(),
    own: createOwnTerms(),
    sheets: [],
  };
}

/** Whether a name has one meaning, so that signs cannot change it. */
export function isSettled(
  { glossed }: ReadingState,
  { text }: TextBlock,
  { start, end, readings }: Occurrence,
): boolean {
  const isAmbiguous = readings.length > 1 || readings[0]?.name.ambiguous;
  return !isAmbiguous && !glossed.has(shortKey(text.slice(start, end)));
}
