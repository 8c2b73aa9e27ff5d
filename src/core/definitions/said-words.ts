/** Tells what a page explains by its markup from what it only says there: facts, advertising, units. */

import { isCommonWord } from '../text/common-words.ts';
import { isEverydayWord } from '../text/everyday-words.ts';
import type { Span } from '../text/span.ts';
import { fold, isSmallWord } from './name-words.ts';
import { isShortForm } from './short-form.ts';

/** Markup, addresses and placeholders, and calls and questions to the reader. */
const NO_PROSE = /[<>{}@!?]|https?:|www\./;
const ADVERT =
  /\b(?:click here|read more|learn more|sign up|subscribe|free (?:trial|delivery|shipping)|our (?:newsletter|offers?|sponsors?|partners?|shop|store)|today only|limited offer|sponsored|advert(?:isement)?|new (?:tab|window))\b|\d ?% off|구독|클릭|할인|무료|바로 ?가기|자세히 보기|더 ?보기|새 창|광고/i;
/** Words with which a title asks the reader to do something. */
const CALL =
  /^(?:buy|browse|check (?:out|our)|choose|click|contact|discover|download|explore|find (?:out|more)|follow us|get (?:an?|it|our|the|your)|go to|join (?:us|our)|learn|open (?:in|our|the|this)|order (?:now|online)|press (?:here|the)|read|save \d|search (?:for|our|the)|see|select|share (?:on|this)|shop|subscribe|tap|try|view (?:all|more|our|the)|visit)\b/i;

/** Whether a text is empty, or nothing that explains. */
export const saysNothing = (said: string): boolean =>
  said === '' || NO_PROSE.test(said) || ADVERT.test(said);

const ORDINAL = /^\d+(?:st|nd|rd|th)$/i;
/** The long forms of MHz, TWh, GB and so on. */
const UNIT =
  /^(?:kilo|mega|giga|tera|peta|milli|micro|kibi|mebi|gibi)(?:bit|byte|hertz|watt|volt|pascal|joule|becquerel|gram|lit(?:er|re)|met(?:er|re))s?(?:[ -].+)?$/i;
/** Abbreviations that every reader knows, in lower case. */
const USUAL = new Set('am pm ad bc ce bce no ok tv id cv faq pdf html css url'.split(' '));

/**
 * Whether a text is an abbreviation that may need an explanation: a short form with a capital, of no
 * unit and not one that every reader knows.
 *
 * @param said - What it stands for.
 */
export const isAbbreviation = (text: string, said: string): boolean =>
  /\p{Lu}/u.test(text) &&
  isShortForm(text) &&
  !ORDINAL.test(text) &&
  !UNIT.test(said) &&
  !USUAL.has(text.replaceAll('.', '').toLowerCase());

/** Longest term that is explained: UTF-16 code units, words. */
const LONGEST_TERM = 60;
const MOST_WORDS = 6;

/** Labels of facts, as they stand in lists about an article, a person or goods. */
const LABELS = new Set(
  (
    'published updated posted created modified date day time when where venue location place address city country ' +
    'author authors by writer editor reporter photo photographer photography source sources credit credits via ' +
    'category categories tag tags topic topics section keyword keywords language languages price cost fee size ' +
    'weight height width colour color material length duration phone telephone tel fax mobile email e-mail website ' +
    'site url link contact hours organiser organizer host speaker publisher isbn issn doi pages format type status ' +
    'version licence license copyright born died age occupation nationality spouse children genre director ' +
    'starring cast name title subject description summary abstract note notes question answer rating review ' +
    'reviews quantity availability sku brand model delivery shipping population capital currency area founded ' +
    'founder headquarters ceo employees revenue industry team coach score result warning ' +
    '입력 수정 등록 작성 작성자 작성일 기자 글 날짜 일시 일자 시간 장소 위치 주소 출처 사진 제공 분류 태그 전화 ' +
    '연락처 이메일 홈페이지 가격 크기 제목 내용 설명 저작권 발행 발행일 언어 문의 담당 담당자 대상 기간 조회 ' +
    '조회수 댓글 이름 번호 주최 주관 ' +
    'datum autor ort zeit preis quelle stand date auteur lieu heure prix fecha autor lugar hora precio'
  ).split(' '),
);

/** Letters and digits of which two at least are no small letters: NCG, K-12, 3GPP. */
const ACRONYM = /\p{Lu}.*[\p{Lu}\p{N}]|\p{N}.*\p{Lu}/u;

/** Whether a text may be a term that is explained: a few words, none of them in every text. */
export function isTerm(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST_TERM || !/\p{L}{2}/u.test(text)) return false;
  if (NO_PROSE.test(text) || /[:;,/]/.test(text) || ORDINAL.test(text)) return false;
  const words = text.split(' ');
  const isOne = words.length === 1;
  if (words.length > MOST_WORDS || LABELS.has(text.toLowerCase())) return false;
  if (isOne && isEverydayWord(text)) return false;
  // A word of three letters, or a common one, would be marked in every line.
  return !isOne || ACRONYM.test(text) || (text.length > 3 && !isCommonWord(text)) || isDense(text);
}

/** Whether a text is in a script of which few letters say much. */
const isDense = (text: string): boolean => /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text);

/** Times, sums and numbers with a measure, which facts are made of. */
const FIGURES = /\d{1,2}:\d\d|[$€£₩¥] ?\d|\d ?(?:%|won\b|원|usd|eur|kg|km|px)|\d{4}[-./]\d{1,2}/i;
/** Words that tie a sentence together. In scripts without them the ending of the last word decides. */
const TIES =
  /(?:^| )(?:an?|the|is|are|was|were|that|which|who|when|where|by|for|from|with|used|in|of|to|ein|eine|der|die|das|une?|le|la|les|qui|una|uno|el|los|que)(?: |$)/i;
const FEWEST_WORDS = 3;
/** The same in a list, where a fact may stand, and the share of words that begin with a small letter. */
const FEWEST_WORDS_IN_LIST = 4;
const LEAST_SMALL = 1 / 3;
/** Fewest code units of an explanation in a dense script. */
const FEWEST_DENSE = 8;

/**
 * Whether a text reads like the explanation of a term.
 *
 * @param mayBeFact - Whether it may be a fact instead, as in a list: it must not begin like one.
 */
export function isExplanation(term: string, said: string, mayBeFact: boolean): boolean {
  if (saysNothing(said) || CALL.test(said) || fold(said) === fold(term)) return false;
  if (isDense(said)) {
    return said.length >= FEWEST_DENSE && !(mayBeFact && (/^\d/.test(said) || FIGURES.test(said)));
  }
  const words = said.split(' ');
  if (words.length < FEWEST_WORDS) return false;
  if (!mayBeFact) return true;
  if (!TIES.test(said) || isFact(said, words)) return false;
  if (!term.includes(' ') && ACRONYM.test(term)) return true;
  return !DATE.test(said) && !isParticiple(term) && (term.includes(' ') || defines(term, said));
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = new RegExp(String.raw`\b${MONTH}\.? \d|\d(?:st|nd|rd|th)? (?:of )?${MONTH}\b`, 'i');
const PARTICIPLE = /^\p{L}{2,}[^e]ed$/u;

/** Whether words tell what was done: "Signed", "Entered into force", but not "Extended deterrence". */
function isParticiple(words: string): boolean {
  const [first = '', second = 'by'] = words.split(' ');
  return PARTICIPLE.test(first) && isSmallWord(second);
}

/** How a text begins that says of which kind a thing is. */
const OF_KIND =
  /^(?:(?:[Aa]n?|[Aa]ny|[Ee]ine?|[Uu]n[aeo]?) \p{Ll}|(?:(?:[Ii]t|[Tt]his) )?(?:[Ii]s|[Aa]re|[Mm]eans?|[Rr]efers? to|[Dd]enotes?|[Dd]escribes?) )/u;
const PLURAL = /[^isu]s$/;
/** A capital in the first sentence, behind its first word. */
const NAMES = /^\S+ [^.]*\p{Lu}/u;

/**
 * Whether what a list says of one word reads as a definition. A fact about an article, a treaty or a
 * body names somebody or says what was done, and many of its labels are plurals.
 */
function defines(term: string, said: string): boolean {
  if (OF_KIND.test(said)) return true;
  const [first = ''] = said.split(' ', 1);
  const isPhrase = first.toLowerCase() === 'the' || !isSmallWord(first.toLowerCase());
  return isPhrase && !PLURAL.test(term) && !NAMES.test(said) && !isParticiple(said);
}

/** Whether a text is made of names and figures, as facts in a list are. */
function isFact(said: string, words: readonly string[]): boolean {
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  const isFull = words.length >= FEWEST_WORDS_IN_LIST && small >= words.length * LEAST_SMALL;
  return !isFull || /^\d/.test(said) || FIGURES.test(said);
}

/** Longest sentence that is read around a term, on each side, in UTF-16 code units. */
const REACH = 400;
const SENTENCE_END = /[.!?。！？]["”’)]*\s+(?=\P{Ll})/gu;

/** What stands behind a term in a sentence that says what it means. */
const SAYS_BEHIND =
  /^["”’)]*(?: ?\([^()]{1,80}\))?(?:, [^,.]{1,80},)? (?:is|are|was|were|means?|refers to|denotes?|describes?|stands for|ist|sind|bezeichnet|est|sont|désigne|es|son)\b/;
const SAYS_BEHIND_HANGUL =
  /^["”’)]*(?: ?\([^()]{1,80}\))?(?:이?란|[은는]|이라 함은)\s.*(?:말한다|뜻한다|의미한다|가리킨다|일컫는다|이다|다)[.”’]*$/;
const SAYS_BEFORE = /\b(?:called|known as|termed|dubbed|named) (?:an? |the )?["“‘]?$/;

/** The sentence around a term, if it says what the term means; else null. */
export function sentenceThatDefines(text: string, { start, end }: Span): Span | null {
  const from = Math.max(0, start - REACH);
  const before = text.slice(from, start);
  const last = [...before.matchAll(SENTENCE_END)].at(-1);
  if (!last && from > 0) return null;
  const first = from + (last ? last.index + last[0].length : 0);
  const after = text.slice(end, end + REACH);
  const next = [...after.matchAll(SENTENCE_END)][0];
  if (!next && end + REACH < text.length) return null;
  const rest = after.slice(0, next ? next.index + next[0].length : after.length).trimEnd();
  const flat = rest.replace(/\s+/g, ' ');
  const lead = text.slice(first, start).replace(/\s+/g, ' ');
  const says = SAYS_BEHIND.test(flat) || SAYS_BEHIND_HANGUL.test(flat) || SAYS_BEFORE.test(lead);
  if (!says || saysNothing(lead + flat)) return null;
  const sentence = { start: first, end: end + rest.length };
  return isExplanation(text.slice(start, end), lead + flat, false) ? sentence : null;
}
