/** Chooses the entries to compare with one. */
import type { Entry, Relation } from '../glossary/glossary.ts';

/** Most entries beside the first: a card has no room for more columns. */
const MOST_COMPARED = 2;

/** Kinds that have members, a level or meetings, so that a table has rows. */
const SEATED: ReadonlySet<Entry['kind']> = new Set([
  'body',
  'alliance',
  'command',
  'ministry',
  'think tank',
  'meeting',
  'agreement',
]);

/** Relations that make an entry worth comparing, the best first. */
const NEARNESS: readonly Relation['how'][] = [
  'confused with',
  'modelled on',
  'part of',
  'rests on',
];

/**
 * Choose the entries to compare with one: those confused with it, then those related to it.
 *
 * @param find - Finds an entry of the same glossary by its id.
 * @param confusedWith - Ids of entries with the relation "confused with" to this one.
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
