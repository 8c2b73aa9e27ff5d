/**
 * The reading of a page: the straight line from blocks to mentions, kept up to date as blocks come
 * and go. It knows no DOM and asks for nothing: who holds it hands in blocks and the library's
 * answers.
 */

import { type DefinitionReader, findDefiners, mayDefine } from '../definitions/definers.ts';
import type { Definition } from '../definitions/definition.ts';
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Candidate, Occurrence, Reading as ReadingOfName } from '../matching/candidate.ts';
import type { KeyFilter } from '../matching/key-filter.ts';
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
import { startAt } from '../text/span.ts';
import type { TextBlock } from '../text/text-block.ts';
import { appendWords, createWords, readWords, type Words } from '../text/word-keys.ts';
import { type Sheet, textAt } from './sheet.ts';

/** A sheet of a page with its words, until it is taken in. */
export interface Batch {
  readonly sheet: Sheet;
  readonly words: Words;
  /** Where the words of each block end; those of the first begin at 0. */
  readonly ends: Int32Array;
  /** The blocks that may define something: none of the others does. */
  readonly definers: ReadonlySet<number>;
}

/** A sheet that was taken in. */
interface ReadSheet {
  readonly sheet: Sheet;
  readonly keys: Int32Array;
  readonly ends: Int32Array;
  /** 1 for each block that is among the evidence, or was, or is gone: only the others are plain. */
  readonly isHeld: Uint8Array;
}

/**
 * What takes longer than a page can wait comes in steps too: it may be left alone between any two of
 * them, as long as nothing else is asked of the reading meanwhile.
 */
export interface Reading {
  /** Ask from now on only for what a filter of the library's keys lets pass; null: for all. */
  sift(filter: KeyFilter | null): void;
  /** Read the words of a sheet. */
  begin(sheet: Sheet): Steps<Batch>;
  /**
   * What the library must be asked before the sheets that were begun can be taken in; what it has
   * answered is not asked again.
   */
  keys(): readonly number[];
  /** Learn what the library answered to so many keys. */
  learn(count: number, candidates: readonly Candidate[]): void;
  /**
   * Take in a sheet.
   *
   * @returns Those of its blocks that may have mentions, and older ones whose mentions may have
   *   changed with what it defines; `swayed` tells of those that the rest of it speaks to.
   */
  takeIn(batch: Batch): Steps<Set<TextBlock>>;
  /**
   * The blocks with a name for or against which more speaks now than when its sense was chosen. Each
   * is told of once.
   */
  swayed(): Set<TextBlock>;
  /** Let go of what was read of text that the page no longer holds. */
  tidy(): Steps<void>;
  forget(blocks: Iterable<TextBlock>): void;
  /**
   * The blocks whose mentions may have changed with what was forgotten. Each is told of once; what
   * many blocks defined that went one after the other is looked for in one go.
   */
  unsettled(): Steps<Set<TextBlock>>;
  /** The mentions of a block, by all the evidence that there is now. */
  mentionsOf(block: TextBlock): Mention[];
  /** Where the page itself defines the short form of a mention; null if it does not. */
  definitionOf(block: TextBlock, mention: Mention): PlacedDefinition | null;
}

/** What most blocks hold. */
const NONE: readonly never[] = [];
/** So many terms that the page no longer defines are still looked for. */
const MOST_SPARE = 100;
/** Words are read in steps of so many UTF-16 code units. */
const STEP = 1_000;

/**
 * @param lang - The page's language, such as `en`; empty if it does not say.
 * @param readDefinitions - Asked of definers alone, when a sheet is taken in.
 */
export function createReading(lang: string, readDefinitions: DefinitionReader): Reading {
  const lexicon: Lexicon = createLexicon();
  const evidence: PageEvidence = createEvidence(lexicon.candidates);
  const glossed: Glossed = new Map();
  let own = createOwnTerms(glossed);
  const asked = createKeySet();
  const sheets: ReadSheet[] = [];
  /** The short forms of definitions that were forgotten. */
  let undefinedShorts = new Set<string>();
  /** The turn in which the senses of a block were last chosen. */
  const chosenIn = new WeakMap<TextBlock, number>();

  function* begin(sheet: Sheet): Steps<Batch> {
    const words = createWords(Math.max(16, sheet.text.length >> 2));
    const ends = new Int32Array(sheet.ends.length);
    let first = 0;
    let start = 0;
    for (let number = 0; number < ends.length; number++) {
      const end = sheet.ends[number] as number;
      appendWords(words, sheet.text, startAt(sheet.ends, number), end);
      ends[number] = words.count;
      if (end - start < STEP && number + 1 < ends.length) continue;
      asked.addWords(words.keys, ends, first, number + 1);
      yield;
      first = number + 1;
      start = end;
    }
    const definers = new Set(findDefiners(sheet.text, sheet.ends));
    for (const [number, row] of sheet.rows) if (mayDefine(row)) definers.add(number);
    return { sheet, words, ends, definers };
  }

  function learn(count: number, candidates: readonly Candidate[]): void {
    asked.settle(count);
    addCandidates(lexicon, candidates);
  }

  function* takeIn({ sheet, words, ends, definers }: Batch): Steps<Set<TextBlock>> {
    evidence.turn++;
    const keys = words.keys.slice(0, words.count);
    const read: ReadSheet = { sheet, keys, ends, isHeld: new Uint8Array(ends.length) };
    const defined = new Set<string>();
    const found = new Map<number, BlockEvidence>();
    const named = findHolders(lexicon.names, keys, ends);
    for (const number of inOrder(named, [...definers])) {
      const text = textAt(sheet, number);
      const plain = plainAt(read, number);
      const { from, to } = plain.words;
      const row = sheet.rows.get(number);
      const definitions = definers.has(number) ? yield* definitionsIn(text, row) : NONE;
      const occurrences = findOccurrences(text, lexicon, words, from, to);
      yield;
      if (definitions.length === 0 && occurrences.length === 0) continue;
      const block = sheet.blockAt(number);
      if (!block) continue;
      for (const definition of definitions) defined.add(define(block, definition));
      found.set(number, { ...plain, block, occurrences, definitions });
    }
    const touched = yield* blocksWith(defined);
    yield* weigh([...found.values(), ...touched]);
    const signed = findHolders(evidence.cues, keys, ends);
    const owning = findHolders(own.shorts, keys, ends);
    const isOwning = new Set(owning);
    const changed = new Set(touched.map(({ block }) => block));
    const news: TextBlock[] = [];
    for (const number of inOrder([...found.keys()], signed, owning)) {
      const text = textAt(sheet, number);
      const known = found.get(number);
      const held = known ?? plainAt(read, number);
      const { from, to } = held.words;
      const hits = findSigns(evidence, text, held.occurrences, words, from, to);
      yield;
      if (!known && hits.length === 0 && !isOwning.has(number)) continue;
      const block = hold(read, number, { ...held, hits }, known?.block);
      if (block && (held.occurrences.length > 0 || isOwning.has(number))) news.push(block);
    }
    sheets.push(read);
    for (const block of news) {
      addSignsOfMentions(block);
      changed.add(block);
      yield;
    }
    return changed;
  }

  /** Put a block of a sheet among the evidence; null if its text is gone. */
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

  /** The blocks of the sheets that nothing was found in so far, by what a matcher looks for. */
  function* plainHolders(matcher: Matcher<unknown>): Generator<[ReadSheet, number]> {
    // A copy: between two steps a sheet may be let go.
    for (const read of [...sheets]) {
      for (const number of findHolders(matcher, read.keys, read.ends)) {
        if (!read.isHeld[number]) yield [read, number];
      }
    }
  }

  const plainAt = ({ keys, ends }: ReadSheet, number: number) => ({
    words: { keys, from: startAt(ends, number), to: ends[number] as number },
    occurrences: NONE,
    definitions: NONE,
    hits: NONE,
  });

  /** Look for what speaks for entries that have to be weighed from now on, in older blocks too. */
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
    for (const [read, number] of plainHolders(cues)) {
      const text = textAt(read.sheet, number);
      const hits = findCues(cues, text, readWords(text));
      if (hits.length > 0) hold(read, number, { ...plainAt(read, number), hits });
      yield;
    }
  }

  function* tidy(): Steps<void> {
    for (const read of [...sheets]) {
      const { sheet, isHeld } = read;
      let plain = 0;
      for (let number = 0; number < isHeld.length; number++) {
        if (!sheet.holds(number)) isHeld[number] = 1;
        else if (!isHeld[number]) plain++;
        yield;
      }
      if (plain === 0) sheets.splice(sheets.indexOf(read), 1);
    }
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

  /** @param refs - The entries that more speaks for or against since a turn. */
  function isSwayed(block: TextBlock, refs: ReadonlyMap<EntryRef, number>): boolean {
    const since = chosenIn.get(block) ?? 0;
    const isNew = ({ ref }: ReadingOfName) => (refs.get(ref) ?? 0) > since;
    const { occurrences = NONE } = evidence.blocks.get(block) ?? {};
    return occurrences.some((each) => each.readings.some(isNew) && !isSettled(block, each));
  }

  /** Whether a name means one thing, whatever speaks for or against it. */
  function isSettled({ text }: TextBlock, { start, end, readings }: Occurrence): boolean {
    const isAmbiguous = readings.length > 1 || readings[0]?.name.ambiguous;
    return !isAmbiguous && !glossed.has(shortKey(text.slice(start, end)));
  }

  /** A name whose sense is chosen speaks for its relatives in turn; once round is enough. */
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

  /** The blocks in which one of these short forms may stand. */
  function* blocksWith(shorts: ReadonlySet<string>): Steps<BlockEvidence[]> {
    if (shorts.size === 0) return [];
    const sought: Matcher<string> = createMatcher();
    for (const short of shorts) addPhrase(sought, short, 'any', short);
    for (const [read, number] of plainHolders(sought)) {
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

  /** What a block defines; a cell that opens a row of a table also speaks for the cell beside it. */
  function* definitionsIn(text: string, row: string | undefined): Steps<Definition[]> {
    const definitions = mayDefine(text) ? yield* readDefinitions(text) : [];
    if (!row || !mayDefine(row)) return definitions;
    // Spans of the other cell mean nothing in this block: the definition stands in all of it.
    const whole = { start: 0, end: text.length };
    const inRow = (yield* readDefinitions(row)).map((each) => ({
      ...each,
      shortSpan: whole,
      longSpan: whole,
    }));
    return [...definitions, ...inRow];
  }

  function definitionOf(block: TextBlock, { start, end }: Mention): PlacedDefinition | null {
    return findPlace(glossed, block, block.text.slice(start, end), start);
  }

  return {
    sift: asked.sift,
    begin,
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

/** Some lists of numbers as one, each number once. */
function inOrder(...lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}
