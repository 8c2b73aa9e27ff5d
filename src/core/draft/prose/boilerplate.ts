/** Tells the prose of a saved text from the rest of its page: menus, buttons, bylines. */

import type { Span } from '../../text/span.ts';
import { uses } from './heuristics.ts';
import { isItem } from './list-lines.ts';
import type { Passage } from './passage.ts';

/** Shortest line of prose, in UTF-16 code units. A Hangul syllable counts for more. */
const LEAST_LATIN = 40;
const LEAST_HANGUL = 16;
const LEAST_WORDS = 6;

/** A full stop behind a small letter or a closing mark; ranges, since \p{…} takes three times as long. */
const SENTENCE_END =
  /(?:[a-z\d\u00df-\u024f\u0400-\uffff)\]%"”’'][.!?。]|[A-Z]{2}[.!?])(?=[)"”’'\]]*(?:\s|$))/;
const ENDS_SENTENCE = /[.!?。:…][)"”’'\]]*$/;
/** Longer paragraphs are prose even if such words stand in them. */
const MOST_FURNITURE = 200;
const FURNITURE =
  /\b(?:log ?in|sign (?:in|up)|subscribe|newsletters?|cookies|all rights reserved|copyright|terms of (?:use|service)|privacy policy|share (?:button|this)|read more|click here|(?:write|post|leave) (?:a )?comments?|advertisement|follow us|download (?:the|our) app)\b|저작권자|무단\s?전재|재배포|구독하기|로그인|댓글|[\w.-]+@[\w-]+\.\w+/i;
const CREDIT =
  /(?:\b(?:courtesy of|photo(?:graph)?s? by|image credit|handout|AP Photo|AFP|Reuters|EPA|Getty|Yonhap|Xinhua|TASS|Kyodo)\b|연합뉴스|제공|사진=).{0,60}$/i;
/** Shortest and longest line of running text that was broken to fit a width. */
const WRAPPED = { least: 55, most: 100 };

/** "3. Quadrilateral Security Dialogue (Quad)", "AUKUS", "## NCG", "■ 핵협의그룹(NCG)". */
const HEADING =
  /^(?:(?:#{1,4}|[■▶◆●①-⑳]|\d{1,2}[.)])\s+)(?=[\p{Lu}가-힣]|\d+[·가-힣])[^|:;!?]{2,100}$|^[^|:;!?]{3,90} ?\([A-Z][\p{L}\d+-]{1,14}\)$|^[A-Z]{3,8}$|^[A-Z][A-Za-z+-]{1,12} ?[–—-] ?\p{Lu}[^|:;!?]{5,80}$/u;
/** "What is the NCG?", "And the Velm Pact?", "NCG란?": a question that the words below answer. */
const ASKS =
  /^(?:[^?!.;]{2,40}: ?)?(?:[Ww]hat (?:is|are|was|were|about)|[Ww]ho (?:is|are)|And) (?:the |an? )?(?=[^?]*\p{Lu})[^?!.:;]{2,60}\?$|^[^?!.:;]{2,30}(?:이?란|은|는)(?: 무엇(?:인가|인가요|일까)?| 어떤 (?:곳|것)(?:인가|일까)?)?\?$/u;
/** "Amber Corps", "G5 Sahel": a line of nothing but capitals may name what stands below. */
export const TITLE =
  /^(?!By )(?:\p{Lu}[\p{L}\d’'-]*|[A-Z]\d+)(?: (?:of |for |on |in |and )?(?:the )?\p{Lu}[\p{L}\d’'-]*){1,5}$/u;
/** The number or bullet of a heading or of a line of a list. */
const NUMBER = /^(?:#{1,4}|[■▶◆●①-⑳]|\d{1,2}[.)])\s+/u;
/** "SEOUL, Sept. 24 (Harbour Gazette) — ", "(서울=…) ": the dateline of a report. */
const DATELINE =
  /^(?:\p{Lu}{3,}[\p{Lu} .’'-]*(?:[,/] ?(?:\p{Lu}[\p{L}.]+ ?){1,3})?(?:,? \p{L}{3,9}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} \p{L}{3,9}\.?(?: \d{4})?)?(?: ?\([^()]{2,40}\))? ?[—–-]{1,2} |\([^()]{2,40}\) ?[—–-]{1,2} |[[(][가-힣]{2,6}\s?=[^\])]{1,30}[\])]\s?(?:\S+ 기자 ?= ?)?)/u;

/** "Brandt: It is late.": a speaker. A label that occurs once may be a term that is explained. */
const SPEAKER =
  /^(?:[QA문답]\.|(?:\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}|[가-힣]{1,6}):) (?=["“]?[\p{Lu}가-힣])/u;

function findSpeakers(paragraphs: readonly Span[], text: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { start, end } of paragraphs) {
    const label = SPEAKER.exec(text.slice(start, Math.min(end, start + 60)))?.[0];
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([label, count]) => (count > 1 ? [label] : [])));
}

/**
 * Find the paragraphs and headings of a text, each once.
 *
 * A paragraph ends at a line end, unless the line was only cut to fit a width. Those that speak of
 * the page itself are left out, and so is a dateline; a line that ends with a picture's credit is a
 * caption. What stands twice (captions, teasers) is taken once.
 */
export function findPassages(text: string): Passage[] {
  const seen = new Set<string>();
  const paragraphs = findParagraphs(text);
  const speakers = findSpeakers(paragraphs, text);
  return paragraphs.flatMap(({ start: from, end }): Passage[] => {
    const speaker = SPEAKER.exec(text.slice(from, Math.min(end, from + 60)))?.[0] ?? '';
    const start = speakers.has(speaker) ? from + speaker.length : from;
    const words = text.slice(start, end);
    const kind = kindOf(words);
    const label = kind === 'prose' && uses('lists') ? findLabel(words) : null;
    if (label !== null) return splitItem({ start, end }, label);
    if (kind === 'break') return [{ start, end, kind }];
    const same = /\s\s|\n/.test(words) ? words.replace(/\s+/g, ' ') : words;
    if (kind !== 'item' && seen.has(same)) return [];
    seen.add(same);
    const dateline =
      kind === 'prose' && uses('datelines') ? (DATELINE.exec(words)?.[0].length ?? 0) : 0;
    return [{ start: start + dateline, end, kind }];
  });
}

/** "• Velm Lamp Group (VLG): twelve harbours that …": a line that names and explains at once. */
const LABEL =
  /^(?<mark>(?:[-•*–·▪○●]|\d{1,2}[.)]) ?)?(?<name>[^\s:：;.!?|“”"][^:：;.!?|“”"]{1,80}?)(?<colon> ?(?:[:：]|[—–-](?= ))\s?)(?=\S)/u;
/** A name: with its letters in brackets, letters alone, or more than one capital. */
const IS_NAME = /\([A-Z][\p{L}\d+-]{1,14}\)$|^[A-Z]{3,}[\p{L}\d+-]*$|^\p{Lu}\S* (?:\S+ )*\p{Lu}/u;

/** Where the name of such a line begins and ends, and where its words begin. */
interface Label {
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

function findLabel(words: string): Label | null {
  const match = LABEL.exec(words);
  const { mark = '', name = '', colon = '' } = match?.groups ?? {};
  const isItem = mark !== '' || name.endsWith(')');
  if (match === null || !isItem || !IS_NAME.test(name)) return null;
  return {
    start: mark.length,
    end: mark.length + name.length,
    words: mark.length + name.length + colon.length,
  };
}

/** A heading, what stands below it, and the end of what it names. */
function splitItem({ start, end }: Span, label: Label): Passage[] {
  return [
    { start: start + label.start, end: start + label.end, kind: 'heading' },
    { start: start + label.words, end, kind: 'prose' },
    { start: end, end, kind: 'break' },
  ];
}

function kindOf(words: string): Passage['kind'] {
  if (uses('lists') && ASKS.test(words) && !FURNITURE.test(words)) return 'heading';
  if (!isProse(words)) {
    if (!uses('lists')) return 'break';
    if (isItem(words)) return 'item';
    return (HEADING.test(words) || TITLE.test(words)) && !FURNITURE.test(words)
      ? 'heading'
      : 'break';
  }
  return !ENDS_SENTENCE.test(words) && CREDIT.test(words) ? 'caption' : 'prose';
}

function isProse(line: string): boolean {
  const words = line.replace(NUMBER, '');
  const least = /[가-힣]/.test(words) ? LEAST_HANGUL : LEAST_LATIN;
  if (words.length < least || !SENTENCE_END.test(words)) return isFragment(words);
  if (words.length < MOST_FURNITURE && FURNITURE.test(words)) return false;
  return least !== LEAST_LATIN || words.split(' ', LEAST_WORDS).length >= LEAST_WORDS;
}

/** A short line that is a sentence all the same: "Not a body but a conference." */
const isFragment = (words: string): boolean =>
  words.length >= LEAST_HANGUL &&
  /^["“]?\p{Lu}[^|•]*[\p{Ll}\d][.]$/u.test(words) &&
  words.split(' ').length >= 4 &&
  !FURNITURE.test(words);

function findParagraphs(text: string): Span[] {
  const paragraphs: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (let from = 0; from <= text.length; ) {
    const lineEnd = text.indexOf('\n', from);
    const line = trim(text, from, lineEnd < 0 ? text.length : lineEnd);
    from = lineEnd < 0 ? text.length + 1 : lineEnd + 1;
    if (line.start === line.end) open = null;
    else if (open !== null && isWrapped(text, open, line)) open.end = line.end;
    else {
      open = line;
      paragraphs.push(open);
    }
  }
  return paragraphs;
}

function isWrapped(text: string, before: Span, line: Span): boolean {
  const words = text.slice(before.start, before.end);
  const last = words.length - (words.lastIndexOf('\n') + 1);
  if (last < WRAPPED.least || ENDS_SENTENCE.test(words.slice(-4))) return false;
  const first = text[line.start]!;
  if (/[•*\-–>|]/.test(first) || text.startsWith('By ', line.start)) return false;
  return last <= WRAPPED.most || first !== first.toUpperCase();
}

function trim(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const isBlank = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000;
