/** What a page holds that speaks for or against a sense: names, cues, rivals, by block. */
import type { Definition } from '../definitions/definition.ts';
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Candidate, Occurrence } from '../matching/candidate.ts';
import { createMatcher, type Matcher } from '../matching/matcher.ts';
import type { TextBlock } from '../text/text-block.ts';
import type { Hit, Sign } from './sign.ts';
import { countSign, createTally, type Tally } from './tally.ts';

/** The keys of a block's words: those from `from` to `to` of an array that it may share. */
interface BlockKeys {
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
