/** What the names of a text tell of the things they name. */
import type { ArticleName } from './name-list.ts';
import { nounsOfKind, nounsOfName } from './stand-ins.ts';

/** For each thing, the nouns that it may be called by. */
export function nounsByKey(names: readonly ArticleName[]): Map<string, Set<string>> {
  const nouns = new Map<string, Set<string>>();
  for (const { key, text, role, kind } of names) {
    if (role === 'short') continue;
    const known = nouns.get(key) ?? new Set();
    for (const noun of [...nounsOfName(text), ...nounsOfKind(kind)]) known.add(noun);
    nouns.set(key, known);
  }
  return nouns;
}

/** What can meet: no paper, no concept, no place. */
export function meetingKeys(names: readonly ArticleName[]): (key: string) => boolean {
  const meeting = new Set(
    names.filter(({ kind }) => kind === 'body' || kind === 'alliance').map(({ key }) => key),
  );
  return (key) => meeting.has(key);
}

/** For each thing its longest spelled-out name, else its first, with the article it stands behind. */
export function fullestNames(text: string, names: readonly ArticleName[]): Map<string, string> {
  const best = new Map<string, ArticleName>();
  for (const name of names) {
    const known = best.get(name.key);
    const isBetter = known === undefined || rankOf(name) > rankOf(known);
    if (isBetter) best.set(name.key, name);
  }
  return new Map(
    [...best].map(([key, name]) => {
      const hasArticle = /\b[Tt]he (?:\S+ )?$/.test(
        text.slice(Math.max(0, name.start - 24), name.start),
      );
      return [key, hasArticle ? `The ${name.text}` : name.text] as const;
    }),
  );
}

const rankOf = ({ role, text }: ArticleName): number =>
  (role === 'long' ? 1_000 : 0) + Math.min(text.length, 200);
