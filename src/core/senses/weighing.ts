/** How much speaks for an entry at one place of a page, and how much for its rivals; and in which words. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Span } from '../text/span.ts';
import type { BlockEvidence, PageEvidence } from './evidence.ts';
import type { Hit, Side, Sign } from './sign.ts';
import type { Sums } from './tally.ts';

/** How much the same sign counts in the same block, in its section, anywhere on the page. */
const NEAR = { block: 0.5, section: 0.3, page: 0.2 } as const;
/** Signs further off than the block count up to this sum: a page is about many things. */
const FAR_CAP = 5;
/** With so many sections that hold a sign or a name a page may be one of many subjects. */
const MANY_SECTIONS = 4;
/** What it adds to the rivals when the occurrence is a part of one's name. */
const WIDER_RIVAL = 6;
/** No name is longer: so far back a rival's name is looked for that holds the occurrence. */
const LONGEST_NAME = 200;
/** So many words are shown as the reason. */
const REASON_WORDS = 3;

/** Sums of weights for an entry and for its rivals. */
interface Scores {
  readonly ours: number;
  readonly rival: number;
  /** The countries that are named as owners of a shared name. */
  readonly owner: number;
  /** Of the section alone: above zero where it speaks for the entry, below where for a rival. */
  readonly here: number;
}

const NO_SUMS: Sums = { ours: 0, rival: 0, owner: 0, named: 0 };

/** The signs for one entry in one block, each with its places in order. */
type NearSigns = ReadonlyMap<Sign, readonly Hit[]>;

/** Blocks change as a whole, so what was sorted out for one holds as long as it lives. */
const sorted = new WeakMap<BlockEvidence, Map<EntryRef, NearSigns>>();

/** Weigh an entry at an occurrence; signs inside the occurrence itself do not count. */
export function weigh(
  evidence: PageEvidence,
  block: BlockEvidence,
  at: Span,
  ref: EntryRef,
): Scores {
  const near = { ours: 0, rival: 0, owner: 0 };
  const signs = nearSigns(block, ref);
  for (const [sign, hits] of signs) {
    if (hits.some((hit) => isApart(hit, at))) near[sign.side] += sign.weight;
    if (sign.side === 'rival' && isPartOf(at, hits)) near.rival += WIDER_RIVAL;
  }
  const section = evidence.sections.get(block.block.section)?.sums.get(ref) ?? NO_SUMS;
  const page = evidence.page.sums.get(ref) ?? NO_SUMS;
  const score = (side: Side, inSection: number, onPage: number) =>
    NEAR.block * near[side] +
    NEAR.section * Math.min(FAR_CAP, inSection) +
    NEAR.page * Math.min(FAR_CAP, onPage);
  // A paragraph that speaks of a rival is not about what the others are about.
  const isApartFromPage = near.rival > near.ours;
  return {
    ours: isApartFromPage
      ? score('ours', near.ours, near.ours)
      : score('ours', section.ours, oursOnPage(evidence, section, page)),
    rival: score('rival', section.rival, page.rival),
    owner: score('owner', section.owner, page.owner),
    here: section.ours - section.rival,
  };
}

/**
 * What the page as a whole says for an entry in one of its sections. Where it may be of many
 * subjects, it says no more than the section itself if that speaks of a rival, and if that says
 * nothing, no more than that the entry is named.
 */
function oursOnPage({ sections }: PageEvidence, section: Sums, page: Sums): number {
  if (sections.size < MANY_SECTIONS || section.ours > section.rival) return page.ours;
  return section.rival > 0 ? section.ours : page.named;
}

/**
 * The words that speak for an entry: those of the block first, the weightiest and nearest of them
 * before others, as the page writes them.
 */
export function tellReason(
  evidence: PageEvidence,
  block: BlockEvidence,
  at: Span,
  ref: EntryRef,
): string[] {
  const near = [...nearSigns(block, ref)].flatMap(([sign, hits]) => {
    const nearest = sign.side !== 'rival' ? findNearest(hits, at) : null;
    return nearest ? [nearest] : [];
  });
  near.sort((a, b) => b.sign.weight - a.sign.weight || distance(a, at) - distance(b, at));
  const told = new Map<string, string>();
  const tell = (words: string) => {
    const key = words.toLowerCase();
    if (!told.has(key)) told.set(key, words);
  };
  for (const { start, end } of near) tell(block.block.text.slice(start, end).replace(/\s+/g, ' '));
  if (told.size < REASON_WORDS) {
    const tallies = [evidence.sections.get(block.block.section), evidence.page];
    const far = tallies
      .flatMap((tally) => [...(tally?.counts.keys() ?? [])])
      .filter((sign) => sign.ref === ref && sign.side !== 'rival')
      .sort((a, b) => b.weight - a.weight);
    for (const { words } of far) tell(words);
  }
  return [...told.values()].slice(0, REASON_WORDS);
}

function nearSigns(block: BlockEvidence, ref: EntryRef): NearSigns {
  let byRef = sorted.get(block);
  if (!byRef) {
    byRef = sortOut(block.hits);
    sorted.set(block, byRef);
  }
  return byRef.get(ref) ?? new Map();
}

function sortOut(hits: readonly Hit[]): Map<EntryRef, NearSigns> {
  const byRef = new Map<EntryRef, Map<Sign, Hit[]>>();
  for (const hit of hits) {
    const { sign } = hit;
    let signs = byRef.get(sign.ref);
    if (!signs) {
      signs = new Map();
      byRef.set(sign.ref, signs);
    }
    const places = signs.get(sign);
    if (places) places.push(hit);
    else signs.set(sign, [hit]);
  }
  for (const signs of byRef.values()) {
    for (const places of signs.values()) places.sort((a, b) => a.start - b.start);
  }
  return byRef;
}

const isApart = (hit: Span, at: Span) => hit.end <= at.start || hit.start >= at.end;

const distance = (hit: Span, at: Span) => Math.max(hit.start - at.end, at.start - hit.end);

/** Whether an occurrence is a part of a longer name that stands there: "NATO phonetic alphabet". */
function isPartOf(at: Span, hits: readonly Hit[]): boolean {
  for (let i = rankOf(hits, at.start + 1) - 1; i >= 0; i--) {
    const { start, end } = hits[i] as Hit;
    if (start < at.start - LONGEST_NAME) return false;
    if (end >= at.end && end - start > at.end - at.start) return true;
  }
  return false;
}

/** The place of a sign that is nearest to an occurrence and not inside it. */
function findNearest(hits: readonly Hit[], at: Span): Hit | null {
  const rank = rankOf(hits, at.start);
  // Signs of one kind do not overlap: on either side at most one lies inside the occurrence.
  const around = hits.slice(Math.max(0, rank - 2), rank + 2).filter((hit) => isApart(hit, at));
  return around.reduce<Hit | null>(
    (best, hit) => (best && distance(best, at) <= distance(hit, at) ? best : hit),
    null,
  );
}

/** How many places begin before `start`. */
function rankOf(hits: readonly Hit[], start: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] as Hit).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
