/**
 * The reading of a page, from sheets of text to mentions, kept up to date as blocks come and go. It
 * knows no DOM and does not call the library: its caller passes in sheets and the library's
 * answers.
 */

import type { DefinitionReader } from '../definitions/definers.ts';
import type { Definition } from '../definitions/definition.ts';
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Candidate, Occurrence, Reading } from '../matching/candidate.ts';
import { createKeySet } from '../matching/key-set.ts';
import {
  addPhrase,
  createMatcher,
  findHolders,
  type Matcher,
  mayHold,
} from '../matching/matcher.ts';
import {
  addCandidates,
  createLexicon,
  findOccurrences,
  type Lexicon,
} from '../matching/occurrences.ts';
import {
  addBlock,
  addHits,
  type BlockEvidence,
  createEvidence,
  type PageEvidence,
  removeBlock,
} from '../senses/evidence.ts';
import {
  findCues,
  findLateSigns,
  findSigns,
  signsOfMention,
  weighEntries,
} from '../senses/find-signs.ts';
import type { Mention } from '../senses/mention.ts';
import {
  addDefinition,
  type Glossed,
  type PlacedDefinition,
  removeDefinitions,
  shortKey,
} from '../senses/page-definitions.ts';
import { addOwnTerm, createOwnTerms, findOwnMentions, findPlace } from '../senses/page-terms.ts';
import { chooseSenses } from '../senses/senses.ts';
import type { Steps } from '../text/slices.ts';
import type { TextBlock } from '../text/text-block.ts';
import { readWords, type Words } from '../text/word-keys.ts';
import { type Batch, beginBatch, definitionsIn } from './batch.ts';
import type { PageReading } from './page-reading.ts';
import { dropLostSheets, NONE, plainAt, plainHolders, type ReadSheet } from './read-sheets.ts';
import { textAt } from './sheet.ts';

/** Most terms still looked for although the page no longer defines them. */
const MOST_SPARE = 100;

/**
 * Create the reading of a page.
 *
 * @param lang - The page's language, such as `en`; empty if unknown.
 * @param readDefinitions - Called by `takeIn`, only for blocks that may define something.
 */
export function createReading(lang: string, readDefinitions: DefinitionReader): PageReading {
  const lexicon: Lexicon = createLexicon();
  const evidence: PageEvidence = createEvidence(lexicon.candidates);
  const glossed: Glossed = new Map();
  let own = createOwnTerms(glossed);
  const asked = createKeySet();
  const sheets: ReadSheet[] = [];
  /** The short forms whose definitions were removed since `unsettled` was last called. */
  let undefinedShorts = new Set<string>();
  /** The turn of `evidence` in which the senses of a block were last chosen. */
  const chosenIn = new WeakMap<TextBlock, number>();

  function learn(count: number, candidates: readonly Candidate[]): void {
    asked.settle(count);
    addCandidates(lexicon, candidates);
  }

  function* takeIn({ sheet, words, ends, definers }: Batch): Steps<Set<TextBlock>> {
    evidence.turn++;
    const keys = words.keys.slice(0, words.count);
    const read: ReadSheet = { sheet, keys, ends, isHeld: new Uint8Array(ends.length) };
    const { named, defined } = yield* findNames(read, words, definers);
    const touched = yield* blocksWith(defined);
    yield* weigh([...named.values(), ...touched]);
    const held = yield* holdBlocks(read, words, named);
    sheets.push(read);
    for (const block of held) {
      addSignsOfMentions(block);
      yield;
    }
    return new Set([...touched.map(({ block }) => block), ...held]);
  }

  /** Find the blocks of a sheet that name or define something, and the short forms defined. */
  function* findNames(
    read: ReadSheet,
    words: Words,
    definers: ReadonlySet<number>,
  ): Steps<{ named: Map<number, BlockEvidence>; defined: Set<string> }> {
    const { sheet, keys, ends } = read;
    const named = new Map<number, BlockEvidence>();
    const defined = new Set<string>();
    for (const number of inOrder(findHolders(lexicon.names, keys, ends), [...definers])) {
      const text = textAt(sheet, number);
      const plain = plainAt(read, number);
      const { from, to } = plain.words;
      const row = sheet.rows.get(number);
      const definitions = definers.has(number)
        ? yield* definitionsIn(text, row, readDefinitions)
        : NONE;
      const occurrences = findOccurrences(text, lexicon, words, from, to);
      yield;
      if (definitions.length === 0 && occurrences.length === 0) continue;
      const block = sheet.blockAt(number);
      if (!block) continue;
      for (const definition of definitions) defined.add(define(block, definition));
      named.set(number, { ...plain, block, occurrences, definitions });
    }
    return { named, defined };
  }

  /**
   * Find the signs in the blocks of a sheet, and add the blocks that hold anything to the evidence.
   *
   * @returns The blocks that may have mentions.
   */
  function* holdBlocks(
    read: ReadSheet,
    words: Words,
    named: ReadonlyMap<number, BlockEvidence>,
  ): Steps<TextBlock[]> {
    const { sheet, keys, ends } = read;
    const signed = findHolders(evidence.cues, keys, ends);
    const owning = findHolders(own.shorts, keys, ends);
    const isOwning = new Set(owning);
    const held: TextBlock[] = [];
    for (const number of inOrder([...named.keys()], signed, owning)) {
      const known = named.get(number);
      const parts = known ?? plainAt(read, number);
      const { from, to } = parts.words;
      const hits = findSigns(evidence, textAt(sheet, number), parts.occurrences, words, from, to);
      yield;
      if (!known && hits.length === 0 && !isOwning.has(number)) continue;
      const block = hold(read, number, { ...parts, hits }, known?.block);
      if (block && (parts.occurrences.length > 0 || isOwning.has(number))) held.push(block);
    }
    return held;
  }

  /** Add a block of a sheet to the evidence. Returns the block, or null if its text is gone. */
  function hold(
    { sheet, isHeld }: ReadSheet,
    number: number,
    parts: Omit<BlockEvidence, 'block'>,
    block = sheet.blockAt(number),
  ): TextBlock | null {
    isHeld[number] = 1;
    if (block) addBlock(evidence, { ...parts, block });
    return block;
  }

  /** Look for the signs of entries that newly need evidence, in older blocks too. */
  function* weigh(blocks: readonly BlockEvidence[]): Steps<void> {
    const news = new Set<EntryRef>();
    for (const { block, occurrences } of blocks) {
      for (const occurrence of occurrences) {
        if (isSettled(block, occurrence)) continue;
        for (const { ref } of occurrence.readings) if (!evidence.weighed.has(ref)) news.add(ref);
      }
    }
    if (news.size === 0) return;
    const cues = weighEntries(evidence, news);
    for (const held of [...evidence.blocks.values()]) {
      addHits(evidence, held.block, findLateSigns(evidence, held, news, cues));
      yield;
    }
    for (const [read, number] of plainHolders(sheets, cues)) {
      const text = textAt(read.sheet, number);
      const hits = findCues(cues, text, readWords(text));
      if (hits.length > 0) hold(read, number, { ...plainAt(read, number), hits });
      yield;
    }
  }

  function* tidy(): Steps<void> {
    yield* dropLostSheets(sheets);
    if (own.known.size > glossed.size + MOST_SPARE) own = createOwnTerms(glossed);
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
    return occurrences.some((each) => each.readings.some(isNew) && !isSettled(block, each));
  }

  /** Whether a name has one meaning, so that signs cannot change it. */
  function isSettled({ text }: TextBlock, { start, end, readings }: Occurrence): boolean {
    const isAmbiguous = readings.length > 1 || readings[0]?.name.ambiguous;
    return !isAmbiguous && !glossed.has(shortKey(text.slice(start, end)));
  }

  /** Add the signs of ambiguous names whose sense is now chosen, for related entries. Done once. */
  function addSignsOfMentions(block: TextBlock): void {
    const held = evidence.blocks.get(block);
    if (!held?.occurrences.some(({ readings }) => readings.some(({ name }) => name.ambiguous))) {
      return;
    }
    const chosen = new Map<number, EntryRef>();
    for (const { start, ref } of chooseSenses({ evidence, glossed, lang }, held)) {
      if (ref !== null) chosen.set(start, ref);
    }
    const hits = held.occurrences.flatMap((occurrence) => {
      const ref = chosen.get(occurrence.start);
      return ref === undefined ? [] : signsOfMention(evidence, occurrence, ref);
    });
    addHits(evidence, block, hits);
  }

  function define(block: TextBlock, definition: Definition): string {
    addDefinition(glossed, block, definition);
    addOwnTerm(own, definition);
    return shortKey(definition.short);
  }

  /** Find the blocks in which one of some short forms may stand. */
  function* blocksWith(shorts: ReadonlySet<string>): Steps<BlockEvidence[]> {
    if (shorts.size === 0) return [];
    const sought: Matcher<string> = createMatcher();
    for (const short of shorts) addPhrase(sought, short, 'any', short);
    for (const [read, number] of plainHolders(sheets, sought)) {
      hold(read, number, plainAt(read, number));
      yield;
    }
    const holders: BlockEvidence[] = [];
    for (const held of [...evidence.blocks.values()]) {
      const { keys, from, to } = held.words;
      if (mayHold(sought, keys, from, to)) holders.push(held);
      yield;
    }
    return holders;
  }

  function forget(blocks: Iterable<TextBlock>): void {
    for (const block of blocks) {
      const definitions = evidence.blocks.get(block)?.definitions ?? [];
      for (const short of removeDefinitions(glossed, block, definitions)) {
        undefinedShorts.add(short);
      }
      removeBlock(evidence, block);
    }
  }

  function* unsettled(): Steps<Set<TextBlock>> {
    const shorts = undefinedShorts;
    undefinedShorts = new Set();
    return new Set((yield* blocksWith(shorts)).map(({ block }) => block));
  }

  function mentionsOf(block: TextBlock): Mention[] {
    const held = evidence.blocks.get(block);
    if (!held) return [];
    chosenIn.set(block, evidence.turn);
    const mentions = chooseSenses({ evidence, glossed, lang }, held);
    const { keys, from, to } = held.words;
    const isOwning = mayHold(own.shorts, keys, from, to);
    const owned = isOwning ? findOwnMentions(own, glossed, evidence, held) : [];
    return owned.length === 0
      ? mentions
      : [...mentions, ...owned].sort((a, b) => a.start - b.start);
  }

  function definitionOf(block: TextBlock, { start, end }: Mention): PlacedDefinition | null {
    return findPlace(glossed, block, block.text.slice(start, end), start);
  }

  return {
    sift: asked.sift,
    begin: (sheet) => beginBatch(sheet, asked),
    keys: asked.fresh,
    learn,
    takeIn,
    swayed,
    tidy,
    forget,
    unsettled,
    mentionsOf,
    definitionOf,
  };
}

/** Join lists of numbers into one in ascending order, each number once. */
function inOrder(...lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}
