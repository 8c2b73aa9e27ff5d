/** Assigns acronyms that a text does not spell out to a meaning, by the other names in the text. */

import type { DraftName, NamingSource } from '../format/draft-types.ts';
import { languageOf } from '../names/name-keys.ts';
import { compare, type Holding } from './collect.ts';

/** Share of a meaning's texts that must name something for it to speak for that meaning. */
const USUAL = 0.1;
/** Confidence in a name that was read off a claim, 0 to 1: no more than in a caption. */
const READ_OFF = 0.25;

/** Tells whether a text speaks for a meaning. */
interface Company {
  readonly speaksFor: (source: string, meaning: readonly Holding[], bare: string) => boolean;
}

/** Learn which names stand together in texts. */
export function createCompany(sources: readonly NamingSource[]): Company {
  const namesOf = new Map(sources.map(({ id, names }) => [id, names]));
  const textsOf = new Map<string, Set<string>>();
  for (const { id, names } of sources) {
    for (const key of names) textsOf.set(key, (textsOf.get(key) ?? new Set()).add(id));
  }
  const known = new WeakMap<readonly Holding[], ReadonlySet<string>>();
  const companyOf = (meaning: readonly Holding[]) => {
    const company = known.get(meaning) ?? findCompany(meaning, namesOf, textsOf);
    known.set(meaning, company);
    return company;
  };
  return {
    speaksFor: (source, meaning, bare) => {
      const company = companyOf(meaning);
      return (namesOf.get(source) ?? []).some((key) => key !== bare && company.has(key));
    },
  };
}

/** Find the names that speak for a meaning: its own, related ones, those usual in its texts. */
function findCompany(
  meaning: readonly Holding[],
  namesOf: ReadonlyMap<string, readonly string[]>,
  textsOf: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const texts = new Set(meaning.flatMap(({ key }) => [...(textsOf.get(key) ?? [])]));
  const counts = new Map<string, number>();
  for (const key of [...texts].flatMap((id) => namesOf.get(id) ?? [])) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const usual = [...counts].filter(([, count]) => count >= texts.size * USUAL);
  const tied = meaning.flatMap(({ relations }) => relations.map(({ to }) => to));
  return new Set([...usual.map(([key]) => key), ...tied]);
}

/** What some texts say of an acronym that they do not spell out. */
interface BarePart {
  readonly part: Holding;
  /** Which of its meanings these texts speak for; null for none of them, or for several. */
  readonly meaning: number | null;
}

/**
 * Part what texts say of an acronym that they do not spell out by what it means to each of them.
 *
 * A text speaks for a meaning that another one gives where it names something else that goes with
 * that meaning: the thing itself by another name, what it is tied to, or what stands beside it in
 * the texts that spell it out. Letters alone say nothing: two things may share them.
 *
 * @param meanings - The holdings of each thing that the letters are spelled out as.
 */
export function partBareForm(
  bare: Holding,
  meanings: readonly (readonly Holding[])[],
  { speaksFor }: Company,
): BarePart[] {
  const items = [...bare.names, ...bare.claims, ...bare.relations];
  const bySource = new Map<string, number | null>();
  for (const { source } of items) {
    if (bySource.has(source)) continue;
    const fitting = [...meanings.keys()].filter((n) => speaksFor(source, meanings[n]!, bare.key));
    bySource.set(source, fitting.length === 1 ? fitting[0]! : null);
  }
  return [...new Set(bySource.values())].map((meaning) => {
    const isOfPart = ({ source }: { readonly source: string }) => bySource.get(source) === meaning;
    const part = {
      key: bare.key,
      names: bare.names.filter(isOfPart),
      claims: bare.claims.filter(isOfPart),
      relations: bare.relations.filter(isOfPart),
    };
    const isNamed = meaning !== null || part.names.length > 0;
    return { part: isNamed ? part : { ...part, names: nameAnew(bare, part) }, meaning };
  });
}

/**
 * A name is kept where it was found most surely, which may be in a text of another part: then it is
 * read off a claim of this one. Merged again, such a name gives way to the one that was kept.
 */
function nameAnew(bare: Holding, { claims }: Holding): readonly DraftName[] {
  const form = bare.key.slice(1);
  const places = claims.flatMap(({ source, start, quote }) => {
    const at = quote.search(new RegExp(String.raw`(?<![\p{L}\p{N}])${form}(?!\p{L}\p{L})`, 'u'));
    return at < 0 ? [] : [{ source, start: start + at, end: start + at + form.length }];
  });
  const [first] = places.toSorted((a, b) => compare(a.source, b.source) || a.start - b.start);
  if (first === undefined) return bare.names;
  return [
    {
      key: bare.key,
      text: form,
      lang: languageOf(form),
      role: 'short',
      sign: 'undefined',
      kind: null,
      confidence: READ_OFF,
      ...first,
      quote: form,
    },
  ];
}
