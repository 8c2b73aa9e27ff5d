/** Holdings that mean the same become one entry; what only looks alike stays apart. */
import { compareLongForms } from '../closeness.ts';
import { compare, type Holding } from './collect.ts';
import type { DraftClaim, DraftConflict, DraftEntry, DraftKind, DraftName } from './draft-types.ts';
import { guessKindOfNoun } from './kinds.ts';
import { isFormKey } from './name-keys.ts';

/** What names a thing best goes first: kinds that a name says before those that its place hints at. */
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
 * Group holdings into entries.
 *
 * Two holdings are one thing when they share a short form and their long forms agree, or stand in
 * two languages in which it means nothing else; an acronym
 * that one text leaves unexplained is what others explain it as, if they agree; an alias is what it
 * stands for. Depends on the set of holdings alone.
 */
export function proposeEntries(holdings: readonly Holding[]): DraftEntry[] {
  const groups = groupHoldings(holdings);
  const ids = nameGroups(groups);
  const byForm = groupsByForm(groups);
  return groups
    .map((group, i) => createEntry(group, ids[i]!, rivalsOf(i, group, byForm, ids)))
    .sort((a, b) => compare(a.id, b.id));
}

type Group = readonly Holding[];

const formsOf = ({ names }: Holding): string[] =>
  names.filter(({ role }) => role === 'short').map(({ text }) => text.replace(/\./g, ''));

const longsOf = ({ names }: Holding): string[] =>
  names.filter(({ role }) => role === 'long').map(({ text }) => text);

function groupHoldings(holdings: readonly Holding[]): Group[] {
  const parent = holdings.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    parent[i] = root;
    return root;
  };
  const join = (a: number, b: number) => {
    parent[Math.max(rootOf(a), rootOf(b))] = Math.min(rootOf(a), rootOf(b));
  };
  const spelled = new Map<string, number[]>();
  for (const [i, holding] of holdings.entries()) {
    if (isFormKey(holding.key)) continue;
    for (const form of formsOf(holding)) {
      const others = spelled.get(form) ?? [];
      for (const j of others) if (isSame(holding, holdings[j]!)) join(i, j);
      spelled.set(form, [...others, i]);
    }
  }
  for (const [a, b] of twinsIn(spelled, holdings, rootOf)) join(a, b);
  const byKey = new Map(holdings.map(({ key }, i) => [key, i]));
  for (const [i, holding] of holdings.entries()) {
    if (isFormKey(holding.key)) {
      const roots = new Set((spelled.get(holding.key.slice(1)) ?? []).map(rootOf));
      if (roots.size === 1) join(i, [...roots][0]!);
    }
    for (const { role, aliasKey } of holding.names.map(withKey)) {
      const other = role === 'alias' ? byKey.get(aliasKey) : undefined;
      if (other !== undefined) join(i, other);
    }
  }
  const groups = new Map<number, Holding[]>();
  for (const [i, holding] of holdings.entries()) {
    groups.set(rootOf(i), [...(groups.get(rootOf(i)) ?? []), holding]);
  }
  return [...groups.values()];
}

const withKey = ({ role, text }: DraftName) => ({ role, aliasKey: text.toLowerCase() });

const isKorean = (holding: Holding): boolean =>
  longsOf(holding).every((name) => /[가-힣]/.test(name));

function isSame(a: Holding, b: Holding): boolean {
  if (isKorean(a) !== isKorean(b)) return false;
  return longsOf(a).some((long) => compareLongForms(long, longsOf(b)) === 'same');
}

/**
 * Holdings that are one thing in two languages: a shared short form is all there is to go by, so in
 * either language it must stand for one thing alone.
 */
function twinsIn(
  spelled: ReadonlyMap<string, readonly number[]>,
  holdings: readonly Holding[],
  rootOf: (i: number) => number,
): (readonly [number, number])[] {
  return [...spelled.values()].flatMap((numbers) => {
    const rootsOf = (some: readonly number[]) => [...new Set(some.map(rootOf))];
    const korean = rootsOf(numbers.filter((i) => isKorean(holdings[i]!)));
    const latin = rootsOf(numbers.filter((i) => !isKorean(holdings[i]!)));
    return korean.length === 1 && latin.length === 1 ? [[korean[0]!, latin[0]!] as const] : [];
  });
}

/** Ids: the short form, else the long one; the long one where another group has the short one too. */
function nameGroups(groups: readonly Group[]): string[] {
  const short = groups.map((group) => slug(group.flatMap(formsOf).toSorted(compare)[0] ?? ''));
  const long = groups.map((group) => slug(group.flatMap(longsOf).toSorted(compare)[0] ?? ''));
  const taken = new Map<string, number>();
  for (const id of short) taken.set(id, (taken.get(id) ?? 0) + 1);
  const used = new Set<string>();
  return groups.map((group, i) => {
    const isOwn = short[i] !== '' && (taken.get(short[i]!) === 1 || long[i] === '');
    const wanted = (isOwn ? short[i] : long[i]) || `term-${hash(group[0]!.key)}`;
    let id = wanted;
    for (let n = 2; used.has(id); n++) id = `${wanted}-${n}`;
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

/** FNV-1a, 32 bits: an id for names without Latin letters. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (const char of text) sum = Math.imul(sum ^ char.codePointAt(0)!, 0x01000193);
  return (sum >>> 0).toString(36);
}

function groupsByForm(groups: readonly Group[]): Map<string, number[]> {
  const byForm = new Map<string, number[]>();
  for (const [i, group] of groups.entries()) {
    for (const form of new Set(group.flatMap(formsOf))) {
      byForm.set(form, [...(byForm.get(form) ?? []), i]);
    }
  }
  return byForm;
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
    undefined: names.every(({ sign }) => sign === 'undefined'),
    confidence: Math.max(...names.map(({ confidence }) => confidence)),
    names,
    claims,
    relations,
    conflicts: findConflicts(claims),
    rivals,
  };
}

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

/** What the name says; else what the surest defining words say. */
function kindOf(names: readonly DraftName[], claims: readonly DraftClaim[]): DraftKind | null {
  const named = KIND_ORDER.find((kind) => names.some((name) => name.kind === kind));
  if (named !== undefined) return named;
  const defining = claims
    .filter(({ form, confidence }) => form === 'defines' && confidence > 0)
    .toSorted((a, b) => b.confidence - a.confidence);
  return defining.map(({ quote }) => guessKindOfNoun(quote)).find((kind) => kind !== null) ?? null;
}

/** One founding, and one meeting of each number, can have one date: others contradict it. */
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

/** A year agrees with every day in it. */
function mostExact(dates: readonly string[]): string[] {
  return dates
    .filter((date) => !dates.some((it) => it !== date && it.startsWith(date)))
    .sort(compare);
}
