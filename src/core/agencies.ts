/** Short forms that news agencies and broadcasters bear too: "told AFP" is never an army. */
import type { PageEvidence } from './evidence.ts';
import type { Span } from './mention.ts';

/** Those that bodies, treaties and papers share with them. */
const AGENCIES = new Set(
  'AFP ANI AP APA CNA DPA EFE IRNA MENA NHK PA PNA PTI RFA RIA RT SPA UPI WAM'.split(' '),
);

/** In a long form: this is one of them. */
const OF_NEWS = /press|news|radio|broadcast|televis|times|통신|방송/i;

/** Who reports bears no article: "told AFP", but "told the AFP". */
const TOLD_BEFORE =
  /(?<!\p{L})(?:t(?:ells?|old|elling)|according to|said to|interview(?:s|ed)? (?:with|by|to)|sp(?:eak|eaking|oke|oken) (?:to|with)|(?:seen|reviewed|obtained|quoted|cited|reported) by|agency|broadcaster|photos?:|(?:Reuters|Yonhap|Bloomberg|Xinhua|Kyodo)(?:,| and))\s$/iu;
const REPORTS_BEHIND =
  /^ (?:reported|reports(?! to)|has learned|wrote|writes|quoted|cited)\b|^[-/]\p{Lu}\p{Ll}|^,? (?:and )?(?:Reuters|Yonhap|Bloomberg|Xinhua|Kyodo)\b/u;
/** "MANILA (AFP) — …" */
const PLACE_BEFORE = /^\p{Lu}\p{L}+(?:, \p{Lu}\p{L}+)? \($/u;
/** Whatever stands before it. */
const STAFF_BEHIND =
  /^(?:[’']s)? ?(?:news|journalists?|correspondents?|reporters?|photographers?|photos?|bureau|tally|통신|기자|특파원)(?!\p{Ll})/u;
/** It is a body that one speaks of. */
const BODY_BEFORE = /(?:(?<!\p{L})(?:an?|the|its|their|our|his|this|that)|[’']s)\s$/iu;
const BODY_BEHIND =
  /^(?:[’']s)? (?:chief|command|spokes|troops|soldier|personnel|offic|forces|units?\b|vessel|ships?\b|aircraft|headquarters|members?\b)/;

/** So many UTF-16 code units of them are looked at. */
const REACH = 40;

/** What the words beside a short form make of it; null where they do not tell. */
type Part = 'agency' | 'body' | null;

/** What a short form is by the words beside it. */
function partOf(text: string, { start, end }: Span): Part {
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH);
  const isDateline = start < REACH && PLACE_BEFORE.test(before) && /^\)\s*[–—-]/.test(behind);
  if (isDateline || STAFF_BEHIND.test(behind)) return 'agency';
  if (BODY_BEFORE.test(before) || BODY_BEHIND.test(behind)) return 'body';
  return TOLD_BEFORE.test(before) || REPORTS_BEHIND.test(behind) ? 'agency' : null;
}

/** By page: the forms that an agency bears somewhere on it, in the turn in which it was looked up. */
const bornOn = new WeakMap<PageEvidence, { turn: number; known: Map<string, boolean> }>();

/**
 * Whether what stands at a place is not what a definition or an entry says, but an agency, or may be
 * one: where an agency bears the same letters elsewhere on the page, the words beside it must tell.
 *
 * @param longForms - What the letters stand for by the page's definition, or by the library.
 * @param isDefined - The page defines them: what nothing speaks against is what it defines.
 */
export function mayBeAgency(
  evidence: PageEvidence,
  text: string,
  at: Span,
  longForms: readonly string[],
  isDefined: boolean,
): boolean {
  const short = text.slice(at.start, at.end);
  if (!AGENCIES.has(short) || longForms.some((long) => OF_NEWS.test(long))) return false;
  const part = partOf(text, at);
  if (part !== null || !isDefined) return part === 'agency';
  return isAgencySomewhere(evidence, short);
}

function isAgencySomewhere(evidence: PageEvidence, short: string): boolean {
  let born = bornOn.get(evidence);
  if (born?.turn !== evidence.turn) {
    born = { turn: evidence.turn, known: new Map() };
    bornOn.set(evidence, born);
  }
  let is = born.known.get(short);
  if (is === undefined) {
    is = [...evidence.blocks.keys()].some(({ text }) => isAgencyIn(text, short));
    born.known.set(short, is);
  }
  return is;
}

function isAgencyIn(text: string, short: string): boolean {
  for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
    const span = { start: at, end: at + short.length };
    const beside = (text[at - 1] ?? '') + (text[span.end] ?? '');
    if (!/[A-Z\d]/.test(beside) && partOf(text, span) === 'agency') return true;
  }
  return false;
}
