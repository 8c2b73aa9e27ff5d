/** Finds the entry of the library that a drafted entry is. */
import { compareLongForms } from '../definitions/compare-long-forms.ts';
import type { DraftEntry } from '../draft/format/draft-types.ts';
import type { Told } from '../library/told.ts';
import { fold } from '../packs/pack-check.ts';

/** An entry of the library that means the same as a drafted one. */
export interface KnownEntry {
  readonly told: Told;
  /** `name`: they share a spelled-out name. `letters`: only an acronym, which may mislead. */
  readonly by: 'name' | 'letters';
}

/**
 * Find the entry of the library that a drafted entry is.
 *
 * A shared spelled-out name decides. If the text gives none, or one in another language than the
 * library, a shared acronym decides, if only one entry has it.
 *
 * @param found - Entries that have one of its names, in the library's order.
 */
export function matchKnown({ names }: DraftEntry, found: readonly Told[]): KnownEntry | null {
  const shorts = names.filter(({ role }) => role === 'short').map(({ text }) => fold(text));
  const longs = names.filter(({ role }) => role !== 'short').map(({ text }) => text);
  const bySpelling = found.find((told) => sharesName(longs, namesOf(told)));
  if (bySpelling) return { told: bySpelling, by: 'name' };
  const byLetters = found.filter(
    ({ entry }) =>
      entry.names.some(({ text, role }) => role === 'short' && shorts.includes(fold(text))) &&
      longs.every((long) => entry.names.every((name) => speaksOther(long, name.text, name.role))),
  );
  const [only] = byLetters;
  return only && byLetters.length === 1 ? { told: only, by: 'letters' } : null;
}

const namesOf = ({ entry }: Told): string[] =>
  entry.names.filter(({ role }) => role !== 'short').map(({ text }) => text);

function sharesName(longs: readonly string[], known: readonly string[]): boolean {
  const folded = new Set(known.map(fold));
  return longs.some(
    (long) =>
      folded.has(fold(long)) ||
      (/\s/.test(long) && compareLongForms(long, known, COUNTRIES) === 'same'),
  );
}

/** Countries that may stand before the name of a body or be left out. */
const COUNTRIES = ['US', 'ROK', 'South Korea'];

const isHangul = (text: string): boolean => /\p{Script=Hangul}/u.test(text);

/** Whether two spelled-out names cannot be compared, since their languages differ. */
const speaksOther = (long: string, name: string, role: string): boolean =>
  role === 'short' || isHangul(long) !== isHangul(name);
