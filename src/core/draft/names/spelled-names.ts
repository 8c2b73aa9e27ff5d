/** Names that a text spells out: beside an acronym, elsewhere, or as they are spoken. */
import { findDefinitions } from '../../definitions/find-definitions.ts';
import type { Span } from '../../text/span.ts';
import { KOREAN_CLASS } from '../prose/class-nouns.ts';
import { uses } from '../prose/heuristics.ts';
import { findAll } from '../prose/matches.ts';
import type { Passage } from '../prose/passage.ts';
import type { Plain } from '../prose/plain-text.ts';
import { guessKind } from './kinds.ts';
import { keyOfForm, keyOfName } from './name-keys.ts';
import type { Names, Taken } from './name-list.ts';
import { findBeside, findSpelled, LEAD } from './proper-names.ts';
import { findAcronyms, isNoTerm } from './terms.ts';
import { findClipped, findKnownClips, findTransliterations } from './transliterations.ts';

export function addDefined(text: string, names: Names): Taken {
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
  addMixed(text, names, taken);
  addSpoken(text, names, taken);
  return taken;
}

/** "Treaty on [Conventional Armed Forces]", "한국형 [미사일방어체계]": words that belong to a name. */
const WIDER =
  /(?<![\p{L}-])(?:(?:Treaty|Agreement|Convention|Conference|Organi[sz]ation|Agency|Commission|Committee|Council|Forum|Office|Cent(?:er|re)|Initiative|Protocol|Arrangement|Code|Partnership|Institute) (?:on|for|against)(?: the)? |(?:Allied|Joint|Combined|Multinational|International|European|Supreme|Permanent) |(?:[가-힣]{1,4}형|한미일|한중일|(?:한미일|한중일) \d국|유엔|유럽|동북아|아태|아시아) )$/u;
/** Two countries are a part of a name that would be anybody's without them. */
const OWNERS = /(?<![가-힣])(?:한미|한일|미일|북미|남북|한중) $/u;
const ANYBODYS = /^(?:(?:국방|외교|통상)?(?:장관|차관|정상)회의|공동위원회)$/;
/** UTF-16 code units of such words. */
const MOST_WIDER = 32;

/** 프로그램: a class is no name without the nouns before it. */
const IS_CLASS = new RegExp(`^${KOREAN_CLASS}$`);
const NOUNS_BEFORE = /(?<![가-힣])(?:[가-힣\d·]+(?<![은는이가을를의와과로에한된인고며]) ){1,3}$/u;

function widen(text: string, { start, end }: Span): Span {
  const lead = LEAD.exec(text.slice(start, end))?.[0].length ?? 0;
  if (lead > 0) return { start: start + lead, end };
  const before = text.slice(Math.max(0, start - MOST_WIDER), start);
  if (IS_CLASS.test(text.slice(start, end))) {
    const nouns = NOUNS_BEFORE.exec(before)?.[0].length ?? 0;
    return { start: start - nouns, end };
  }
  const owners = ANYBODYS.test(text.slice(start, end)) ? OWNERS.exec(before) : null;
  const more = (WIDER.exec(before) ?? owners)?.[0].length ?? 0;
  return { start: start - more, end };
}

/** "X Command Northport, known as XC Northport"; "XYZ, the Agency for …". */
export function addBeside(
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
export function addSpelled(
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

/** 유럽호르무즈해협감시단(EMASoH), 제151연합기동부대(CTF-151): letters of both sizes, or with a number. */
const MIXED =
  /(?<![가-힣\d·])(?<long>[가-힣\d·]{5,20}) ?\((?<short>[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:-\d{1,3})?)\)/gu;

function addMixed(text: string, names: Names, { keys, forms }: Taken): void {
  for (const { 0: match, index, groups } of findAll(MIXED, text)) {
    const { long = '', short = '' } = groups ?? {};
    if (forms.has(short) || isNoTerm(short)) continue;
    const key = keyOfName(long);
    const kind = guessKind(long);
    const at = index + match.lastIndexOf(short);
    if (
      !names.add(
        { start: index, end: index + long.length },
        { key, role: 'long', sign: 'defined', kind },
      )
    )
      continue;
    names.add({ start: at, end: at + short.length }, { key, role: 'short', sign: 'defined', kind });
    keys.add(key);
    forms.set(short, key);
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
