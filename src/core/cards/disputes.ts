/** Finds claims on which sources disagree: different dates of an event that happens only once. */
import type { Claim } from '../glossary/glossary.ts';

/** Events that happen to a thing only once, unlike meetings, plans and statements. */
const ONCE: ReadonlySet<string> = new Set(['founded', 'lapsed']);

/**
 * Whether another source has another date for the event of a claim. A month and a day in it agree.
 *
 * @param claims - All claims of the entry.
 */
export function isDisputed(claim: Claim, claims: readonly Claim[]): boolean {
  const { when, source } = claim;
  if (!when || !ONCE.has(when.what)) return false;
  return claims.some(
    (other) =>
      other.source !== source &&
      other.when?.what === when.what &&
      !agree(other.when.date, when.date),
  );
}

const agree = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);
