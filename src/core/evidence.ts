/** What a page holds that speaks for or against a sense: names, cues, rivals, by block. */
import { standsFree } from './boundaries.ts';
import { addPhrase, createMatcher, findPhrases, type Matcher } from './matcher.ts';
import type { Candidate, Definition, EntryRef, Occurrence } from './mention.ts';
import type { Words } from './word-keys.ts';

/** A block as the senses see it; which object it is tells blocks apart. */
export interface TextBlock {
  readonly text: string;
  /** Blocks under one heading share a section. */
  readonly section: number;
  /** Place on the page: blocks with a lower number come before. */
  readonly order: number;
  /** Of a cell that opens a row of a table: the text of the row, a tab between its cells. */
  readonly row?: string;
}

/** A sign that speaks for one sense of one entry, or against it. */
export interface Sign {
  readonly ref: EntryRef;
  readonly side: 'ours' | 'rival';
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

/** What one block holds. */
export interface BlockEvidence {
  readonly block: TextBlock;
  readonly occurrences: readonly Occurrence[];
  readonly definitions: readonly Definition[];
  readonly hits: readonly Hit[];
}

/** What the whole page holds, kept up to date as blocks come and go. */
export interface PageEvidence {
  readonly cues: Matcher<Sign>;
  readonly candidates: ReadonlyMap<EntryRef, Candidate>;
  readonly blocks: Map<TextBlock, BlockEvidence>;
  /** Signs of the page and of each section, with the number of blocks that hold them. */
  readonly page: Tally;
  readonly sections: Map<number, Tally>;
}

/** Signs seen, by sense, and the sum of their weights, each sign counted once. */
export interface Tally {
  readonly counts: Map<Sign, number>;
  readonly sums: Map<EntryRef, { ours: number; rival: number }>;
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
} as const;

export function createEvidence(candidates: ReadonlyMap<EntryRef, Candidate>): PageEvidence {
  return {
    cues: createMatcher(),
    candidates,
    blocks: new Map(),
    page: createTally(),
    sections: new Map(),
  };
}

/** Begin to watch for the cues and rivals of a candidate. */
export function addCues(evidence: PageEvidence, { ref, cues, rivals }: Candidate): void {
  const add = (words: string, side: Sign['side'], weight: number) =>
    addPhrase(evidence.cues, words, caseOf(words), { ref, side, weight, words });
  for (const { words, weight } of cues) add(words, 'ours', WEIGHT.cue * weight);
  for (const rival of rivals) {
    add(rival.long, 'rival', WEIGHT.rivalName);
    for (const cue of rival.cues) add(cue, 'rival', WEIGHT.rivalCue);
  }
}

/** Cues in capitals are acronyms and count only so; others in any case. */
function caseOf(words: string): 'exact' | 'any' {
  return words === words.toUpperCase() && words !== words.toLowerCase() ? 'exact' : 'any';
}

/**
 * Find the signs of a block.
 *
 * @param words - Words of `block.text`, those from `from` to `to`.
 */
export function findSigns(
  evidence: PageEvidence,
  block: TextBlock,
  occurrences: readonly Occurrence[],
  words: Words,
  from: number,
  to: number,
): Hit[] {
  const hits: Hit[] = [];
  for (const { start, end, value } of findPhrases(evidence.cues, block.text, words, from, to)) {
    if (standsFree(block.text, start, end)) hits.push({ sign: value, start, end });
  }
  for (const occurrence of occurrences) hits.push(...signsOfName(evidence, occurrence));
  return hits;
}

/** What an occurrence says about the entry that it means, and about those that know it. */
function signsOfName(evidence: PageEvidence, { start, end, readings }: Occurrence): Hit[] {
  const [reading] = readings;
  if (!reading || readings.length > 1) return [];
  const { ref, name } = reading;
  return signsOf(evidence, ref, name.text, !name.ambiguous).map((sign) => ({ sign, start, end }));
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
  return signsOf(evidence, ref, reading.name.text, true)
    .filter((sign) => sign.ref !== ref)
    .map((sign) => ({ sign, start, end }));
}

function signsOf(evidence: PageEvidence, ref: EntryRef, name: string, isSure: boolean): Sign[] {
  const signs: Sign[] = [];
  const related = new Set(evidence.candidates.get(ref)?.related);
  const add = (to: EntryRef, weight: number) => signs.push(nameSign(evidence, to, name, weight));
  if (isSure) add(ref, WEIGHT.name);
  for (const [other, candidate] of evidence.candidates) {
    if (other === ref) continue;
    const isRelative = related.has(other) || candidate.related.includes(ref);
    if (isRelative) add(other, isSure ? WEIGHT.relative : WEIGHT.unsure);
    else if (isSure && isSameGlossary(ref, other)) add(other, WEIGHT.neighbour);
  }
  return signs;
}

const isSameGlossary = (one: EntryRef, other: EntryRef) =>
  one.slice(0, one.indexOf('/')) === other.slice(0, other.indexOf('/'));

/** One sign object for each name and entry, so that a sign is counted once. */
const nameSigns = new WeakMap<PageEvidence, Map<string, Sign>>();

function nameSign(evidence: PageEvidence, ref: EntryRef, words: string, weight: number): Sign {
  let known = nameSigns.get(evidence);
  if (!known) {
    known = new Map();
    nameSigns.set(evidence, known);
  }
  const key = `${ref} ${weight} ${words}`;
  let sign = known.get(key);
  if (!sign) {
    sign = { ref, side: 'ours', weight, words };
    known.set(key, sign);
  }
  return sign;
}

/** Take in what a block holds. */
export function addBlock(evidence: PageEvidence, block: BlockEvidence): void {
  evidence.blocks.set(block.block, block);
  const { section } = block.block;
  let tally = evidence.sections.get(section);
  if (!tally) {
    tally = createTally();
    evidence.sections.set(section, tally);
  }
  for (const sign of new Set(block.hits.map((hit) => hit.sign))) {
    count(evidence.page, sign, 1);
    count(tally, sign, 1);
  }
}

/** Add signs to what a block holds. */
export function addHits(evidence: PageEvidence, block: TextBlock, hits: readonly Hit[]): void {
  const held = evidence.blocks.get(block);
  if (!held || hits.length === 0) return;
  removeBlock(evidence, block);
  addBlock(evidence, { ...held, hits: [...held.hits, ...hits] });
}

/** Forget a block. */
export function removeBlock(evidence: PageEvidence, block: TextBlock): void {
  const held = evidence.blocks.get(block);
  if (!held) return;
  evidence.blocks.delete(block);
  const tally = evidence.sections.get(block.section);
  for (const sign of new Set(held.hits.map((hit) => hit.sign))) {
    count(evidence.page, sign, -1);
    if (tally) count(tally, sign, -1);
  }
  if (tally?.counts.size === 0) evidence.sections.delete(block.section);
}

function createTally(): Tally {
  return { counts: new Map(), sums: new Map() };
}

function count(tally: Tally, sign: Sign, step: 1 | -1): void {
  const before = tally.counts.get(sign) ?? 0;
  const after = before + step;
  if (after > 0) tally.counts.set(sign, after);
  else tally.counts.delete(sign);
  if (before > 0 && after > 0) return;
  const sum = tally.sums.get(sign.ref) ?? { ours: 0, rival: 0 };
  sum[sign.side] += step * sign.weight;
  tally.sums.set(sign.ref, sum);
}
