/** Of entries in several glossaries that mean the same thing, one speaks. */
import { compareLongForms } from '../definitions/compare-long-forms.ts';
import { type EntryRef, glossaryOf } from '../glossary/entry-ref.ts';
import type { Reading } from '../matching/candidate.ts';
import type { PageEvidence } from './evidence.ts';

/** So many senses of one name are compared with each of the others: no text tells more apart. */
const MOST_SENSES = 20;

/** By page: which senses of a name are the same as earlier ones; the key is the list of its senses. */
const sameSensesOf = new WeakMap<PageEvidence, Map<string, ReadonlySet<EntryRef>>>();

/** Of entries in two glossaries that mean the same the library's first one speaks. */
export function withoutSame(
  evidence: PageEvidence,
  readings: readonly Reading[],
): readonly Reading[] {
  if (readings.length < 2) return readings;
  const mine = readings.filter(
    ({ ref, name }) => evidence.candidates.get(ref)?.own && !name.ambiguous,
  );
  // What readers write down themselves, they mean.
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
  const ownersOf = (ref: EntryRef) => candidates.get(ref)?.owners ?? [];
  const mayBeSame = (one: EntryRef, other: EntryRef) =>
    glossaryOf(one) !== glossaryOf(other) &&
    (ownersOf(one).length === 0 ||
      ownersOf(other).length === 0 ||
      ownersOf(one)[0] === ownersOf(other)[0]);
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
