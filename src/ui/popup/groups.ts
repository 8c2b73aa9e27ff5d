/** Sorts the terms of a page into groups, so that a long list can be looked through. */
import type { TermOnPage } from '../../extension/messages/reports.ts';

/** From this many terms on they are grouped; fewer are seen at a glance, in the page's order. */
const GROUPED_FROM = 12;

/** The groups in their order, with the kinds in each. */
const GROUPS = {
  bodies: ['body', 'alliance', 'ministry', 'think tank', 'meeting'],
  forces: ['command', 'force', 'exercise'],
  pacts: ['agreement', 'law'],
  weapons: ['weapon', 'program'],
  ideas: ['concept', 'place'],
} as const satisfies Record<string, readonly NonNullable<TermOnPage['kind']>[]>;

export type GroupName = 'fresh' | keyof typeof GROUPS;

interface TermGroup {
  /** Null for a list that is not grouped. */
  readonly name: GroupName | null;
  readonly terms: readonly TermOnPage[];
}

/**
 * Sort terms into groups by kind, those that are new to the reader first. In each group they stand in
 * the order of the page.
 */
export function groupTerms(terms: readonly TermOnPage[]): readonly TermGroup[] {
  if (terms.length < GROUPED_FROM) return [{ name: null, terms }];
  const groups = new Map<GroupName, TermOnPage[]>([['fresh', []]]);
  for (const name of Object.keys(GROUPS)) groups.set(name as GroupName, []);
  for (const term of terms) groups.get(term.isNew ? 'fresh' : groupOf(term))?.push(term);
  return [...groups]
    .map(([name, members]) => ({ name, terms: members }))
    .filter((group) => group.terms.length > 0);
}

function groupOf({ kind = 'concept' }: TermOnPage): GroupName {
  const names = Object.keys(GROUPS) as (keyof typeof GROUPS)[];
  return names.find((name) => (GROUPS[name] as readonly string[]).includes(kind)) ?? 'ideas';
}
