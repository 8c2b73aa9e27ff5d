/** Keeps a page's evidence for and against senses (names, cues, rivals), block by block. */
import type { Definition } from '../definitions/definition.ts';
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Candidate, Occurrence } from '../matching/candidate.ts';
import { createMatcher, type Matcher } from '../matching/matcher.ts';
import type { TextBlock } from '../text/text-block.ts';
import type { Hit, Sign } from './sign.ts';
import { countSign, createTally, type Tally } from './tally.ts';

/** The keys of a block's words: those from `from` to before `to` of an array that blocks share. */
interface BlockKeys {
  readonly keys: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** What was found in one block. */
export interface BlockEvidence {
  readonly block: TextBlock;
  readonly words: BlockKeys;
  readonly occurrences: readonly Occurrence[];
  readonly definitions: readonly Definition[];
  readonly hits: readonly Hit[];
}

/** The evidence of the whole page, kept up to date as blocks come and go. */
export interface PageEvidence {
  readonly cues: Matcher<Sign>;
  readonly candidates: ReadonlyMap<EntryRef, Candidate>;
  /** Entries that need evidence somewhere on the page: only for these are signs looked for. */
  readonly weighed: Set<EntryRef>;
  readonly blocks: Map<TextBlock, BlockEvidence>;
  /** The signs on the page and in each section, with the number of blocks that hold each. */
  readonly page: Tally;
  readonly sections: Map<number, Tally>;
  /** One object for each sign that a name makes, so that equal signs are counted once. */
  readonly nameSigns: Map<string, Sign>;
  /** For each tally: the entries with new signs for or against them, and the last such turn. */
  readonly moved: Map<Tally, Map<EntryRef, number>>;
  /** Number of the current turn; each sheet that is read begins a new one. */
  turn: number;
}

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

/** Add a block and count its signs. */
export function addBlock(evidence: PageEvidence, held: BlockEvidence): void {
  const { block, occurrences, hits } = held;
  evidence.blocks.set(block, held);
  if (occurrences.length > 0) {
    for (const { blocks } of talliesOf(evidence, block)) blocks.add(block);
  }
  if (hits.length > 0) countSigns(evidence, block, signsIn(hits), 1);
}

/** The tallies of the page and of the section in which a block stands. */
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
      if (countSign(tally, sign, step) && step > 0) noteMove(evidence, tally, sign.ref);
    }
  }
}

function noteMove({ moved, turn }: PageEvidence, tally: Tally, ref: EntryRef): void {
  const refs = moved.get(tally) ?? new Map<EntryRef, number>();
  refs.set(ref, turn);
  moved.set(tally, refs);
}

const signsIn = (hits: readonly Hit[]): Set<Sign> => new Set(hits.map(({ sign }) => sign));

/** Add signs to a block; ignored if the block is not among the evidence. */
export function addHits(evidence: PageEvidence, block: TextBlock, hits: readonly Hit[]): void {
  const held = evidence.blocks.get(block);
  if (!held || hits.length === 0) return;
  evidence.blocks.set(block, { ...held, hits: [...held.hits, ...hits] });
  const known = signsIn(held.hits);
  const added = hits.filter(({ sign }) => !known.has(sign));
  if (added.length > 0) countSigns(evidence, block, signsIn(added), 1);
}

/** Remove a block and its signs. */
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
