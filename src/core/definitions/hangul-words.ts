/** Tells which Korean words may be part of a name, and which only stand beside one. */

import { isParticles } from '../text/particles.ts';

/**
 * A person's name in three syllables, behind which lists and sports news put the initials of a party
 * or a club: 이정후(SF), 이강인(PSG). The surnames are the commonest, the others such as given names
 * are made of, but for 원, on which names of institutes end (한수원).
 */
const PERSON =
  /^[강고권김남노문박배백서손송신심안양오유윤이임장전정조최한허홍황][강건경규근기남도동라리림명민범석선섭성수숙순승아영예용우욱웅은의인재정제종주준중지진찬창철태택하학한현형혜호환효후훈희]{2}$/;

/** Whether a word looks like the name of a person. */
export const isPerson = (word: string): boolean => PERSON.test(word);

/** Nouns of place and rank that stand before a name without belonging to it. */
const OUTSIDE = new Set(
  (
    '한미 한·미 한ㆍ미 한미일 한·미·일 미국 미 한국 한 우리 북한 북 중국 중 일본 일 러시아 러 영국 영 ' +
    '독일 프랑스 유럽 나토 정부 양국 이번 올해 지난해 최근 현재 당시 이른바 일명 소위 고위급 새 신설 등 및 또 각 매년'
  ).split(' '),
);
/** Endings of verbs, adverbs and nouns with a particle. */
const INFLECTED =
  /(?:[은는을를의에로와과도만]|에서|으로|에게|부터|까지|라는|라고|하는|했던|[가-힣]고|[다며면서한된할될인]|적)$/;
/** Fewest syllables of an inflected word: shorter nouns may have such an ending (협의, 통과). */
const INFLECTED_LEAST = 3;

/** Whether a word is a noun of place or rank, bare or as a subject: 북한이, 정부가. */
export const isOutside = (word: string): boolean =>
  OUTSIDE.has(word) || (isSubject(word) && OUTSIDE.has(word.slice(0, -1)));

/** 가 behind a vowel and 이 behind a consonant end a subject (호주가), else a noun (국가, 차이). */
const isSubject = (word: string): boolean =>
  /[이가]$/.test(word) && isParticles(word.slice(0, -1), word.slice(-1));

/** Whether a word may belong to the name behind it. */
export const standsBefore = (word: string): boolean =>
  !isOutside(word) && (word.length < INFLECTED_LEAST || !(INFLECTED.test(word) || isSubject(word)));

/** Endings that no noun has: of verbs (요격하고), and particles. */
const NO_NOUN =
  /(?:[하되이][고며]|[하되]면|[한된했됐있없였았었겠이]다|면서|해서|에서|에게|부터|까지|으로|[를는])$/;
/** A model, behind which its class stands: 화성-17형(ICBM). */
const MODEL = /-.*\d|\d.*-|\d[가-힣]?형$/;
/** What a body is, of which no acronym is made: 정보기관(CIA), 방송사(KBS). */
const KIND = /(?:^|\s)(?:[가-힣]{0,2}(?:기관|매체|업체)|(?:방송|통신|신문|언론)사|싱크탱크)$/;
/** The same where the word stands alone: 협의체(NCG), but 안보 협의체(SCG). */
const KIND_ALONE = /^(?:협[의력]체|연합체|위원회|사령부|연구[소원]|미사일|컨소시엄)$/;

/** Whether what stands before a bracket, or in it, may be a name by its last word. */
export const endsName = (long: string): boolean =>
  !NO_NOUN.test(long) && !MODEL.test(long) && !KIND.test(long) && !KIND_ALONE.test(long);
