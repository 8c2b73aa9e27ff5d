/** Tells what the names of a text say about the things that they name. */
import { uses } from '../prose/heuristics.ts';
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

/** Heads of bodies that do not meet: a summit told behind such a name is another body's. */
const WORKS =
  /(?:Agency|Secretariat|Cent(?:er|re)|Fund|Facility|Administration|Bureau|Office|Service|College|Court)(?: (?:of|for|on) .*)?$|(?:사무국|센터|연구[원소]|청|공사|은행|통신|기금|품질원|재단|본부|사령부|부)$/;

/** Heads of bodies that work every day. */
export const workingKeys = (names: readonly ArticleName[]): ReadonlySet<string> =>
  new Set(names.flatMap(({ key, text }) => (uses('workers') && WORKS.test(text) ? [key] : [])));

/** Whether a kind of thing can meet: agreements, concepts and places cannot. */
export function meetingKeys(names: readonly ArticleName[]): (key: string) => boolean {
  const meeting = new Set(
    names.filter(({ kind }) => kind === 'body' || kind === 'alliance').map(({ key }) => key),
  );
  const working = workingKeys(names);
  return (key) => meeting.has(key) && !working.has(key);
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
