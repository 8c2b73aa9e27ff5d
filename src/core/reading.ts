/**
 * The reading of a page: the straight line from blocks to mentions, kept up to date as blocks come
 * and go. It knows no DOM and asks for nothing: who holds it hands in blocks and the library's
 * answers.
 */

import { findDefinitions } from './definitions.ts';
import {
  addBlock,
  addCues,
  addHits,
  type BlockEvidence,
  createEvidence,
  findSigns,
  type PageEvidence,
  removeBlock,
  signsOfMention,
  type TextBlock,
} from './evidence.ts';
import {
  addDefinition,
  type Glossed,
  type PlacedDefinition,
  removeDefinitions,
  shortKey,
} from './governing.ts';
import { collectKeys } from './matcher.ts';
import type { Candidate, Definition, EntryRef, Mention } from './mention.ts';
import { addCandidates, createLexicon, findOccurrences, type Lexicon } from './occurrences.ts';
import { addOwnTerm, createOwnTerms, findOwnMentions, findPlace } from './own-terms.ts';
import { chooseSenses } from './senses.ts';
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

export interface Reading {
  /** Read the words of new blocks; what the library has answered is not asked again. */
  begin(blocks: readonly TextBlock[]): Batch;
  /**
   * Take in blocks with what the library answered.
   *
   * @returns Those blocks, and older ones whose mentions may have changed with them.
   */
  takeIn(batch: Batch, candidates: readonly Candidate[]): Set<TextBlock>;
  /** Forget blocks; returns those left whose mentions may have changed. */
  forget(blocks: readonly TextBlock[]): Set<TextBlock>;
  /** The mentions of a block, by all the evidence that there is now. */
  mentionsOf(block: TextBlock): Mention[];
  /** Where the page itself defines the short form of a mention; null if it does not. */
  definitionOf(block: TextBlock, mention: Mention): PlacedDefinition | null;
}

/** @param lang - The page's language, such as `en`; empty if it does not say. */
export function createReading(lang: string): Reading {
  const lexicon: Lexicon = createLexicon();
  const evidence: PageEvidence = createEvidence(lexicon.candidates);
  const glossed: Glossed = new Map();
  const own = createOwnTerms();
  const asked = new Set<number>();

  function begin(blocks: readonly TextBlock[]): Batch {
    const words = createWords(1024);
    const ends: number[] = [];
    const keys = new Set<number>();
    let from = 0;
    for (const { text } of blocks) {
      appendWords(words, text);
      collectKeys(words, from, words.count, keys);
      ends.push(words.count);
      from = words.count;
    }
    return { blocks, words, ends, keys: [...keys].filter((key) => !asked.has(key)) };
  }

  function takeIn(batch: Batch, candidates: readonly Candidate[]): Set<TextBlock> {
    for (const key of batch.keys) asked.add(key);
    const news = addCandidates(lexicon, candidates);
    for (const candidate of news) if (isNew(candidate)) addCues(evidence, candidate);
    const known = [...evidence.blocks.keys()];
    const touched = new Set<TextBlock>(batch.blocks);
    if (news.length > 0) for (const block of known) reread(block);
    const defined = new Set<string>();
    batch.blocks.forEach((block, i) => {
      const definitions = definitionsIn(block);
      for (const definition of definitions) defined.add(define(block, definition));
      const from = i === 0 ? 0 : (batch.ends[i - 1] as number);
      addBlock(evidence, readBlock(block, definitions, batch.words, from, batch.ends[i] as number));
    });
    batch.blocks.forEach(addSignsOfMentions);
    for (const block of blocksWith(defined, known)) touched.add(block);
    return touched;
  }

  /** A name whose sense is chosen speaks for its relatives in turn; once round is enough. */
  function addSignsOfMentions(block: TextBlock): void {
    const held = evidence.blocks.get(block);
    if (!held || held.occurrences.length === 0) return;
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

  const withCues = new Set<EntryRef>();
  function isNew({ ref }: Candidate): boolean {
    if (withCues.has(ref)) return false;
    withCues.add(ref);
    return true;
  }

  function readBlock(
    block: TextBlock,
    definitions: readonly Definition[],
    words: Words,
    from: number,
    to: number,
  ): BlockEvidence {
    const occurrences = findOccurrences(block.text, lexicon, words, from, to);
    const hits = findSigns(evidence, block, occurrences, words, from, to);
    return { block, occurrences, definitions, hits };
  }

  /** Read an older block again, since the library has told of more terms. */
  function reread(block: TextBlock): void {
    const definitions = evidence.blocks.get(block)?.definitions ?? [];
    removeBlock(evidence, block);
    const words = readWords(block.text);
    addBlock(evidence, readBlock(block, definitions, words, 0, words.count));
  }

  function define(block: TextBlock, definition: Definition): string {
    addDefinition(glossed, block, definition);
    addOwnTerm(own, definition);
    return shortKey(definition.short);
  }

  /** Older blocks in which one of these short forms stands. */
  function blocksWith(shorts: ReadonlySet<string>, blocks: readonly TextBlock[]): TextBlock[] {
    if (shorts.size === 0) return [];
    return blocks.filter(({ text }) => [...shorts].some((short) => text.includes(short)));
  }

  function forget(blocks: readonly TextBlock[]): Set<TextBlock> {
    const shorts = new Set<string>();
    for (const block of blocks) {
      const definitions = evidence.blocks.get(block)?.definitions ?? [];
      for (const short of removeDefinitions(glossed, block, definitions)) shorts.add(short);
      removeBlock(evidence, block);
    }
    return new Set(blocksWith(shorts, [...evidence.blocks.keys()]));
  }

  function mentionsOf(block: TextBlock): Mention[] {
    const held = evidence.blocks.get(block);
    if (!held) return [];
    const mentions = chooseSenses({ evidence, glossed, lang }, held);
    const owned = findOwnMentions(own, glossed, held);
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

  return { begin, takeIn, forget, mentionsOf, definitionOf };
}
