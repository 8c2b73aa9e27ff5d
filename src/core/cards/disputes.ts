/** Where sources disagree: told by dates of what can have happened only once. */
import type { Claim } from '../glossary/glossary.ts';

/** What a thing does once. It meets, plans and says things often. */
const ONCE: ReadonlySet<string> = new Set(['founded', 'lapsed']);

/**
 * Whether another source has another date for what a claim tells. A month and a day of it agree.
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
