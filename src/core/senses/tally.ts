/** How much speaks for each entry, of a page or of a section. */
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { TextBlock } from '../text/text-block.ts';
import { type Side, type Sign, WEIGHT } from './sign.ts';

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

export function createTally(): Tally {
  return { blocks: new Set(), counts: new Map(), sums: new Map() };
}

/**
 * Count a sign once more, or once less.
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
  if (sign.side === 'ours' && sign.weight === WEIGHT.name) sum.named += step * sign.weight;
  tally.sums.set(sign.ref, sum);
  return true;
}
