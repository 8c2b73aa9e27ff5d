/** Makes one entry of all holdings that mean the same; what only looks alike stays apart. */
import { firstFreeId } from '../../glossary/free-id.ts';
import { hashText } from '../../text/word-keys.ts';
import type {
  DraftClaim,
  DraftConflict,
  DraftEntry,
  DraftKind,
  DraftName,
  NamingSource,
} from '../format/draft-types.ts';
import { guessKindOfNoun } from '../names/kinds.ts';
import { compare, type Holding } from './collect.ts';
import { formsOf, type Group, groupHoldings, indexForms, longsOf } from './group-holdings.ts';

/** Kinds in order of trust: those that a name states come before those that it only hints at. */
const KIND_ORDER: readonly DraftKind[] = [
  'alliance',
  'command',
  'ministry',
  'think tank',
  'agreement',
  'body',
  'concept',
  'place',
];

/**
 * Make entries of what was found: one for each group of holdings that are one thing. Depends on the
 * set of holdings and sources alone.
 */
export function proposeEntries(
  holdings: readonly Holding[],
  sources: readonly NamingSource[],
): DraftEntry[] {
  const groups = groupHoldings(holdings, sources);
  const ids = nameGroups(groups);
  const byForm = indexForms(groups);
  return groups
    .map((group, i) => createEntry(group, ids[i]!, rivalsOf(i, group, byForm, ids)))
    .sort((a, b) => compare(a.id, b.id));
}

/** Choose ids: the short form; the long one if there is none or another group has it too. */
function nameGroups(groups: readonly Group[]): string[] {
  const short = groups.map((group) => slug(group.flatMap(formsOf).toSorted(compare)[0] ?? ''));
  const long = groups.map((group) => slug(group.flatMap(longsOf).toSorted(compare)[0] ?? ''));
  const taken = new Map<string, number>();
  for (const id of short) taken.set(id, (taken.get(id) ?? 0) + 1);
  const used = new Set<string>();
  return groups.map((group, i) => {
    const isOwn = short[i] !== '' && (taken.get(short[i]!) === 1 || long[i] === '');
    const wanted =
      (isOwn ? short[i] : long[i]) || `term-${(hashText(group[0]!.key) >>> 0).toString(36)}`;
    const id = firstFreeId(wanted, (each) => used.has(each));
    used.add(id);
    return id;
  });
}

function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}.'’]/gu, '');
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

function rivalsOf(
  own: number,
  group: Group,
  byForm: ReadonlyMap<string, readonly number[]>,
  ids: readonly string[],
): string[] {
  const others = new Set(group.flatMap(formsOf).flatMap((form) => byForm.get(form) ?? []));
  others.delete(own);
  return [...others].map((i) => ids[i]!).sort(compare);
}

function createEntry(group: Group, id: string, rivals: readonly string[]): DraftEntry {
  const names = group.flatMap((holding) => holding.names).sort(compareNames);
  const claims = group.flatMap((holding) => holding.claims).sort(compareByDate);
  const relations = group.flatMap((holding) => holding.relations);
  return {
    id,
    kind: kindOf(names, claims),
    undefined: names.every(isUnexplained) && names.some(({ role }) => role === 'short'),
    confidence: Math.max(...names.map(({ confidence }) => confidence)),
    names,
    claims,
    relations,
    conflicts: findConflicts(claims),
    rivals,
  };
}

/** Whether a name leaves open what an acronym stands for. */
const isUnexplained = ({ sign }: DraftName): boolean => sign === 'undefined' || sign === 'actor';

const ROLES = ['short', 'long', 'alias'];

const compareNames = (a: DraftName, b: DraftName): number =>
  ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
  b.confidence - a.confidence ||
  compare(a.text, b.text) ||
  compare(a.key, b.key);

const compareByDate = (a: DraftClaim, b: DraftClaim): number =>
  compare(a.asOf ?? '', b.asOf ?? '') ||
  compare(a.source, b.source) ||
  a.start - b.start ||
  a.end - b.end ||
  compare(a.form, b.form) ||
  compare(a.key, b.key);

/** Kinds that a name’s head only hints at: a centre, a system. */
const HINTS: ReadonlySet<DraftKind> = new Set(['think tank', 'concept']);

/** The kind that the name states; if it only hints at one, the text's kind goes first. */
function kindOf(names: readonly DraftName[], claims: readonly DraftClaim[]): DraftKind | null {
  const named = KIND_ORDER.find((kind) => names.some((name) => name.kind === kind));
  if (named !== undefined && !HINTS.has(named)) return named;
  const defining = claims
    .filter(({ form, confidence }) => /^de/.test(form) && confidence > 0)
    .toSorted((a, b) => compare(a.form, b.form) || b.confidence - a.confidence);
  const told = defining.map(({ quote }) => guessKindOfNoun(quote)).find((kind) => kind !== null);
  return (named === 'think tank' && told === 'concept' ? named : told) ?? named ?? null;
}

/** Find contradictory dates: a body is founded once, and its second meeting takes place once. */
function findConflicts(claims: readonly DraftClaim[]): DraftConflict[] {
  const dates = new Map<string, Set<string>>();
  for (const { what, ordinal, date } of claims.flatMap(({ when }) => when)) {
    if (what !== 'founded' && !(what === 'met' && ordinal !== undefined)) continue;
    const event = `${what} ${ordinal ?? ''}`.trim();
    dates.set(event, (dates.get(event) ?? new Set()).add(date));
  }
  return [...dates]
    .map(([event, found]) => ({ event, dates: mostExact([...found]) }))
    .filter((each) => each.dates.length > 1)
    .sort((a, b) => compare(a.event, b.event))
    .map(({ event, dates: all }) => {
      const [what, ordinal] = event.split(' ') as [DraftConflict['what'], string | undefined];
      return { what, ...(ordinal !== undefined && { ordinal: Number(ordinal) }), dates: all };
    });
}

/** The dates without those that a more exact one includes: a year agrees with every day in it. */
function mostExact(dates: readonly string[]): string[] {
  return dates
    .filter((date) => !dates.some((it) => it !== date && it.startsWith(date)))
    .sort(compare);
}
