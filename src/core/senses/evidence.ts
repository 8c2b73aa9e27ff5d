/** What a page holds that speaks for or against a sense: names, cues, rivals, by block. */

import type { Definition } from '../definitions/definition.ts';
import type { EntryRef } from '../glossary/entry-ref.ts';
import { glossaryOf } from '../glossary/entry-ref.ts';
import type { Candidate, Occurrence } from '../matching/candidate.ts';
import {
  addPhrase,
  createMatcher,
  findPhrases,
  type Matcher,
  mayHold,
} from '../matching/matcher.ts';
import { standsFree } from '../text/boundaries.ts';
import type { TextBlock } from '../text/text-block.ts';
import { readWords, type Words } from '../text/word-keys.ts';
import { findOwner } from './owner.ts';

/** `owner`: a country of the entry is named as the owner of a name that bodies of several bear. */
export type Side = 'ours' | 'rival' | 'owner';

/** A sign that speaks for one sense of one entry, or against it. */
export interface Sign {
  readonly ref: EntryRef;
  readonly side: Side;
  readonly weight: number;
  /** As shown to the reader. */
  readonly words: string;
}

/** A sign where it stands. */
export interface Hit {
  readonly sign: Sign;
  readonly start: number;
  readonly end: number;
}

/** The keys of a block's words: those from `from` to `to` of an array that it may share. */
export interface BlockKeys {
  readonly keys: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** What one block holds. */
export interface BlockEvidence {
  readonly block: TextBlock;
  readonly words: BlockKeys;
  readonly occurrences: readonly Occurrence[];
  readonly definitions: readonly Definition[];
  readonly hits: readonly Hit[];
}

/** What the whole page holds, kept up to date as blocks come and go. */
export interface PageEvidence {
  readonly cues: Matcher<Sign>;
  readonly candidates: ReadonlyMap<EntryRef, Candidate>;
  /** Entries that must be weighed somewhere on the page: signs for others are not looked for. */
  readonly weighed: Set<EntryRef>;
  readonly blocks: Map<TextBlock, BlockEvidence>;
  /** Signs of the page and of each section, with the number of blocks that hold them. */
  readonly page: Tally;
  readonly sections: Map<number, Tally>;
  /** One sign for each name and entry, so that it is counted once. */
  readonly nameSigns: Map<string, Sign>;
  /** The entries for or against which more speaks than before, and the turn in which that came. */
  readonly moved: Map<Tally, Map<EntryRef, number>>;
  /** Counts the turns in which text is taken in. */
  turn: number;
}

/** Signs seen, by sense, and the sum of their weights, each sign counted once. */
export interface Tally {
  /** The blocks with names that it may speak for. */
  readonly blocks: Set<TextBlock>;
  readonly counts: Map<Sign, number>;
  readonly sums: Map<EntryRef, Sums>;
}

/** The weights of the signs of each side. */
export interface Sums extends Record<Side, number> {
  /** Of those on our side, the weights of the entry's own names. */
  named: number;
}

/** Weights of signs, tuned on the development half of `tests/eval/data`. */
const WEIGHT = {
  /** Another name of the same entry, one that means nothing else. */
  name: 3,
  /** Such a name of an entry that it relates to, either way. */
  relative: 1.5,
  /** Such a name of another entry of the same glossary. */
  neighbour: 0.6,
  /** A name of a relative that may itself mean something else. */
  unsure: 0.5,
  cue: 1,
  rivalName: 3,
  rivalCue: 1,
  /** The country that owns a shared name. */
  owner: 3,
} as const;

export function createEvidence(candidates: ReadonlyMap<EntryRef, Candidate>): PageEvidence {
  return {
    cues: createMatcher(),
    candidates,
    weighed: new Set(),
    blocks: new Map(),
    page: createTally(),
    sections: new Map(),
    nameSigns: new Map(),
    moved: new Map(),
    turn: 0,
  };
}

/**
 * Begin to look for what speaks for or against some entries.
 *
 * @returns Their cues, to be looked for in blocks that were read before.
 */
export function weighEntries(evidence: PageEvidence, refs: Iterable<EntryRef>): Matcher<Sign> {
  const added: Matcher<Sign> = createMatcher();
  for (const ref of refs) {
    const candidate = evidence.candidates.get(ref);
    if (!candidate || evidence.weighed.has(ref)) continue;
    evidence.weighed.add(ref);
    for (const sign of listSigns(candidate)) {
      addPhrase(evidence.cues, sign.words, caseOf(sign.words), sign);
      addPhrase(added, sign.words, caseOf(sign.words), sign);
    }
  }
  return added;
}

function listSigns({ ref, cues, rivals }: Candidate): Sign[] {
  const ours = cues.map(({ words, weight }): Sign => {
    return { ref, side: 'ours', weight: WEIGHT.cue * weight, words };
  });
  const theirs = rivals.flatMap(({ long, cues: itsCues }): Sign[] => [
    { ref, side: 'rival', weight: WEIGHT.rivalName, words: long },
    ...itsCues.map((words): Sign => ({ ref, side: 'rival', weight: WEIGHT.rivalCue, words })),
  ]);
  return [...ours, ...theirs];
}

/** Cues in capitals are acronyms and count only so; others in any case. */
function caseOf(words: string): 'exact' | 'any' {
  return words === words.toUpperCase() && words !== words.toLowerCase() ? 'exact' : 'any';
}

/**
 * Find the signs of a block for all entries that are weighed.
 *
 * @param words - Words of `text`, those from `from` to `to`.
 */
export function findSigns(
  evidence: PageEvidence,
  text: string,
  occurrences: readonly Occurrence[],
  words: Words,
  from: number,
  to: number,
): Hit[] {
  const cues = findCues(evidence.cues, text, words, from, to);
  const names = occurrences.flatMap((each) => [
    ...signsOfName(evidence, each, evidence.weighed),
    ...signsOfOwners(evidence, text, each, evidence.weighed),
  ]);
  return names.length === 0 ? cues : [...cues, ...names];
}

/**
 * Find the signs that a block which was read before holds for entries that are newly weighed.
 *
 * @param cues - Of those entries, as `weighEntries` returned them.
 */
export function findLateSigns(
  evidence: PageEvidence,
  { block, words, occurrences }: BlockEvidence,
  news: ReadonlySet<EntryRef>,
  cues: Matcher<Sign>,
): Hit[] {
  const names = occurrences.flatMap((each) => [
    ...signsOfName(evidence, each, news),
    ...signsOfOwners(evidence, block.text, each, news),
  ]);
  if (!mayHold(cues, words.keys, words.from, words.to)) return names;
  return [...findCues(cues, block.text, readWords(block.text)), ...names];
}

/** Find the cues of a matcher in a text. */
export function findCues(
  cues: Matcher<Sign>,
  text: string,
  words: Words,
  from = 0,
  to: number = words.count,
): Hit[] {
  return findPhrases(cues, text, words, from, to)
    .filter(({ start, end }) => standsFree(text, start, end))
    .map(({ start, end, value }) => ({ sign: value, start, end }));
}

/** What an occurrence says about the entry that it means, and about those that know it. */
function signsOfName(
  evidence: PageEvidence,
  { start, end, readings }: Occurrence,
  among: ReadonlySet<EntryRef>,
): Hit[] {
  const [reading] = readings;
  if (!reading || readings.length > 1 || among.size === 0) return [];
  const { ref, name } = reading;
  return signsOf(evidence, ref, name.text, !name.ambiguous, among).map((sign) => {
    return { sign, start, end };
  });
}

/** What the owner of a shared name says about the bodies of that name. */
function signsOfOwners(
  evidence: PageEvidence,
  text: string,
  occurrence: Occurrence,
  among: ReadonlySet<EntryRef>,
): Hit[] {
  return occurrence.readings.flatMap(({ ref, name }): Hit[] => {
    const whose = evidence.candidates.get(ref);
    if (!name.shared || !whose || !among.has(ref)) return [];
    const owner = findOwner(text, occurrence, whose);
    if (!owner) return [];
    const { start, end, isOurs } = owner;
    const words = text.slice(start, end).trim();
    const sign = nameSign(evidence, ref, words, WEIGHT.owner, isOurs ? 'owner' : 'rival');
    return [{ sign, start, end }];
  });
}

/** What a mention says that was ambiguous until its sense was chosen. */
export function signsOfMention(
  evidence: PageEvidence,
  { start, end, readings }: Occurrence,
  ref: EntryRef,
): Hit[] {
  const reading = readings.find((each) => each.ref === ref);
  if (!reading?.name.ambiguous) return [];
  // For itself it may not speak: that would be going round in a circle.
  return signsOf(evidence, ref, reading.name.text, true, evidence.weighed)
    .filter((sign) => sign.ref !== ref)
    .map((sign) => ({ sign, start, end }));
}

/** @param among - The entries that signs are wanted for. */
function signsOf(
  evidence: PageEvidence,
  ref: EntryRef,
  name: string,
  isSure: boolean,
  among: ReadonlySet<EntryRef>,
): Sign[] {
  const signs: Sign[] = [];
  const { candidates } = evidence;
  const related = candidates.get(ref)?.related ?? [];
  const add = (to: EntryRef, weight: number) => signs.push(nameSign(evidence, to, name, weight));
  if (isSure && among.has(ref)) add(ref, WEIGHT.name);
  for (const other of among) {
    if (other === ref) continue;
    const isRelative = related.includes(other) || candidates.get(other)?.related.includes(ref);
    if (isRelative) add(other, isSure ? WEIGHT.relative : WEIGHT.unsure);
    else if (isSure && glossaryOf(ref) === glossaryOf(other)) add(other, WEIGHT.neighbour);
  }
  return signs;
}

function nameSign(
  { nameSigns }: PageEvidence,
  ref: EntryRef,
  words: string,
  weight: number,
  side: Side = 'ours',
): Sign {
  const key = `${ref} ${side} ${weight} ${words}`;
  const sign: Sign = nameSigns.get(key) ?? { ref, side, weight, words };
  nameSigns.set(key, sign);
  return sign;
}

/** Take in what a block holds. */
export function addBlock(evidence: PageEvidence, held: BlockEvidence): void {
  const { block, occurrences, hits } = held;
  evidence.blocks.set(block, held);
  if (occurrences.length > 0) {
    for (const { blocks } of talliesOf(evidence, block)) blocks.add(block);
  }
  if (hits.length > 0) countSigns(evidence, block, signsIn(hits), 1);
}

/** Of the page, and of the section that a block stands in. */
function talliesOf({ page, sections }: PageEvidence, { section }: TextBlock): readonly Tally[] {
  const tally = sections.get(section) ?? createTally();
  sections.set(section, tally);
  return [page, tally];
}

function countSigns(
  evidence: PageEvidence,
  block: TextBlock,
  signs: ReadonlySet<Sign>,
  step: 1 | -1,
): void {
  for (const tally of talliesOf(evidence, block)) {
    for (const sign of signs) {
      if (count(tally, sign, step) && step > 0) noteMove(evidence, tally, sign.ref);
    }
  }
}

function noteMove({ moved, turn }: PageEvidence, tally: Tally, ref: EntryRef): void {
  const refs = moved.get(tally) ?? new Map<EntryRef, number>();
  refs.set(ref, turn);
  moved.set(tally, refs);
}

const signsIn = (hits: readonly Hit[]): Set<Sign> => new Set(hits.map(({ sign }) => sign));

/** Add signs to what a block holds. */
export function addHits(evidence: PageEvidence, block: TextBlock, hits: readonly Hit[]): void {
  const held = evidence.blocks.get(block);
  if (!held || hits.length === 0) return;
  evidence.blocks.set(block, { ...held, hits: [...held.hits, ...hits] });
  const known = signsIn(held.hits);
  const added = hits.filter(({ sign }) => !known.has(sign));
  if (added.length > 0) countSigns(evidence, block, signsIn(added), 1);
}

/** Forget a block. */
export function removeBlock(evidence: PageEvidence, block: TextBlock): void {
  const held = evidence.blocks.get(block);
  if (!held) return;
  evidence.blocks.delete(block);
  if (held.hits.length > 0) countSigns(evidence, block, signsIn(held.hits), -1);
  for (const tally of talliesOf(evidence, block)) {
    tally.blocks.delete(block);
    if (tally.blocks.size > 0 || tally.counts.size > 0 || tally === evidence.page) continue;
    evidence.sections.delete(block.section);
    evidence.moved.delete(tally);
  }
}

function createTally(): Tally {
  return { blocks: new Set(), counts: new Map(), sums: new Map() };
}

/** @returns Whether the sums have changed. */
function count(tally: Tally, sign: Sign, step: 1 | -1): boolean {
  const before = tally.counts.get(sign) ?? 0;
  const after = before + step;
  if (after > 0) tally.counts.set(sign, after);
  else tally.counts.delete(sign);
  if (before > 0 && after > 0) return false;
  const sum = tally.sums.get(sign.ref) ?? { ours: 0, rival: 0, owner: 0, named: 0 };
  sum[sign.side] += step * sign.weight;
  if (sign.side === 'ours' && sign.weight === WEIGHT.name) sum.named += step * sign.weight;
  tally.sums.set(sign.ref, sum);
  return true;
}
