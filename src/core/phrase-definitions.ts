/** Definitions that words or a table mark: "X stands for …", "…, or X,", "X = …", rows of cells. */
import type { Pair } from './bracket-definitions.ts';
import { findHangulApposed } from './hangul-long-form.ts';
import type { Span } from './mention.ts';
import { isShortForm } from './short-form.ts';
import type { Steps } from './steps.ts';
import { findLongAfter, findLongBefore, trimSpan } from './surroundings.ts';

/** Two capitals at least, since no bracket marks them. */
const FORM = /[A-ZÀ-Þ][\wÀ-ɏ&/+.-]{0,15}[A-ZÀ-Þ][\wÀ-ɏ&/+.-]{0,15}/g;

const BEFORE_FORM = /[\s"“‘'(«]/;
/** Between a short form and its long form. */
const FOLLOWED = /^["”’']?(?:,?\sor\s(?:the\s)?|\s[-–—]\s|:\s)(?=["“'‘]?[\p{L}\p{N}])/u;
/** The same, with words between them: "NCG Cinemas (short for Neighborhood Cinema Group)". */
const STANDS_FOR =
  /\b(?:st(?:and|ood|anding)s? for|short(?:hand)? for|abbreviat(?:ion|ed form) (?:of|for)|acronym (?:of|for)|initials (?:of|for)|steht für|kurz für|Abkürzung für|siglas? del?|o sea|es decir|significa|signifie|acronyme de|sigle de|skrót od|czyli|sta per)(?:[\s:,“”"'‘’«»]|(?:the|an?|las?|los|el|del?|die|der|das|le|les|il)\s)+/u;
/** Between the two: a nearer short form, or the end of a sentence. */
const OTHER_SUBJECT = /[A-Z]\S*[A-Z]|[.!?;]\s/;
/** Between a long form and its short form; looked back for in `BEFORE` code units alone. */
const PRECEDED =
  /(?:,?\s(?:or|o|oder|ou|lub|czyli|(?:(?:also|better|commonly|otherwise)\s)?(?:known|called|abbreviated|referred\sto)(?:\s(?:as|to))?)\s(?:the\s)?|,\s|\s[-–—]\s)["“'‘]?$/u;
/** How far the phrases reach from the short form. UTF-16 code units. */
const BEFORE = 30;
const BEHIND = 80;

/** A text with more of them is no article: what comes after is not looked at. */
const MAX_FORMS = 20_000;

/**
 * Find the definitions that stand in running text and tables, without a bracket to mark them; a step
 * for each form and each cell.
 */
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
    const long = findFollowing(text, short.end, form) ?? findPreceding(text, short, form);
    if (long !== null) pairs.push({ short, long });
  }
  return pairs;
}

/** SHORT, or LONG; SHORT – LONG; SHORT stands for LONG. */
function findFollowing(text: string, end: number, form: string): Span | null {
  const behind = text.slice(end, end + BEHIND);
  const followed = FOLLOWED.exec(behind);
  const phrase = followed ?? STANDS_FOR.exec(behind);
  if (phrase === null || OTHER_SUBJECT.test(behind.slice(0, phrase.index))) return null;
  const start = end + phrase.index + phrase[0].length;
  const area = { start, end: endOfPhrase(text, start) };
  return findLongAfter(text, area, form, { toEnd: false, tight: followed !== null });
}

/** The last words of what may precede, for a quick no. */
const PRECEDING = new Set('or o oder ou lub czyli as to known called abbreviated the'.split(' '));

function mayPrecede(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 14), start).trimEnd();
  const last = before.slice(before.search(/\S+$/));
  return /[,–—-]$/.test(last) || PRECEDING.has(last) || /["“'‘]$/.test(last);
}

/** LONG, or SHORT; LONG, SHORT,; LONG – SHORT; LONG, known as SHORT. */
function findPreceding(text: string, short: Span, form: string): Span | null {
  if (/["”’']?\w/.test(text[short.end] ?? ' ')) return null;
  if (!mayPrecede(text, short.start)) return null;
  const phrase = PRECEDED.exec(text.slice(Math.max(0, short.start - BEFORE), short.start));
  return phrase === null ? null : findLongBefore(text, short.start - phrase[0].length, form, true);
}

const EQUATED = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}&/+.-]{0,16}?)\s?=\s?(?=["“'‘]?\p{L})/gu;

/** Lists of abbreviations: SHORT = LONG; SHORT = LONG. */
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

/** With at most one line end, one bar or some tabs between them. */
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

/** Where the phrase ends that begins at `start`. */
const PHRASE_END = /[;()[\]=\t|\ufffc]|\n\s*\n|(?<=\p{L}{4})[.!?](?=\s)/u;
const MAX_PHRASE = 240;

function endOfPhrase(text: string, start: number): number {
  const piece = text.slice(start, start + MAX_PHRASE);
  return start + (PHRASE_END.exec(piece)?.index ?? piece.length);
}
