/** Short forms that news agencies and broadcasters bear too: "told AFP" is never an army. */

import type { Span } from '../text/span.ts';
import type { PageEvidence } from './evidence.ts';

/** Those that bodies, treaties and papers share with them. Every page reads this: it is kept short. */
const AGENCIES = ' AFP ANI AP APA BBC CNA DPA EFE IRNA MENA PA PNA PTI RFA SPA UPI ';

/** In a long form: this is one of them. */
const OF_NEWS = /press|news|radio|broadcast|통신|방송/i;

/** Who reports bears no article: "told AFP", but "told the AFP". */
const TOLD_BEFORE =
  /\b(?:tells?|told|telling|according to|interview(?:ed)? (?:with|by)|sp(?:eak|oke)(?:ing)? (?:to|with)|(?:seen|obtained|quoted|reported) by|agency|broadcaster)\s$/i;
const REPORTS_BEHIND =
  /^ (?:reported|reports(?! to)|has learned|wrote|quoted)\b|^[-/][A-Z][a-z]|^(?:,| and) (?:Reuters|Yonhap|Bloomberg)/;
/** Whatever stands before it. */
const STAFF_BEHIND =
  /^(?:[’']s)? ?(?:news|journalist|correspondent|reporter|photo|통신|기자|특파원)/;
/** "MANILA (AFP) — …" */
const PLACE_BEFORE = /^[A-Z]\w+(?:, [A-Z]\w+)? \($/;
/** It is a body that one speaks of. */
const BODY_BEFORE = /(?:\b(?:an?|the|its|their|our|this|that)|[’']s)\s$/i;
const BODY_BEHIND =
  /^(?:[’']s)? (?:chief|command|spokes|troops|soldier|personnel|offic|forces|unit|vessel|ship|member|Gen\b|Col\b|Lt\b)/;
/** So many UTF-16 code units of the words beside it are looked at. */
const REACH = 40;

/** Whether a short form is an agency by the words beside it; null where they do not tell. */
function isAgencyAt(text: string, { start, end }: Span): boolean | null {
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH);
  const isDateline = start < REACH && PLACE_BEFORE.test(before) && /^\)\s*[–—-]/.test(behind);
  if (isDateline || STAFF_BEHIND.test(behind)) return true;
  if (BODY_BEFORE.test(before) || BODY_BEHIND.test(behind)) return false;
  return TOLD_BEFORE.test(before) || REPORTS_BEHIND.test(behind) || null;
}

/** By page: the forms that an agency bears somewhere on it, in the turn in which it was looked up. */
const bornOn = new WeakMap<PageEvidence, { turn: number; known: Map<string, boolean> }>();

/**
 * Whether what stands at a place is not what a definition or an entry says, but an agency, or may be
 * one: where an agency bears the same letters elsewhere on the page, the words beside it must tell.
 *
 * @param longForms - What the letters stand for by the page's definition, or by the library.
 */
export function mayBeAgency(
  evidence: PageEvidence,
  text: string,
  at: Span,
  longForms: readonly string[],
): boolean {
  const short = text.slice(at.start, at.end);
  if (!AGENCIES.includes(` ${short} `) || longForms.some((long) => OF_NEWS.test(long))) {
    return false;
  }
  return isAgencyAt(text, at) ?? isAgencySomewhere(evidence, short);
}

function isAgencySomewhere(evidence: PageEvidence, short: string): boolean {
  const { turn, blocks } = evidence;
  const born = bornOn.get(evidence);
  const known = born?.turn === turn ? born.known : new Map<string, boolean>();
  bornOn.set(evidence, { turn, known });
  const is = known.get(short) ?? [...blocks.keys()].some(({ text }) => isAgencyIn(text, short));
  known.set(short, is);
  return is;
}

function isAgencyIn(text: string, short: string): boolean {
  for (const { index: start } of text.matchAll(new RegExp(`(?<!\\w)${short}(?!\\w)`, 'g'))) {
    if (isAgencyAt(text, { start, end: start + short.length })) return true;
  }
  return false;
}
