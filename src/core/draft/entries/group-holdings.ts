/** Groups the holdings of a draft by what they mean. */
import { compareLongForms } from '../../definitions/compare-long-forms.ts';
import type { NamingSource } from '../format/draft-types.ts';
import { isFormKey } from '../names/name-keys.ts';
import { createCompany, partBareForm } from './bare-forms.ts';
import type { Holding } from './collect.ts';

/** Holdings of one thing; never empty. */
export type Group = readonly Holding[];

/** The short forms of a holding, without dots. */
export const formsOf = ({ names }: Holding): string[] =>
  names.filter(({ role }) => role === 'short').map(({ text }) => text.replace(/\./g, ''));

/** The spelled-out names of a holding. */
export const longsOf = ({ names }: Holding): string[] =>
  names.filter(({ role }) => role === 'long').map(({ text }) => text);

/**
 * Group holdings by what they mean.
 *
 * Two holdings are one thing when they share a short form and their long forms agree, or stand in
 * two languages in which it means nothing else. An alias is what it stands for. An acronym that a
 * text leaves unexplained is what others explain it as where that text speaks for it; there alone a
 * holding is parted.
 */
export function groupHoldings(
  holdings: readonly Holding[],
  sources: readonly NamingSource[],
): Group[] {
  const spelled = holdings.filter(({ key }) => !isFormKey(key));
  const all = [...spelled];
  const { rootOf, join } = createUnion();
  const byForm = indexForms(spelled.map((holding) => [holding]));
  for (const numbers of byForm.values()) {
    for (const [n, i] of numbers.entries()) {
      for (const j of numbers.slice(0, n)) if (isSame(spelled[i]!, spelled[j]!)) join(i, j);
    }
  }
  for (const [a, b] of pairsOfLanguages(byForm, spelled, rootOf)) join(a, b);
  const byKey = new Map(spelled.map(({ key }, i) => [key, i]));
  const joinAliases = (from: number) => {
    for (const [i, { names }] of [...all.entries()].slice(from)) {
      for (const { role, text } of names) {
        const other = role === 'alias' ? byKey.get(text.toLowerCase()) : undefined;
        if (other !== undefined) join(i, other);
      }
    }
  };
  joinAliases(0);
  const groups = gather(spelled, rootOf);
  const company = createCompany(sources);
  for (const holding of holdings.filter(({ key }) => isFormKey(key))) {
    const numbers = byForm.get(holding.key.slice(1)) ?? [];
    const roots = [...new Set(numbers.map(rootOf))].sort((a, b) => a - b);
    const meanings = roots.map((root) => groups.get(root) ?? []);
    for (const { meaning, part } of partBareForm(holding, meanings, company)) {
      all.push(part);
      if (meaning !== null) join(all.length - 1, roots[meaning]!);
    }
  }
  joinAliases(spelled.length);
  return [...gather(all, rootOf).values()];
}

/** Create a union-find over numbers. The root of joined numbers is the smallest of them. */
function createUnion() {
  const parents = new Map<number, number>();
  const rootOf = (i: number): number => {
    let root = i;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== i) parents.set(i, root);
    return root;
  };
  const join = (a: number, b: number) => {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one !== other) parents.set(Math.max(one, other), Math.min(one, other));
  };
  return { rootOf, join };
}

function gather(
  holdings: readonly Holding[],
  rootOf: (i: number) => number,
): Map<number, readonly Holding[]> {
  const numbers = Map.groupBy(holdings.keys(), rootOf);
  return new Map([...numbers].map(([root, some]) => [root, some.map((i) => holdings[i]!)]));
}

/** The numbers of groups by their short forms. */
export function indexForms(groups: readonly Group[]): Map<string, number[]> {
  const byForm = new Map<string, number[]>();
  for (const [i, group] of groups.entries()) {
    for (const form of new Set(group.flatMap(formsOf))) {
      byForm.set(form, [...(byForm.get(form) ?? []), i]);
    }
  }
  return byForm;
}

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
function pairsOfLanguages(
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
