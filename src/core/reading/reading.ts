/**
 * The reading of a page, from sheets of text to mentions, kept up to date as blocks come and go. It
 * knows no DOM and does not call the library: its caller passes in sheets and the library's
 * answers.
 */
import type { DefinitionReader } from '../definitions/definers.ts';
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Candidate, Reading } from '../matching/candidate.ts';
import { createKeySet } from '../matching/key-set.ts';
import { mayHold } from '../matching/matcher.ts';
import { addCandidates } from '../matching/occurrences.ts';
import { removeBlock } from '../senses/evidence.ts';
import type { Mention } from '../senses/mention.ts';
import { type PlacedDefinition, removeDefinitions } from '../senses/page-definitions.ts';
import { createOwnTerms, findOwnMentions, findPlace } from '../senses/page-terms.ts';
import { chooseSenses } from '../senses/senses.ts';
import type { Steps } from '../text/slices.ts';
import type { TextBlock } from '../text/text-block.ts';
import { beginBatch } from './batch.ts';
import { blocksWith } from './held-blocks.ts';
import type { PageReading } from './page-reading.ts';
import { dropLostSheets, NONE } from './read-sheets.ts';
import { createState, isSettled } from './reading-state.ts';
import { takeIn } from './take-in.ts';

/** Most terms still looked for although the page no longer defines them. */
const MOST_SPARE = 100;

/**
 * Create the reading of a page.
 *
 * @param lang - The page's language, such as `en`; empty if unknown.
 * @param readDefinitions - Called by `takeIn`, only for blocks that may define something.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share the sheets and words of one page
export function createReading(lang: string, readDefinitions: DefinitionReader): PageReading {
  const state = createState(lang, readDefinitions);
  const { lexicon, evidence, glossed, explained, sheets } = state;
  const asked = createKeySet();
  /** The short forms whose definitions were removed since `unsettled` was last called. */
  let undefinedShorts = new Set<string>();
  /** The turn of `evidence` in which the senses of a block were last chosen. */
  const chosenIn = new WeakMap<TextBlock, number>();

  function learn(count: number, candidates: readonly Candidate[]): void {
    asked.settle(count);
    addCandidates(lexicon, candidates);
  }

  function* tidy(): Steps<void> {
    yield* dropLostSheets(sheets);
    if (state.own.known.size > glossed.size + explained.size + MOST_SPARE) {
      state.own = createOwnTerms(glossed, explained);
    }
  }

  function swayed(): Set<TextBlock> {
    const found = new Set<TextBlock>();
    for (const [{ blocks }, refs] of evidence.moved) {
      for (const block of blocks) if (isSwayed(block, refs)) found.add(block);
    }
    evidence.moved.clear();
    return found;
  }

  /** @param refs - The entries with new signs, each with the turn in which the last one came. */
  function isSwayed(block: TextBlock, refs: ReadonlyMap<EntryRef, number>): boolean {
    const since = chosenIn.get(block) ?? 0;
    const isNew = ({ ref }: Reading) => (refs.get(ref) ?? 0) > since;
    const { occurrences = NONE } = evidence.blocks.get(block) ?? {};
    return occurrences.some((each) => each.readings.some(isNew) && !isSettled(state, block, each));
  }

  function forget(blocks: Iterable<TextBlock>): void {
    for (const block of blocks) {
      const definitions = evidence.blocks.get(block)?.definitions ?? [];
      for (const each of [glossed, explained]) {
        for (const short of removeDefinitions(each, block, definitions)) undefinedShorts.add(short);
      }
      removeBlock(evidence, block);
    }
  }

  function* unsettled(): Steps<Set<TextBlock>> {
    const shorts = undefinedShorts;
    undefinedShorts = new Set();
    return new Set((yield* blocksWith(state, shorts)).map(({ block }) => block));
  }

  function mentionsOf(block: TextBlock): Mention[] {
    const held = evidence.blocks.get(block);
    if (!held) return [];
    chosenIn.set(block, evidence.turn);
    const mentions = chooseSenses(state, held);
    const { keys, from, to } = held.words;
    const isOwning = mayHold(state.own.shorts, keys, from, to);
    const owned = isOwning ? findOwnMentions(state, held, mentions) : [];
    return owned.length === 0
      ? mentions
      : [...mentions, ...owned].sort((a, b) => a.start - b.start);
  }

  function definitionOf(block: TextBlock, { start, end }: Mention): PlacedDefinition | null {
    return findPlace([glossed, explained], block, block.text.slice(start, end), start);
  }

  return {
    begin: (sheet) => beginBatch(sheet, asked),
    keys: asked.fresh,
    learn,
    takeIn: (batch) => takeIn(state, batch),
    swayed,
    tidy,
    forget,
    unsettled,
    mentionsOf,
    definitionOf,
  };
}
