/** Blocks that something was found in: how they become evidence, and how older ones are found. */
import type { EntryRef } from '../glossary/entry-ref.ts';
import { addPhrase, createMatcher, findHolders, mayHold } from '../matching/matcher.ts';
import { addBlock, addHits, type BlockEvidence } from '../senses/evidence.ts';
import { findCues, findLateSigns, findSigns, weighEntries } from '../senses/find-signs.ts';
import type { Steps } from '../text/slices.ts';
import type { TextBlock } from '../text/text-block.ts';
import { readWords, type Words } from '../text/word-keys.ts';
import { plainAt, plainHolders, type ReadSheet } from './read-sheets.ts';
import { isSettled, type ReadingState } from './reading-state.ts';
import { textAt } from './sheet.ts';

/** Join lists of numbers into one in ascending order, each number once. */
export function inOrder(...lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

/**
 * Find the signs in the blocks of a sheet, and add the blocks that hold anything to the evidence.
 *
 * @returns The blocks that may have mentions.
 */
export function* holdBlocks(
  state: ReadingState,
  read: ReadSheet,
  words: Words,
  named: ReadonlyMap<number, BlockEvidence>,
): Steps<TextBlock[]> {
  const { evidence, own } = state;
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
    const block = hold(state, read, number, { ...parts, hits }, known?.block);
    if (block && (parts.occurrences.length > 0 || isOwning.has(number))) held.push(block);
  }
  return held;
}

/** Add a block of a sheet to the evidence. Returns the block, or null if its text is gone. */
function hold(
  { evidence }: ReadingState,
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
export function* weigh(state: ReadingState, blocks: readonly BlockEvidence[]): Steps<void> {
  const { evidence, sheets } = state;
  const news = new Set<EntryRef>();
  for (const { block, occurrences } of blocks) {
    for (const occurrence of occurrences) {
      if (isSettled(state, block, occurrence)) continue;
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
    if (hits.length > 0) hold(state, read, number, { ...plainAt(read, number), hits });
    yield;
  }
}

/** Find the blocks in which one of some short forms may stand. */
export function* blocksWith(
  state: ReadingState,
  shorts: ReadonlySet<string>,
): Steps<BlockEvidence[]> {
  if (shorts.size === 0) return [];
  const sought = createMatcher<string>();
  for (const short of shorts) addPhrase(sought, short, 'any', short);
  for (const [read, number] of plainHolders(state.sheets, sought)) {
    hold(state, read, number, plainAt(read, number));
    yield;
  }
  const holders: BlockEvidence[] = [];
  for (const held of [...state.evidence.blocks.values()]) {
    const { keys, from, to } = held.words;
    if (mayHold(sought, keys, from, to)) holders.push(held);
    yield;
  }
  return holders;
}
