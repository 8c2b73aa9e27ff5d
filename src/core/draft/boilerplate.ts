/** What of a saved text is prose, and what is furniture of its page: menus, buttons, bylines. */
import type { Span } from '../mention.ts';

/** A paragraph worth reading. */
export interface Passage extends Span {
  /** `caption`: words under a picture, with their credit. */
  readonly kind: 'prose' | 'caption';
}

/** Shorter lines are titles, menus or bylines. UTF-16 code units; a Hangul syllable says more. */
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
/** A line of running text that was cut to fit: at least so long, at most so long. */
const WRAPPED = { least: 55, most: 100 };

/**
 * Find the paragraphs of a text, each once.
 *
 * A paragraph ends at a line end, unless the line was only cut to fit a width. Lines without a
 * whole sentence, and those that speak of the page itself, are left out; a line that ends with a
 * picture's credit is a caption. What stands twice (captions, teasers) is taken once.
 */
export function findPassages(text: string): Passage[] {
  const seen = new Set<string>();
  return findParagraphs(text).flatMap(({ start, end }): Passage[] => {
    const words = text.slice(start, end);
    const kind = kindOf(words);
    if (kind === null) return [];
    const same = /\s\s|\n/.test(words) ? words.replace(/\s+/g, ' ') : words;
    if (seen.has(same)) return [];
    seen.add(same);
    return [{ start, end, kind }];
  });
}

function kindOf(words: string): Passage['kind'] | null {
  const least = /[가-힣]/.test(words) ? LEAST_HANGUL : LEAST_LATIN;
  if (words.length < least || !SENTENCE_END.test(words)) return null;
  if (words.length < MOST_FURNITURE && FURNITURE.test(words)) return null;
  if (least === LEAST_LATIN && words.split(' ', LEAST_WORDS).length < LEAST_WORDS) return null;
  return !ENDS_SENTENCE.test(words) && CREDIT.test(words) ? 'caption' : 'prose';
}

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
