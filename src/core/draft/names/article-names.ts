/** The names that one text gives to things: which thing each belongs to, and where it stands. */

import type { Span } from '../../text/span.ts';
import type { DraftKind, NameSign } from '../format/draft-types.ts';
import { uses } from '../prose/heuristics.ts';
import type { Passage } from '../prose/passage.ts';
import type { Plain } from '../prose/plain-text.ts';
import { findActors } from './actors.ts';
import { findExplained } from './explained-names.ts';
import { addHeadings } from './heading-names.ts';
import { guessKind } from './kinds.ts';
import { keyOfForm, keyOfName } from './name-keys.ts';
import { type ArticleName, createNames, isKnown, type Names, type Taken } from './name-list.ts';
import { EXPLAINED, findNamedBodies } from './named-bodies.ts';
import { joinNames } from './same-names.ts';
import { addBeside, addDefined, addSpelled } from './spelled-names.ts';
import { findAcronyms, findConcepts, findCounted, findVenues, isNoTerm } from './terms.ts';

/** Find the names of a text inside its passages; each (thing, name) once. */
export function findArticleNames(
  plain: Plain,
  text: string,
  passages: readonly Passage[],
): ArticleName[] {
  const names = createNames(plain, passages);
  const taken = addDefined(text, names);
  const read = passages.filter(({ kind }) => kind !== 'break' && kind !== 'item');
  if (uses('beside')) addBeside(plain, read, names, taken);
  if (uses('initials')) addSpelled(plain, read, names, taken);
  if (uses('lists')) addHeadings(plain, read, names, taken);
  addUndefined(plain, read, taken, names);
  return joinNames(names.list(), plain).sort((a, b) => a.start - b.start);
}

/** "the ANZUS Treaty": its letters alone mean it too. */
const PAPER_OF_LETTERS =
  /^(?!NATO|EU|UN|US)([A-Z]{3,8}) (?:Treaty|Pact|Agreement|Convention|Accord)$/;

function addUndefined(
  plain: Plain,
  passages: readonly Passage[],
  { keys, forms, inside }: Taken,
  names: Names,
): void {
  const firsts = new Map<string, number>();
  for (const { key, start } of names.list()) {
    firsts.set(key, Math.min(start, firsts.get(key) ?? start));
  }
  const defined = names
    .list()
    .flatMap(({ role, text }) => (role === 'long' ? [`${text} of `] : []));
  // A name that stands often is looked at once, unless a caption alone has had it.
  const seen = new Set<string>();
  const addBracketed = createBracketed(names, forms, keys);
  for (const [i, passage] of passages.entries()) {
    const words = plain.text.slice(passage.start, passage.end);
    const below = passage.kind === 'heading' ? passages[i + 1] : undefined;
    const add = (found: Span, sign: NameSign, kind: DraftKind | null) => {
      const name = words.slice(found.start, found.end);
      if (seen.has(name)) return;
      // What a line names is its heading where the words below name it too.
      if (
        passage.kind === 'heading' &&
        (below === undefined || !plain.text.slice(below.start, below.end).includes(name))
      )
        return;
      const isForm = sign === 'undefined';
      const key = isForm ? keyOfForm(name) : keyOfName(name);
      const start = found.start + passage.start;
      const isOther = isNamedFirst(key, start, firsts) && EXPLAINED.test(words.slice(found.end));
      const isPart = (isKnown(key, keys) && !isOther) || defined.some((it) => name.startsWith(it));
      const isTaken = sign === 'named' ? isPart : keys.has(key);
      if (!isForm && inside.has(start)) return;
      if (sign === 'named' && isOnlyThought(plain.text, name, start, words.slice(found.end)))
        return;
      if (forms.has(name) || (!isForm && isTaken)) {
        seen.add(name);
        return;
      }
      const role = isForm ? 'short' : 'long';
      names.add({ start, end: found.end + passage.start }, { key, role, sign, kind });
      const short = sign === 'named' ? PAPER_OF_LETTERS.exec(name)?.[1] : undefined;
      if (short !== undefined && !forms.has(short)) {
        names.add({ start, end: start + short.length }, { key, role: 'short', sign, kind });
        forms.set(short, key);
      }
      if (sign === 'named')
        addBracketed(plain, { start, end: found.end + passage.start }, key, kind);
      if (passage.kind === 'prose') seen.add(name);
    };
    // Acronyms are looked for below.
    const explained = findExplained(words).filter(
      ({ start, end }) => !/^[A-Z]+$/.test(words.slice(start, end)),
    );
    const bodies = [...findNamedBodies(words), ...explained];
    for (const body of bodies) add(body, 'named', body.kind);
    for (const actor of findActors(words)) add(actor, 'actor', 'body');
    for (const concept of findConcepts(words)) {
      const isPart = bodies.some(({ start, end }) => start <= concept.start && concept.end <= end);
      if (!isPart) add(concept, 'concept', 'concept');
    }
    for (const venue of findVenues(words)) add(venue, 'venue', 'place');
    for (const acronym of findAcronyms(words))
      add(acronym, 'undefined', guessKind(words.slice(acronym.start, acronym.end)));
    for (const counted of findCounted(words)) add(counted, 'undefined', null);
  }
}

/** "a Harbour Shield Treaty that two towns might propose": named once, and by nobody as if it were there. */
function isOnlyThought(text: string, name: string, start: number, behind: string): boolean {
  if (
    !/\ban? (?:new |joint |possible |future |proposed )?$/.test(
      text.slice(Math.max(0, start - 16), start),
    )
  )
    return false;
  if (!uses('thought')) return false;
  const isAgain = text.indexOf(name, start + name.length) >= 0 || text.indexOf(name) < start;
  return !isAgain && !/^["”’']? ?\(/.test(behind);
}

/** "the X Council, a …" stands before "the Great X Council": no short way to call it. */
function isNamedFirst(key: string, start: number, firsts: ReadonlyMap<string, number>): boolean {
  const longer = [...firsts].filter(
    ([other]) => other !== key && ` ${other} `.includes(` ${key} `),
  );
  return longer.length > 0 && longer.every(([, first]) => start < first);
}

const BRACKETED =
  /^ \((?:the )?["“]?(?:(?<form>[A-Z]{3,8})|(?<name>\p{Lu}[\p{L} ’'-]{4,50}))["”]?\)/u;
/** "Organisation for Joint Towers (OCTAR)", "Convention on Lamps (Velm Convention)". */
function createBracketed(names: Names, forms: Map<string, string>, keys: Set<string>) {
  return ({ text }: Plain, { start, end }: Span, key: string, kind: DraftKind | null): void => {
    const groups = BRACKETED.exec(text.slice(end, end + 60))?.groups;
    if (groups === undefined) return;
    const long = text.slice(start, end);
    const { form, name = '' } = groups;
    const at = text.indexOf(form ?? name, end);
    if (form === undefined) {
      if (guessKind(name) === null || !long.includes(name.slice(name.lastIndexOf(' ') + 1))) return;
      names.add({ start: at, end: at + name.length }, { key, role: 'alias', sign: 'alias', kind });
      keys.add(keyOfName(name));
      return;
    }
    // Its letters may be those of another language: "the Norwegian Institute of … (NUPI)".
    if (forms.has(form) || isNoTerm(form)) return;
    names.add({ start: at, end: at + form.length }, { key, role: 'short', sign: 'defined', kind });
    forms.set(form, key);
  };
}
