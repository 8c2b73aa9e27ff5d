/** Recognises news agencies by the words beside them: the AFP of "told AFP" is never an army. */

import type { Span } from '../text/span.ts';
import type { PageEvidence } from './evidence.ts';

/** Agencies whose short forms have other meanings too. Kept short: every page loads it. */
const AGENCIES = ' AFP ANI AP APA BBC CNA DPA EFE IRNA MENA PA PNA PTI RFA SPA UPI ';

/** Words in a long form that show that it is itself an agency or broadcaster. */
const OF_NEWS = /press|news|radio|broadcast|통신|방송/i;

/** Words before an agency as the one that is told. It has no article: "told the AFP" is a body. */
const TOLD_BEFORE =
  /\b(?:tells?|told|telling|according to|interview(?:ed)? (?:with|by)|sp(?:eak|oke)(?:ing)? (?:to|with)|(?:seen|obtained|quoted|reported) by|agency|broadcaster)\s$/i;
const REPORTS_BEHIND =
  /^ (?:reported|reports(?! to)|has learned|wrote|quoted)\b|^[-/][A-Z][a-z]|^(?:,| and) (?:Reuters|Yonhap|Bloomberg)/;
/** Words behind a name that show an agency whatever stands before it. */
const STAFF_BEHIND =
  /^(?:[’']s)? ?(?:news|journalist|correspondent|reporter|photo|통신|기자|특파원)/;
/** The place of a dateline, before the agency: "MANILA (AFP) — …". */
const PLACE_BEFORE = /^[A-Z]\w+(?:, [A-Z]\w+)? \($/;
/** Words before and behind a name that show that it is not an agency. */
const BODY_BEFORE = /(?:\b(?:an?|the|its|their|our|this|that)|[’']s)\s$/i;
const BODY_BEHIND =
  /^(?:[’']s)? (?:chief|command|spokes|troops|soldier|personnel|offic|forces|unit|vessel|ship|member|Gen\b|Col\b|Lt\b)/;
/** How far on either side of a name its neighbours are read, in UTF-16 code units. */
const REACH = 40;

/** Whether a short form is an agency, by the words beside it; null if they do not show it. */
function isAgencyAt(text: string, { start, end }: Span): boolean | null {
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH);
  const isDateline = start < REACH && PLACE_BEFORE.test(before) && /^\)\s*[–—-]/.test(behind);
  if (isDateline || STAFF_BEHIND.test(behind)) return true;
  if (BODY_BEFORE.test(before) || BODY_BEHIND.test(behind)) return false;
  return TOLD_BEFORE.test(before) || REPORTS_BEHIND.test(behind) || null;
}

/** For each page: whether a short form is an agency anywhere on it, for one turn of reading. */
const bornOn = new WeakMap<PageEvidence, { turn: number; known: Map<string, boolean> }>();

/**
 * Whether a short form at a place may be an agency instead of what a definition or an entry says.
 * The words beside it decide; if they do not, it may be one if it is one elsewhere on the page.
 *
 * @param longForms - The long forms in question, from the page's definition or from the library.
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
