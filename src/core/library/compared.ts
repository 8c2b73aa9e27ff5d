/** Which entries are worth standing beside one. */
import type { Entry, Relation } from '../glossary/glossary.ts';

/** More columns than this no card has room for. */
const MOST_COMPARED = 2;

/** What has seats, a level and meetings. A concept or a place has none. */
const SEATED: ReadonlySet<Entry['kind']> = new Set([
  'body',
  'alliance',
  'command',
  'ministry',
  'think tank',
  'meeting',
  'agreement',
]);

/** Which relations make an entry worth comparing, the nearest first. */
const NEARNESS: readonly Relation['how'][] = [
  'confused with',
  'modelled on',
  'part of',
  'rests on',
];

/**
 * The entries worth standing beside one: those that it is confused with, then its nearest kin.
 *
 * @param entry - As its glossary has it.
 * @param find - An entry of the same glossary by its id.
 * @param confusedWith - Ids of entries that say of themselves that they are confused with this one.
 */
export function chooseCompared(
  entry: Entry,
  find: (id: string) => Entry | undefined,
  confusedWith: readonly string[] = [],
): Entry[] {
  if (!SEATED.has(entry.kind)) return [];
  const ids = NEARNESS.flatMap((how) => [
    ...entry.related.filter((relation) => relation.how === how).map((relation) => relation.entry),
    ...(how === 'confused with' ? confusedWith : []),
  ]);
  const others = [...new Set(ids)].filter((id) => id !== entry.id).map(find);
  return others
    .filter((other): other is Entry => other !== undefined && SEATED.has(other.kind))
    .slice(0, MOST_COMPARED);
}
