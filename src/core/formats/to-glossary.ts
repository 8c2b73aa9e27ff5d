/** Makes a glossary of ours from what a foreign file says. */

import { type Fault, faultAt } from '../faults/fault.ts';
import { CAPS } from '../glossary/caps.ts';
import { firstFreeId, idOf } from '../glossary/free-id.ts';
import { type Glossary, type Name, SCHEMA_VERSION } from '../glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../glossary/parse-glossary.ts';
import { shorten, toPlainText } from '../text/plain-text.ts';
import { glossFromNames, HAS_WORD, namesOf, spelledOut } from './entry-names.ts';
import type { About, ForeignEntry, Worded } from './foreign.ts';
import { languageOf, tagOf } from './language.ts';

/** What the reader says of the whole file; empty for what is not known. */
export interface Said {
  readonly title: string;
  /** Who says what the file says: a publisher, an institution, a site. */
  readonly publisher: string;
  /** ISO day of the file. */
  readonly published: string;
}

/** What a glossary gets beside the file. */
export interface Taker {
  /** ISO day, in place of a day that is not known. */
  readonly today: string;
  /** Words for a reader on such a day: "day of import, the file names none". */
  readonly undated: string;
  /** Whether the glossary may have an id. */
  readonly isFree: (id: string) => boolean;
}

/** What a file brings: entries of ours, and what could not be taken as it stands. */
export interface Brought {
  readonly entries: readonly BroughtEntry[];
  /** Terms without anything that explains them. */
  readonly bare: number;
  /** Explanations that were too long. */
  readonly shortened: number;
  /** The language of most explanations. */
  readonly language: string;
}

interface BroughtEntry {
  readonly id: string | null;
  readonly names: readonly Name[];
  readonly gloss: string;
  readonly translations: readonly { readonly lang: string; readonly gloss: string }[];
  readonly source: string | null;
  readonly line: number | null;
}

/** The part of a foreign glossary that becomes entries. */
interface ToBring {
  readonly about: Pick<About, 'language'>;
  readonly entries: readonly ForeignEntry[];
}

/** Bring the entries of a file into our form. What has no name or explanation is left out. */
export function bringEntries({ about, entries }: ToBring): Brought {
  const language = mainLanguage(entries, about.language);
  let shortened = 0;
  const brought = entries.flatMap((entry): BroughtEntry[] => {
    const named = namesOf(entry.names, about.language ?? language);
    const glosses = entry.glosses.flatMap(({ text, lang }) => {
      const plain = toPlainText(text);
      const gloss = shorten(plain, CAPS.gloss);
      if (gloss !== plain) shortened++;
      const tag = tagOf(lang) ?? languageOf(gloss, about.language ?? language);
      return HAS_WORD.test(gloss) ? [{ lang: tag, gloss }] : [];
    });
    const main = glosses.find(({ lang }) => lang === language) ?? glosses[0];
    const names = [...named, ...spelledOut(named, main)];
    const gloss = main?.gloss ?? glossFromNames(names);
    if (names.length === 0 || gloss === null) return [];
    const others = glosses.filter((each) => each !== main);
    const translations = others.filter(
      ({ lang }, i) => lang !== main?.lang && others.findIndex((it) => it.lang === lang) === i,
    );
    const source = entry.source === null ? null : shorten(toPlainText(entry.source), CAPS.label);
    const { id, line } = entry;
    return [{ id, names, gloss, translations, source: source || null, line }];
  });
  return { entries: brought, bare: entries.length - brought.length, shortened, language };
}

/**
 * Make a glossary.
 *
 * A file that neither the reader nor itself has a source for is general knowledge: cards say so.
 *
 * @throws GlossaryError whose faults name lines of the file, where they are known.
 */
export function toGlossary(
  file: string,
  about: About,
  { entries, language }: Brought,
  said: Said,
  { today, undated, isFree }: Taker,
): Glossary {
  const title = labelOf(said.title) ?? labelOf(about.title ?? '') ?? titleOf(file);
  const publisher = labelOf(said.publisher);
  const dated = said.published.trim() === '';
  const day = dated
    ? { published: today, publishedBasis: shorten(undated, CAPS.label) }
    : { published: said.published.trim() };
  const url = about.url !== null && /^https?:\/\/\S+$/.test(about.url) ? { url: about.url } : {};
  const sources: object[] = [];
  const bySource = new Map<string | null, string>();
  const sourceOf = (named: string | null): string => {
    const known = bySource.get(named);
    if (known !== undefined) return known;
    const id = named === null ? 'file' : `source-${bySource.size + 1}`;
    bySource.set(named, id);
    const by = named ?? publisher;
    const kind = by === null ? 'background' : 'text';
    sources.push({ id, kind, publisher: by ?? title, title, ...day, ...(named === null && url) });
    return id;
  };
  const takeId = createIds();
  const made = entries.map(({ id, names, gloss, translations, source }) => ({
    id: takeId(idOf(id ?? names[0]?.text ?? '', 'entry')),
    kind: 'concept',
    names,
    gloss,
    basis: [sourceOf(source)],
    translations,
  }));
  const glossary = {
    schema: SCHEMA_VERSION,
    id: firstFreeId(idOf(title, 'glossary'), (id) => !isFree(id)),
    title,
    version: '1.0.0',
    language,
    licence: 'private',
    sources,
    entries: made,
  };
  try {
    return parseGlossary(glossary, file);
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    const lines = entries.map(({ line }) => line);
    throw new GlossaryError(
      file,
      error.faults.map((fault) => atLine(fault, lines)),
    );
  }
}

/** The name of a file without its ending. */
export const titleOf = (file: string): string => {
  const title = toPlainText(file.replace(/\.\w+$/, '')) || toPlainText(file);
  return shorten(title, CAPS.label) || 'glossary';
};

const labelOf = (text: string): string | null => shorten(toPlainText(text), CAPS.label) || null;

/** The language in which most explanations are; where there are none, that of the file. */
function mainLanguage(entries: readonly ForeignEntry[], ofFile: string | null): string {
  const counts = new Map<string, number>();
  const fallback = tagOf(ofFile) ?? 'en';
  const count = ({ text, lang }: Worded) => {
    const tag = tagOf(lang) ?? languageOf(text, fallback);
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  };
  for (const { glosses } of entries) for (const gloss of glosses) count(gloss);
  const [most] = [...counts].sort(
    ([a, n], [b, m]) => m - n || Number(b === fallback) - Number(a === fallback),
  );
  return most?.[0] ?? fallback;
}

/** Give ids, each once; numbers go on where they ended, so that equal names cost no search. */
function createIds(): (wanted: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (wanted) => {
    let number = next.get(wanted) ?? 1;
    const make = () => (number === 1 ? wanted : `${wanted}-${number}`);
    while (taken.has(make())) number++;
    const id = make();
    next.set(wanted, number + 1);
    taken.add(id);
    return id;
  };
}

/** Replace the path of a fault by the line of the file, where it is known. */
function atLine(fault: Fault, lines: readonly (number | null)[]): Fault {
  const entry = /^entries\[(\d+)\]/.exec(fault.path)?.[1];
  const line = entry === undefined ? null : lines[Number(entry)];
  return line === null || line === undefined
    ? fault
    : { ...faultAt('', fault.code, ...fault.values), line };
}
