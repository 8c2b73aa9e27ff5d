/** The names that one text gives to things: which thing each belongs to, and where it stands. */

import { findDefinitions } from '../definitions.ts';
import type { Span } from '../mention.ts';
import { findActors } from './actors.ts';
import type { Passage } from './boilerplate.ts';
import type { DraftKind, NameSign } from './draft-types.ts';
import { findExplained } from './explained-names.ts';
import { uses } from './heuristics.ts';
import { guessKind } from './kinds.ts';
import type { Plain } from './mentions.ts';
import { keyOfForm, keyOfName } from './name-keys.ts';
import { findNamedBodies } from './named-bodies.ts';
import { findBeside, findSpelled } from './proper-names.ts';
import { findAcronyms, findConcepts, findVenues } from './terms.ts';
import { findClipped, findKnownClips, findTransliterations } from './transliterations.ts';

/** One name of one thing, at the place where the text first uses it so. */
export interface ArticleName extends Span {
  readonly key: string;
  readonly text: string;
  readonly role: 'short' | 'long' | 'alias';
  readonly sign: NameSign;
  readonly kind: DraftKind | null;
  readonly confidence: number;
}

const CONFIDENCE: Readonly<Record<NameSign, number>> = {
  defined: 0.95,
  alias: 0.9,
  named: 0.8,
  concept: 0.6,
  actor: 0.6,
  venue: 0.5,
  undefined: 0.5,
};
/** What a caption alone names. */
const IN_CAPTION = 0.5;

/** A text that names more things is no article: the rest of them is not looked at. */
const MAX_NAMES = 1_000;

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
  return names.list().sort((a, b) => a.start - b.start);
}

type Found = Pick<ArticleName, 'key' | 'role' | 'sign' | 'kind'>;

/** The names found up to now. */
interface Names {
  /** @returns Whether the span lies in a passage. */
  readonly add: (span: Span, found: Found) => boolean;
  readonly list: () => ArticleName[];
}

function createNames(plain: Plain, passages: readonly Passage[]): Names {
  const names = new Map<string, ArticleName>();
  return {
    add: ({ start, end }, found) => {
      const passage = passageAt(passages, start);
      if (passage === undefined || end > passage.end || found.key === '') return false;
      if (passage.kind === 'break' || passage.kind === 'item') return false;
      const text = plain.text.slice(start, end).replace(/ +/g, ' ');
      const id = `${found.key}\n${text}`;
      const factor = passage.kind === 'caption' ? IN_CAPTION : 1;
      const confidence = CONFIDENCE[found.sign] * factor;
      const known = names.get(id);
      const isBetter = known === undefined ? names.size < MAX_NAMES : known.confidence < confidence;
      if (isBetter) names.set(id, { start, end, text, ...found, confidence });
      return true;
    },
    list: () => [...names.values()],
  };
}

/** By halving: passages stand in order. */
function passageAt(passages: readonly Passage[], at: number): Passage | undefined {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passages[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  const passage = passages[low];
  return passage !== undefined && passage.start <= at ? passage : undefined;
}

/** What is known already. */
interface Taken {
  readonly keys: Set<string>;
  /** Acronyms that the text spells out, with the keys of what they stand for. */
  readonly forms: Map<string, string>;
  /** Every position inside a long form: what stands there is a part of it. */
  readonly inside: Set<number>;
}

function addDefined(text: string, names: Names): Taken {
  const taken: Taken = { keys: new Set(), forms: new Map(), inside: new Set() };
  for (const found of findDefinitions(text)) {
    const { short, shortSpan, form } = found;
    if (/@|^\p{Ll}$/u.test(short)) continue;
    const longSpan =
      form === 'alias' || !uses('widening') ? found.longSpan : widen(text, found.longSpan);
    const long = text.slice(longSpan.start, longSpan.end).replace(/\s+/g, ' ');
    const isForm = form === 'alias' && /^[A-Z][A-Z\d&.-]+$/.test(long);
    const key = isForm ? keyOfForm(long) : keyOfName(long);
    const kind = guessKind(long);
    const sign = form === 'alias' ? 'alias' : 'defined';
    if (!names.add(longSpan, { key, role: isForm ? 'short' : 'long', sign, kind })) continue;
    names.add(shortSpan, { key, role: form === 'alias' ? 'alias' : 'short', sign, kind });
    taken.keys.add(key);
    if (form === 'alias') taken.keys.add(keyOfName(short));
    else taken.forms.set(short, key).set(short.split(' ')[0] ?? short, key);
    for (let at = longSpan.start; at < longSpan.end; at++) taken.inside.add(at);
    const clipped = form === 'alias' || !uses('clips') ? null : findClipped(text, shortSpan, long);
    if (clipped === null) continue;
    names.add(clipped, { key, role: 'alias', sign: 'alias', kind });
    taken.keys.add(keyOfName(text.slice(clipped.start, clipped.end)));
  }
  if (uses('clips')) addKnownClips(text, names, taken);
  addSpoken(text, names, taken);
  return taken;
}

/** "Treaty on [Conventional Armed Forces]", "한국형 [미사일방어체계]": words that belong to a name. */
const WIDER =
  /(?<![\p{L}-])(?:(?:Treaty|Agreement|Convention|Conference|Organi[sz]ation|Agency|Commission|Committee|Council|Forum|Office|Cent(?:er|re)|Initiative|Protocol|Arrangement|Code|Partnership|Institute) (?:on|for|against)(?: the)? |(?:Allied|Joint|Combined|Multinational|International|European|Supreme|Permanent) |(?:[가-힣]{1,4}형|한미일|한중일|유엔|유럽|동북아|아태|아시아) )$/u;
/** Two countries are a part of a name that would be anybody's without them. */
const OWNERS = /(?<![가-힣])(?:한미|한일|미일|북미|남북|한중) $/u;
const ANYBODYS = /^(?:(?:국방|외교|통상)?(?:장관|차관|정상)회의|공동위원회)$/;
/** UTF-16 code units of such words. */
const MOST_WIDER = 32;

function widen(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - MOST_WIDER), start);
  const owners = ANYBODYS.test(text.slice(start, end)) ? OWNERS.exec(before) : null;
  const more = (WIDER.exec(before) ?? owners)?.[0].length ?? 0;
  return { start: start - more, end };
}

/** "X Command Northport, known as XC Northport"; "XYZ, the Agency for …". */
function addBeside(
  plain: Plain,
  passages: readonly Passage[],
  names: Names,
  { keys, forms, inside }: Taken,
): void {
  for (const passage of passages) {
    for (const { long, short } of findBeside(plain.text.slice(passage.start, passage.end))) {
      const shift = ({ start, end }: Span) => ({
        start: start + passage.start,
        end: end + passage.start,
      });
      const [longSpan, shortSpan] = [shift(long), shift(short)];
      const shortText = plain.text.slice(shortSpan.start, shortSpan.end);
      const longText = plain.text.slice(longSpan.start, longSpan.end);
      if (forms.has(shortText)) continue;
      const key = keyOfName(longText);
      const kind = guessKind(longText);
      if (!names.add(longSpan, { key, role: 'long', sign: 'defined', kind })) continue;
      names.add(shortSpan, { key, role: 'short', sign: 'defined', kind });
      keys.add(key);
      forms.set(shortText, key).set(shortText.split(' ')[0] ?? '', key);
      for (let at = longSpan.start; at < longSpan.end; at++) inside.add(at);
    }
  }
}

/** Acronyms whose names stand elsewhere in full: "the North Lights Group … the NLG". */
function addSpelled(
  plain: Plain,
  passages: readonly Passage[],
  names: Names,
  { keys, forms, inside }: Taken,
): void {
  const wanted = new Map<string, Span>();
  for (const { start, end } of passages) {
    const words = plain.text.slice(start, end);
    for (const found of findAcronyms(words)) {
      const form = words.slice(found.start, found.end);
      if (forms.has(form) || wanted.has(form)) continue;
      wanted.set(form, { start: start + found.start, end: start + found.end });
    }
  }
  const bare = new Set(wanted.keys());
  for (const { start, end } of passages) {
    for (const [form, long] of findSpelled(plain.text.slice(start, end), bare)) {
      const span = { start: long.start + start, end: long.end + start };
      const name = plain.text.slice(span.start, span.end);
      const key = keyOfName(name);
      const kind = guessKind(name);
      if (!names.add(span, { key, role: 'long', sign: 'defined', kind })) continue;
      names.add(wanted.get(form)!, { key, role: 'short', sign: 'defined', kind });
      keys.add(key);
      forms.set(form, key);
      bare.delete(form);
      for (let at = span.start; at < span.end; at++) inside.add(at);
    }
  }
}

/** 합참 for 합동참모본부, where the text has both. */
function addKnownClips(text: string, names: Names, { keys }: Taken): void {
  for (const { clip, full } of findKnownClips(text)) {
    const key = keyOfName(text.slice(full.start, full.end));
    const kind = guessKind(text.slice(full.start, full.end));
    if (!names.add(full, { key, role: 'long', sign: 'named', kind })) continue;
    names.add(clip, { key, role: 'alias', sign: 'alias', kind });
    keys.add(key).add(keyOfName(text.slice(clip.start, clip.end)));
  }
}

/** 나토(NATO): a name of what the acronym stands for, whether the text says what that is or not. */
function addSpoken(text: string, names: Names, { keys, forms }: Taken): void {
  for (const { form, spoken } of findTransliterations(text)) {
    const short = text.slice(form.start, form.end);
    const known = forms.get(short);
    const key = known ?? keyOfForm(short);
    const sign = known === undefined ? 'undefined' : 'alias';
    if (!names.add(spoken, { key, role: 'alias', sign, kind: null })) continue;
    keys.add(keyOfName(text.slice(spoken.start, spoken.end)));
  }
}

/** "3. EUNAVFOR Aspides": what a heading alone names, and the words below take up. */
function addHeadings(
  plain: Plain,
  passages: readonly Passage[],
  names: Names,
  { keys }: Taken,
): void {
  for (const [i, passage] of passages.entries()) {
    const below = passages[i + 1];
    if (passage.kind !== 'heading' || below === undefined) continue;
    const line = plain.text.slice(passage.start, passage.end);
    const name =
      /^(?:\d{1,2}[.)]|[#■▶◆●①-⑳]+) (?<name>\p{Lu}[\p{L}\d’'-]+(?: \p{Lu}[\p{L}\d’'-]+){1,4})$/u.exec(
        line,
      )?.groups?.name;
    if (name === undefined || isKnown(keyOfName(name), keys)) continue;
    const last = name.slice(name.lastIndexOf(' ') + 1);
    const words = plain.text.slice(below.start, below.end);
    const at = words.indexOf(last);
    if (at < 0) continue;
    const key = keyOfName(name);
    const start = passage.end - name.length;
    names.add(
      { start, end: passage.end },
      { key, role: 'long', sign: 'named', kind: guessKind(name) },
    );
    keys.add(key);
    if (words.includes(name)) continue;
    const alias = { start: below.start + at, end: below.start + at + last.length };
    names.add(alias, { key, role: 'alias', sign: 'alias', kind: null });
    keys.add(keyOfName(last));
  }
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
  // A name that stands often is looked at once, unless a caption alone has had it.
  const seen = new Set<string>();
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
      const isTaken = sign === 'named' ? isKnown(key, keys) : keys.has(key);
      if (!isForm && inside.has(start)) return;
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
    for (const acronym of findAcronyms(words)) add(acronym, 'undefined', null);
  }
}

/** A name that only adds words before a defined one, or is a part of it, is that one. */
function isKnown(key: string, keys: ReadonlySet<string>): boolean {
  if (keys.has(key)) return true;
  const padded = ` ${key} `;
  for (const other of keys) {
    if (padded.endsWith(` ${other} `) || ` ${other} `.includes(padded)) return true;
  }
  return false;
}
