/** Weighs the signs for an entry and for its rivals at one place of a page. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Span } from '../text/span.ts';
import type { BlockEvidence, PageEvidence } from './evidence.ts';
import { type Hit, isOwnName, type Sign } from './sign.ts';
import type { Sums } from './tally.ts';

/** Factors of a sign's weight: in the block, in its section, on the page. They add up. */
const NEAR = { block: 0.5, section: 0.3, page: 0.2 } as const;
/** Highest sum of signs beyond the block that counts, since a page has many subjects. */
const FAR_CAP = 5;
/** A page with this many sections that hold a sign or a name may have many subjects. */
const MANY_SECTIONS = 4;
/** Added to the rivals if the occurrence is part of the name of one. */
const WIDER_RIVAL = 6;
/** Longest name, in UTF-16 code units: a rival's name around an occurrence begins no earlier. */
const LONGEST_NAME = 200;
/** Most words or phrases that are shown as the reason. */
const REASON_WORDS = 3;

/** Sums of weights for an entry and for its rivals. */
interface Scores {
  readonly ours: number;
  readonly rival: number;
  /** The weight of countries named as owners of a shared name. */
  readonly owner: number;
  /** The weight of the entry's own names in the section: the body itself is named. */
  readonly named: number;
  /** The section alone: positive if its signs are for the entry, negative if for a rival. */
  readonly here: number;
}

const NO_SUMS: Sums = { ours: 0, rival: 0, owner: 0, named: 0 };

/** The signs for one entry in one block, each with its places in order. */
type NearSigns = ReadonlyMap<Sign, readonly Hit[]>;

/** Signs by entry for each block. A changed block is a new object, so they never go out of date. */
const sorted = new WeakMap<BlockEvidence, Map<EntryRef, NearSigns>>();

/** Weigh an entry at an occurrence; signs inside the occurrence itself do not count. */
export function weigh(
  evidence: PageEvidence,
  block: BlockEvidence,
  at: Span,
  ref: EntryRef,
): Scores {
  const near = { ...NO_SUMS };
  const signs = nearSigns(block, ref);
  for (const [sign, hits] of signs) {
    if (hits.some((hit) => isApart(hit, at))) {
      near[sign.side] += sign.weight;
      if (isOwnName(sign)) near.named += sign.weight;
    }
    if (sign.side === 'rival' && isPartOf(at, hits)) near.rival += WIDER_RIVAL;
  }
  const section = evidence.sections.get(block.block.section)?.sums.get(ref) ?? NO_SUMS;
  const page = evidence.page.sums.get(ref) ?? NO_SUMS;
  const score = (side: keyof Sums, inSection: number, onPage: number) =>
    NEAR.block * near[side] +
    NEAR.section * Math.min(FAR_CAP, inSection) +
    NEAR.page * Math.min(FAR_CAP, onPage);
  // A paragraph about a rival has another subject than the rest: only its own signs count.
  const isApartFromPage = near.rival > near.ours;
  return {
    ours: isApartFromPage
      ? score('ours', near.ours, near.ours)
      : score('ours', section.ours, oursOnPage(evidence, section, page)),
    rival: score('rival', section.rival, page.rival),
    owner: score('owner', section.owner, page.owner),
    named: score('named', section.named, 0),
    here: section.ours - section.rival,
  };
}

/**
 * The sum for an entry that the whole page contributes in one of its sections. On a page that may
 * have many subjects it is limited: to the section's own sum if that has signs for a rival, and to
 * the weights of the entry's names if the section has no signs.
 */
function oursOnPage({ sections }: PageEvidence, section: Sums, page: Sums): number {
  if (sections.size < MANY_SECTIONS || section.ours > section.rival) return page.ours;
  return section.rival > 0 ? section.ours : page.named;
}

/**
 * List the words that are evidence for an entry, as the page writes them: those of the block first,
 * by weight, then by nearness.
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
  const told: string[] = [];
  const known = new Set<string>();
  // Where a page writes "Kinzhals", the sign is "Kinzhal": it is told once.
  const tell = (sign: Sign, written = sign.words) => {
    const keys = [written, sign.words].map((words) => words.toLowerCase());
    if (!keys.some((key) => known.has(key))) told.push(written);
    for (const key of keys) known.add(key);
  };
  for (const { sign, start, end } of near) {
    tell(sign, block.block.text.slice(start, end).replace(/\s+/g, ' '));
  }
  if (told.length < REASON_WORDS) {
    const tallies = [evidence.sections.get(block.block.section), evidence.page];
    const far = tallies
      .flatMap((tally) => [...(tally?.counts.keys() ?? [])])
      .filter((sign) => sign.ref === ref && sign.side !== 'rival')
      .sort((a, b) => b.weight - a.weight);
    for (const sign of far) tell(sign);
  }
  return told.slice(0, REASON_WORDS);
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

/** Whether an occurrence is part of a longer name around it: "NATO phonetic alphabet". */
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
  // Places of one sign do not overlap: of the next two on either side one is outside.
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
