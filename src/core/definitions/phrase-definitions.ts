/** Finds definitions marked by words or a table: "X stands for …", "…, or X,", "X = …". */

import type { Steps } from '../text/slices.ts';
import type { Span } from '../text/span.ts';
import type { Pair } from './bracket-definitions.ts';
import { findHangulApposed } from './hangul-long-form.ts';
import { isShortForm } from './short-form.ts';
import { findLongAfter, findLongBefore, trimSpan } from './surroundings.ts';

/**
 * A short form. It has two capitals at least, since no bracket marks it; one (Nato, Unifil: some
 * papers write acronyms so) is enough beside one of the phrases below.
 */
const FORM =
  /[A-ZÀ-Þ][\wÀ-ɏ&/+.-]{0,15}[A-ZÀ-Þ][\wÀ-ɏ&/+.-]{0,15}|[A-Z][a-z]{3,11}(?=,? (?:an?|for|or|short for|stands for|the) )|[A-Z][a-z]{3,11}(?<=(?:acronym|as|initials|or) ["“'‘]?[A-Z][a-z]+)(?![\w-])/g;

const BEFORE_FORM = /[\s"“‘'(«—]/;
/** Words that only say that the full name follows: "BWC, formally the …", "PSI - that is, the …". */
const IN_FULL = String.raw`(?:(?:that is(?: to say)?|i\.e\.|in full|formally|officially|properly)(?:\sknown\sas|\scalled)?,?\s)?`;

/** Between a short form and its long form. */
const FOLLOWED = new RegExp(
  String.raw`^["”’']?(?:,?\sor\s(?:the\s)?|(?:\s[-–—]\s|—\s?)${IN_FULL}(?:(?:the|an?)\s)?|:\s)(?=["“'‘]?[\p{L}\p{N}])`,
  'u',
);
/** The same if a mark follows the long form: "NCG, the …, met", "Gsomia, for …, stays". */
const APPOSED = new RegExp(
  String.raw`^["”’']?,\s${IN_FULL}(?:(?:the|an?|for(?:\sthe)?|as\sthe)\s|(?=(?:\p{Lu}[\p{L}.]*\s)?\p{Lu}[\p{L}.]*['’]s?\s\p{Lu}))(?=["“'‘]?[\p{L}\p{N}])`,
  'u',
);
const APPOSED_END =
  /^["”’']?(?:\s*[,.;:!?)—–\n\ufffc]|\s-|\s*$|\sis\s(?:\p{L}+\s)?(?:known|called|abbreviated))/u;
/** The same, with or without words before it: "NCG Cinemas (short for Neighborhood …)". */
const STANDS_FOR =
  /\b(?:st(?:and|ood|anding)s? for|short(?:hand)? for|abbreviat(?:ion|ed form) (?:of|for)|acronym (?:of|for)|initialism (?:of|for)|initials (?:of|for)|whose full (?:name|title) is|steht für|kurz für|Abkürzung für|siglas? del?|o sea|es decir|significa|signifie|acronyme de|sigle de|skrót od|czyli|sta per)(?:[\s:,“”"'‘’«»]|(?:the|an?|las?|los|el|del?|die|der|das|le|les|il)\s)+/u;
/** A nearer short form or the end of a sentence: if it comes between, there is no definition. */
const OTHER_SUBJECT = /[A-Z]\S*[A-Z]|[.!?;]\s/;
/** Between a long form and its short form; searched in the last `BEFORE` code units only. */
const PRECEDED =
  /(?:,?\s(?:(?:which|that)\s)?(?:or|o|oder|ou|lub|czyli|(?:(?:also|better|commonly|otherwise)\s)?(?:known|called|abbreviated|shortened|referred\sto|goes)(?:\s(?:as|by|to))?)\s(?:the\s)?|,\s|(?:\s[-–—]\s|—)(?:the\s)?)["“'‘]?$/u;
/** The same, where the text calls the next word an acronym: "known by its Spanish acronym CNI". */
const BY_ACRONYM =
  /,?\s(?:(?:which|that)\s(?:is\s)?)?(?:(?:also|best|better|commonly|often|widely)\s)?(?:(?:known|goes|went|called|referred\sto)\s)?(?:by|under|with)\s(?:its|the|their)\s(?:\p{L}+\s)?(?:acronym|initials|initialism|abbreviation)(?:\sof|\sin\s\p{Lu}\p{Ll}+)?,?\s["“'‘]?$|,?\swhose\s(?:\p{L}+\s)?(?:acronym|abbreviation|initials)\s(?:is|are)\s["“'‘]?$/u;
/** How far before and behind a short form phrases are searched, in UTF-16 code units. */
const BEFORE = 70;
const BEHIND = 80;

/** Most forms examined: a text with more is no article, and the rest of it is not read. */
const MAX_FORMS = 20_000;

/** Find the definitions in text and tables that no bracket marks; a step for each form and cell. */
export function* findInPhrases(text: string): Steps<Pair[]> {
  return [
    ...(yield* findBesideForms(text)),
    ...(yield* findEquated(text)),
    ...(yield* findInRows(text)),
    ...(yield* findHangulApposed(text)),
  ];
}

function* findBesideForms(text: string): Steps<Pair[]> {
  const pairs: Pair[] = [];
  let forms = 0;
  for (const { 0: raw, index } of text.matchAll(FORM)) {
    if (++forms > MAX_FORMS) break;
    yield;
    const form = raw.replace(/[.\-/]+$/, '');
    const short = { start: index, end: index + form.length };
    if (index > 0 && !BEFORE_FORM.test(text[index - 1]!)) continue;
    if (!isShortForm(form)) continue;
    const long = findFollowing(text, short.end, form);
    const pair = long === null ? findPreceding(text, short, form) : { short, long };
    if (pair !== null) pairs.push(pair);
  }
  return pairs;
}

/** Find LONG in "SHORT, or LONG", "SHORT – LONG" and "SHORT stands for LONG". */
function findFollowing(text: string, end: number, form: string): Span | null {
  const behind = text.slice(end, end + BEHIND);
  const followed = FOLLOWED.exec(behind);
  if (followed !== null) {
    const long = findName(text, end + followed[0].length, form, true);
    if (long !== null) return long;
  }
  const stands = STANDS_FOR.exec(behind);
  if (stands !== null && !OTHER_SUBJECT.test(behind.slice(0, stands.index))) {
    const long = findName(text, end + stands.index + stands[0].length, form, false);
    if (long !== null) return long;
  }
  const apposed = APPOSED.exec(behind);
  const long = apposed === null ? null : findName(text, end + apposed[0].length, form, true);
  return long !== null && APPOSED_END.test(text.slice(long.end, long.end + BEFORE)) ? long : null;
}

/** Find the long form that begins at `start`, or behind a people or owner that begins there. */
function findName(text: string, start: number, form: string, tight: boolean): Span | null {
  const owner = OWNER.exec(text.slice(start, start + BEHIND))?.[0].length ?? 0;
  for (const from of owner === 0 ? [start] : [start, start + owner]) {
    const area = { start: from, end: endOfPhrase(text, from) };
    const long = findLongAfter(text, area, form, { toEnd: false, tight });
    if (long !== null) return long;
  }
  return null;
}

/** A people or owner before a name: "India’s …", "the Indian …", "South Korea’s …". */
const OWNER =
  /^(?:(?:\p{Lu}[\p{L}.]*\s){0,2}\p{Lu}[\p{L}.]*['’]s?|(?:(?:North|South)\s)?\p{Lu}\p{Ll}+(?:an|ch|ese|i|ish))\s/u;

/** The last words of `PRECEDED` and `BY_ACRONYM`: without one of them neither is tried. */
const PRECEDING = new Set(
  (
    'or o oder ou lub czyli as to known called abbreviated shortened the ' +
    'acronym initials initialism abbreviation of by is are'
  ).split(' '),
);

function mayPrecede(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 14), start).trimEnd();
  const last = before.slice(before.search(/\S+$/));
  return /[,–—-]$/.test(last) || PRECEDING.has(last) || /["“'‘]$/.test(last);
}

/** Find LONG in "LONG, or SHORT", "LONG, SHORT,", "LONG – SHORT" and "LONG, known as SHORT". */
function findPreceding(text: string, short: Span, form: string): Pair | null {
  if (/["”’']?\w/.test(text[short.end] ?? ' ')) return null;
  if (!mayPrecede(text, short.start)) return null;
  const before = text.slice(Math.max(0, short.start - BEFORE), short.start);
  const named = BY_ACRONYM.exec(before);
  const phrase = named ?? PRECEDED.exec(before);
  if (phrase === null) return null;
  const end = short.start - phrase[0].length;
  const tail = sharedWord(text, end, short.end);
  const long = findLongBefore(text, end, form + tail, named === null);
  return long === null ? null : { short: { ...short, end: short.end + tail.length }, long };
}

/** The word behind a short form with which its long form ends: "the … Treaty, known as the OS Treaty". */
function sharedWord(text: string, endOfLong: number, endOfShort: number): string {
  const word =
    /^ \p{Lu}\p{Ll}{2,}(?![\p{L}\p{N}])/u.exec(text.slice(endOfShort, endOfShort + 24))?.[0] ?? '';
  return text.slice(endOfLong - word.length, endOfLong) === word ? word : '';
}

const EQUATED = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}&/+.-]{0,16}?)\s?=\s?(?=["“'‘]?\p{L})/gu;

/** Find "SHORT = LONG", as in lists of abbreviations. */
function* findEquated(text: string): Steps<Pair[]> {
  if (!text.includes('=')) return [];
  const pairs: Pair[] = [];
  let forms = 0;
  for (const { 0: match, 1: form = '', index } of text.matchAll(EQUATED)) {
    if (++forms > MAX_FORMS) break;
    yield;
    if (!isShortForm(form)) continue;
    const start = index + match.length;
    const area = { start, end: endOfPhrase(text, start) };
    const long = findLongAfter(text, area, form, { toEnd: false, tight: false });
    if (long !== null) pairs.push({ short: { start: index, end: index + form.length }, long });
  }
  return pairs;
}

/** Cells of a row, or short lines one below the other. */
const CELL = /[^\t|\n\ufffc]+/g;
/** UTF-16 code units. */
const MAX_CELL = 160;

function* findInRows(text: string): Steps<Pair[]> {
  if (!/[\t|\n]/.test(text)) return [];
  const pairs: Pair[] = [];
  let before: Span | null = null;
  let cells = 0;
  for (const { 0: raw, index } of text.matchAll(CELL)) {
    if (++cells > MAX_FORMS) break;
    yield;
    const span = { start: index, end: index + raw.length };
    const cell: Span | null = raw.length > MAX_CELL ? null : trimSpan(text, span);
    if (cell !== null && cell.start === cell.end) continue;
    if (before !== null && cell !== null && isNextCell(text, before, cell)) {
      const pair = pairCells(text, before, cell);
      if (pair !== null) pairs.push(pair);
    }
    before = cell;
  }
  return pairs;
}

/** Whether two cells are no blank line, no U+FFFC and less than `MAX_CELL` code units apart. */
const isNextCell = (text: string, left: Span, right: Span): boolean =>
  right.start - left.end < MAX_CELL && !/\n\s*\n|\ufffc/.test(text.slice(left.end, right.start));

function pairCells(text: string, left: Span, right: Span): Pair | null {
  for (const [short, cell] of [
    [left, right],
    [right, left],
  ] as const) {
    const form = text.slice(short.start, short.end);
    if (form.length >= cell.end - cell.start) continue;
    if (!/^\S*\p{Lu}\S*\p{Lu}\S*$/u.test(form) || !isShortForm(form)) continue;
    const long = findLongAfter(text, cell, form, { toEnd: true, tight: true });
    if (long !== null) return { short, long };
  }
  return null;
}

/** The first end of a phrase: a bracket, some marks, a tab, a blank line or a sentence's end. */
const PHRASE_END = /[;()[\]=\t|\ufffc]|\n\s*\n|(?<=\p{L}{4})[.!?](?=\s)/u;
const MAX_PHRASE = 240;

function endOfPhrase(text: string, start: number): number {
  const piece = text.slice(start, start + MAX_PHRASE);
  return start + (PHRASE_END.exec(piece)?.index ?? piece.length);
}
