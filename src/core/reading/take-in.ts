/** The steps by which a sheet is read: names and definitions, weights, signs, chosen meanings. */
import type { Definition } from '../definitions/definition.ts';
import type { EntryRef } from '../glossary/entry-ref.ts';
import { findHolders } from '../matching/matcher.ts';
import { findOccurrences } from '../matching/occurrences.ts';
import { addHits, type BlockEvidence } from '../senses/evidence.ts';
import { signsOfMention } from '../senses/find-signs.ts';
import { withoutForeign } from '../senses/owner.ts';
import { addDefinition, shortKey } from '../senses/page-definitions.ts';
import { addOwnTerm } from '../senses/page-terms.ts';
import { chooseSenses } from '../senses/senses.ts';
import type { Steps } from '../text/slices.ts';
import type { TextBlock } from '../text/text-block.ts';
import type { Words } from '../text/word-keys.ts';
import type { Batch } from './batch.ts';
import { blocksWith, holdBlocks, inOrder, weigh } from './held-blocks.ts';
import { NONE, plainAt, type ReadSheet } from './read-sheets.ts';
import type { ReadingState } from './reading-state.ts';
import { textAt } from './sheet.ts';

/** Find names, definitions and signs in a sheet; see `PageReading`. */
export function* takeIn(state: ReadingState, batch: Batch): Steps<Set<TextBlock>> {
  const { sheet, words, ends, definers } = batch;
  state.evidence.turn++;
  const keys = words.keys.slice(0, words.count);
  const read: ReadSheet = { sheet, keys, ends, isHeld: new Uint8Array(ends.length) };
  const { named, defined } = yield* findNames(state, read, words, definers);
  const touched = yield* blocksWith(state, defined);
  yield* weigh(state, [...named.values(), ...touched]);
  const held = yield* holdBlocks(state, read, words, named);
  state.sheets.push(read);
  for (const block of held) {
    addSignsOfMentions(state, block);
    yield;
  }
  return new Set([...touched.map(({ block }) => block), ...held]);
}

/** Find the blocks of a sheet that name or define something, and the short forms defined. */
function* findNames(
  state: ReadingState,
  read: ReadSheet,
  words: Words,
  definers: ReadonlySet<number>,
): Steps<{ named: Map<number, BlockEvidence>; defined: Set<string> }> {
  const { lexicon, readDefinitions } = state;
  const { sheet, keys, ends } = read;
  const named = new Map<number, BlockEvidence>();
  const defined = new Set<string>();
  for (const number of inOrder(findHolders(lexicon.names, keys, ends), [...definers])) {
    const text = textAt(sheet, number);
    const plain = plainAt(read, number);
    const { from, to } = plain.words;
    const definitions = definers.has(number)
      ? yield* readDefinitions(text, sheet.markup.get(number))
      : NONE;
    const found = findOccurrences(text, lexicon, words, from, to);
    const occurrences = withoutForeign(text, found, lexicon.candidates);
    yield;
    if (definitions.length === 0 && occurrences.length === 0) continue;
    const block = sheet.blockAt(number);
    if (!block) continue;
    for (const definition of definitions) defined.add(define(state, block, definition));
    named.set(number, { ...plain, block, occurrences, definitions });
  }
  return { named, defined };
}

function define(state: ReadingState, block: TextBlock, definition: Definition): string {
  const { glossed, explained } = state;
  addDefinition(definition.form === 'explanation' ? explained : glossed, block, definition);
  addOwnTerm(state.own, definition);
  return shortKey(definition.short);
}

/** Add the signs of ambiguous names whose sense is now chosen, for related entries. Done once. */
function addSignsOfMentions(state: ReadingState, block: TextBlock): void {
  const { evidence } = state;
  const held = evidence.blocks.get(block);
  if (!held?.occurrences.some(({ readings }) => readings.some(({ name }) => name.ambiguous))) {
    return;
  }
  const chosen = new Map<number, EntryRef>();
  for (const { start, ref } of chooseSenses(state, held)) {
    if (ref !== null) chosen.set(start, ref);
  }
  const hits = held.occurrences.flatMap((occurrence) => {
    const ref = chosen.get(occurrence.start);
    return ref === undefined ? [] : signsOfMention(evidence, occurrence, ref);
  });
  addHits(evidence, block, hits);
}
