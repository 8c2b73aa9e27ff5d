/** The names that one text gives to things: which thing each belongs to, and where it stands. */
import { findDefinitions } from '../definitions.ts';
import type { Span } from '../mention.ts';
import { findActors } from './actors.ts';
import type { Passage } from './boilerplate.ts';
import type { DraftKind, NameSign } from './draft-types.ts';
import { guessKind } from './kinds.ts';
import type { Plain } from './mentions.ts';
import { keyOfForm, keyOfName } from './name-keys.ts';
import { findNamedBodies } from './named-bodies.ts';
import { findAcronyms, findConcepts, findVenues } from './terms.ts';
import { findTransliterations } from './transliterations.ts';

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
  addUndefined(plain, passages, taken, names);
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
  for (const { short, long, shortSpan, longSpan, form } of findDefinitions(text)) {
    if (/@|^\p{Ll}$/u.test(short)) continue;
    const isForm = form === 'alias' && /^[A-Z][A-Z\d&.-]+$/.test(long);
    const key = isForm ? keyOfForm(long) : keyOfName(long);
    const kind = guessKind(long);
    const sign = form === 'alias' ? 'alias' : 'defined';
    if (!names.add(longSpan, { key, role: isForm ? 'short' : 'long', sign, kind })) continue;
    names.add(shortSpan, { key, role: form === 'alias' ? 'alias' : 'short', sign, kind });
    taken.keys.add(key);
    if (form === 'alias') taken.keys.add(keyOfName(short));
    else taken.forms.set(short, key);
    for (let at = longSpan.start; at < longSpan.end; at++) taken.inside.add(at);
  }
  addSpoken(text, names, taken);
  return taken;
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

function addUndefined(
  plain: Plain,
  passages: readonly Passage[],
  { keys, forms, inside }: Taken,
  names: Names,
): void {
  // A name that stands often is looked at once, unless a caption alone has had it.
  const seen = new Set<string>();
  for (const passage of passages) {
    const words = plain.text.slice(passage.start, passage.end);
    const add = (found: Span, sign: NameSign, kind: DraftKind | null) => {
      const name = words.slice(found.start, found.end);
      if (seen.has(name)) return;
      const isForm = sign === 'undefined';
      const key = isForm ? keyOfForm(name) : keyOfName(name);
      const start = found.start + passage.start;
      const isTaken = sign === 'named' ? isKnown(key, keys) : keys.has(key);
      if (!isForm && inside.has(start)) return;
      if (isForm ? forms.has(name) : isTaken) {
        seen.add(name);
        return;
      }
      const role = isForm ? 'short' : 'long';
      names.add({ start, end: found.end + passage.start }, { key, role, sign, kind });
      if (passage.kind === 'prose') seen.add(name);
    };
    const bodies = findNamedBodies(words);
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
