/** Sums the signs for and against each entry, for a page or a section. */
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { TextBlock } from '../text/text-block.ts';
import { isOwnName, type Side, type Sign } from './sign.ts';

/** The signs with the number of blocks that hold each, and sums of weights for each entry. */
export interface Tally {
  /** The blocks with names, whose senses may depend on these sums. */
  readonly blocks: Set<TextBlock>;
  readonly counts: Map<Sign, number>;
  readonly sums: Map<EntryRef, Sums>;
}

/** The weights of the signs of each side. */
export interface Sums extends Record<Side, number> {
  /** The part of `ours` that comes from the entry's own names. */
  named: number;
}

export function createTally(): Tally {
  return { blocks: new Set(), counts: new Map(), sums: new Map() };
}

/**
 * Add or remove one block for a sign. Each sign adds its weight only once, for its first block.
 *
 * @returns Whether the sums have changed.
 */
export function countSign(tally: Tally, sign: Sign, step: 1 | -1): boolean {
  const before = tally.counts.get(sign) ?? 0;
  const after = before + step;
  if (after > 0) tally.counts.set(sign, after);
  else tally.counts.delete(sign);
  if (before > 0 && after > 0) return false;
  const sum = tally.sums.get(sign.ref) ?? { ours: 0, rival: 0, owner: 0, named: 0 };
  sum[sign.side] += step * sign.weight;
  if (isOwnName(sign)) sum.named += step * sign.weight;
  tally.sums.set(sign.ref, sum);
  return true;
}
