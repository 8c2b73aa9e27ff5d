/**
 * The reading of a page: the straight line from blocks to mentions, kept up to date as blocks come
 * and go. It knows no DOM and asks for nothing: who holds it hands in blocks and the library's
 * answers.
 */

import { findDefinitions } from './definitions.ts';
import {
  addBlock,
  addHits,
  type BlockEvidence,
  createEvidence,
  findLateSigns,
  findSigns,
  type PageEvidence,
  removeBlock,
  signsOfMention,
  type TextBlock,
  weighEntries,
} from './evidence.ts';
import {
  addDefinition,
  type Glossed,
  type PlacedDefinition,
  removeDefinitions,
  shortKey,
} from './governing.ts';
import { createKeySet } from './key-set.ts';
import { mayHold } from './matcher.ts';
import type { Candidate, Definition, EntryRef, Mention, Occurrence } from './mention.ts';
import { addCandidates, createLexicon, findOccurrences, type Lexicon } from './occurrences.ts';
import { addOwnTerm, createOwnTerms, findOwnMentions, findPlace } from './own-terms.ts';
import { chooseSenses } from './senses.ts';
import { finish, type Steps } from './steps.ts';
import { appendWords, createWords, readWords, type Words } from './word-keys.ts';

/** Some blocks of a page with their words, until they are taken in. */
export interface Batch {
  readonly blocks: readonly TextBlock[];
  readonly words: Words;
  /** Where the words of each block end; those of the first begin at 0. */
  readonly ends: readonly number[];
  /** What the library must be asked before the blocks can be taken in. */
  readonly keys: readonly number[];
}

/**
 * What takes longer than a page can wait comes in steps too: it may be left alone between any two of
 * them, as long as nothing else is asked of the reading meanwhile.
 */
export interface Reading {
  /** Read the words of new blocks; what the library has answered is not asked again. */
  begin(blocks: readonly TextBlock[]): Batch;
  beginInSteps(blocks: readonly TextBlock[]): Steps<Batch>;
  /**
   * Take in blocks with what the library answered.
   *
   * @returns Those of the blocks that may have mentions, and older ones whose mentions may have
   *   changed with them.
   */
  takeIn(batch: Batch, candidates: readonly Candidate[]): Set<TextBlock>;
  takeInInSteps(batch: Batch, candidates: readonly Candidate[]): Steps<Set<TextBlock>>;
  /** Forget blocks; returns those left whose mentions may have changed. */
  forget(blocks: readonly TextBlock[]): Set<TextBlock>;
  /** The mentions of a block, by all the evidence that there is now. */
  mentionsOf(block: TextBlock): Mention[];
  /** Where the page itself defines the short form of a mention; null if it does not. */
  definitionOf(block: TextBlock, mention: Mention): PlacedDefinition | null;
}

/** What most blocks hold. */
const NONE: readonly never[] = [];

/** @param lang - The page's language, such as `en`; empty if it does not say. */
export function createReading(lang: string): Reading {
  const lexicon: Lexicon = createLexicon();
  const evidence: PageEvidence = createEvidence(lexicon.candidates);
  const glossed: Glossed = new Map();
  const own = createOwnTerms();
  const asked = createKeySet();

  function* beginInSteps(blocks: readonly TextBlock[]): Steps<Batch> {
    const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
    const words = createWords(Math.max(16, length >> 2));
    const ends: number[] = [];
    let from = 0;
    for (const { text } of blocks) {
      appendWords(words, text);
      asked.addWords(words.keys, from, words.count);
      ends.push(words.count);
      from = words.count;
      yield text.length;
    }
    return { blocks, words, ends, keys: [...asked.fresh()] };
  }

  function* takeInInSteps(batch: Batch, candidates: readonly Candidate[]): Steps<Set<TextBlock>> {
    asked.settle(batch.keys.length);
    addCandidates(lexicon, candidates);
    const { blocks, words, ends } = batch;
    const keys = words.keys.slice(0, words.count);
    const held: BlockEvidence[] = [];
    const defined = new Set<string>();
    for (const [i, block] of blocks.entries()) {
      const definitions = definitionsIn(block);
      for (const definition of definitions) defined.add(define(block, definition));
      const span = { keys, from: ends[i - 1] ?? 0, to: ends[i] as number };
      const occurrences = occurrencesIn(block, words, span.from, span.to);
      held.push({ block, words: span, occurrences, definitions, hits: NONE });
      yield block.text.length;
    }
    const touched = blocksWith(defined);
    yield* weigh([...held, ...touched]);
    for (const each of held) {
      const { block, occurrences, words: span } = each;
      const hits = findSigns(evidence, block, occurrences, words, span.from, span.to);
      addBlock(evidence, hits.length > 0 ? { ...each, hits } : each);
      yield block.text.length >> 3;
    }
    const mayHaveMentions = held.filter(isWorthALook);
    for (const { block } of mayHaveMentions) {
      addSignsOfMentions(block);
      yield block.text.length >> 3;
    }
    return new Set([...mayHaveMentions, ...touched].map(({ block }) => block));
  }

  function occurrencesIn(
    { text }: TextBlock,
    words: Words,
    from: number,
    to: number,
  ): readonly Occurrence[] {
    if (!mayHold(lexicon.names, words.keys, from, to)) return NONE;
    return findOccurrences(text, lexicon, words, from, to);
  }

  function isWorthALook({ occurrences, words: { keys, from, to } }: BlockEvidence): boolean {
    return occurrences.length > 0 || mayHold(own.shorts, keys, from, to);
  }

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
      yield held.block.text.length >> 3;
    }
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
  function blocksWith(shorts: ReadonlySet<string>): BlockEvidence[] {
    if (shorts.size === 0) return [];
    const firsts = new Set([...shorts].map((short) => readWords(short).keys[0]));
    return [...evidence.blocks.values()].filter(
      ({ block: { text }, words: { keys, from, to } }) => {
        for (let i = from; i < to; i++) {
          if (firsts.has(keys[i])) return [...shorts].some((short) => text.includes(short));
        }
        return false;
      },
    );
  }

  function forget(blocks: readonly TextBlock[]): Set<TextBlock> {
    const shorts = new Set<string>();
    for (const block of blocks) {
      const definitions = evidence.blocks.get(block)?.definitions ?? [];
      for (const short of removeDefinitions(glossed, block, definitions)) shorts.add(short);
      removeBlock(evidence, block);
    }
    return new Set(blocksWith(shorts).map(({ block }) => block));
  }

  function mentionsOf(block: TextBlock): Mention[] {
    const held = evidence.blocks.get(block);
    if (!held) return [];
    const mentions = chooseSenses({ evidence, glossed, lang }, held);
    const { keys, from, to } = held.words;
    const owned = mayHold(own.shorts, keys, from, to) ? findOwnMentions(own, glossed, held) : [];
    return owned.length === 0
      ? mentions
      : [...mentions, ...owned].sort((a, b) => a.start - b.start);
  }

  /** What a block defines; a cell that opens a row of a table also speaks for the cell beside it. */
  function definitionsIn({ text, row }: TextBlock): Definition[] {
    const definitions = findDefinitions(text);
    if (!row) return definitions;
    // Spans of the other cell mean nothing in this block: the definition stands in all of it.
    const whole = { start: 0, end: text.length };
    const inRow = findDefinitions(row).map((each) => ({
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
    begin: (blocks) => finish(beginInSteps(blocks)),
    beginInSteps,
    takeIn: (batch, candidates) => finish(takeInInSteps(batch, candidates)),
    takeInInSteps,
    forget,
    mentionsOf,
    definitionOf,
  };
}
