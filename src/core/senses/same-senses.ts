/** Leaves one of several entries that mean the same thing in different glossaries. */
import { compareLongForms } from '../definitions/compare-long-forms.ts';
import { type EntryRef, glossaryOf } from '../glossary/entry-ref.ts';
import type { Reading } from '../matching/candidate.ts';
import type { PageEvidence } from './evidence.ts';

/** Most senses of one name that are compared with one another, so that the time stays short. */
const MOST_SENSES = 20;

/** For each page: the senses that equal an earlier one, by the list of all senses of the name. */
const sameSensesOf = new WeakMap<PageEvidence, Map<string, ReadonlySet<EntryRef>>>();

/**
 * Leave out entries that mean the same as an earlier one in another glossary. If readers wrote an
 * entry with this name, and the name is not ambiguous, only theirs are left.
 */
export function withoutSame(
  evidence: PageEvidence,
  readings: readonly Reading[],
): readonly Reading[] {
  if (readings.length < 2) return readings;
  const mine = readings.filter(
    ({ ref, name }) => evidence.candidates.get(ref)?.own && !name.ambiguous,
  );
  if (mine.length > 0) return mine;
  const known = sameSensesOf.get(evidence) ?? new Map<string, ReadonlySet<EntryRef>>();
  sameSensesOf.set(evidence, known);
  const key = readings.map(({ ref }) => ref).join(' ');
  const same = known.get(key) ?? findSame(evidence, readings);
  known.set(key, same);
  return same.size === 0 ? readings : readings.filter(({ ref }) => !same.has(ref));
}

function findSame({ candidates }: PageEvidence, readings: readonly Reading[]): Set<EntryRef> {
  const longFormsOf = (ref: EntryRef) => candidates.get(ref)?.longForms ?? [];
  const partiesOf = (ref: EntryRef) => candidates.get(ref)?.parties ?? [];
  const mayBeSame = (one: EntryRef, other: EntryRef) => {
    const [ours, theirs] = [partiesOf(one), partiesOf(other)];
    const isTold = ours.length > 0 && theirs.length > 0;
    const isApart = isTold && !ours.some((party) => theirs.includes(party));
    return glossaryOf(one) !== glossaryOf(other) && !isApart;
  };
  const kept: EntryRef[] = [];
  const same = new Set<EntryRef>();
  for (const { ref } of readings) {
    const own = longFormsOf(ref);
    const isSame = kept.some(
      (other) =>
        mayBeSame(other, ref) &&
        longFormsOf(other).some((long) => compareLongForms(long, own) === 'same'),
    );
    if (isSame) same.add(ref);
    else if (kept.length < MOST_SENSES) kept.push(ref);
  }
  return same;
}
