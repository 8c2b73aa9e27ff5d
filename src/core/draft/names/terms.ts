/** Names that have no head noun: concepts of the field, venues, acronyms that nobody spells out. */
import type { Span } from '../../text/span.ts';
import { findAll } from '../prose/matches.ts';

/**
 * Concepts of security policy, by what they are made of. Others are found where a text itself
 * defines them with a short form.
 */
const CONCEPT =
  /\b(?:(?:extended|nuclear|conventional|integrated|tailored|minimum|mutual) deterrence|nuclear (?:umbrella|sharing|triad|posture|doctrine|latency|blackmail|threshold)|strategic (?:assets|ambiguity|stability|autonomy|patience|depth|flexibility)|(?:tactical|theat(?:er|re)) nuclear weapons|missile (?:defen[cs]e|shield)|arms control|burden[- ]sharing|no[- ]first[- ]use|(?:first|second)[- ]strike|launch[- ]on[- ]warning|kill chain|freedom of navigation|collective (?:defen[cs]e|security|self-defen[cs]e)|gr[ae]y[- ]zone|hybrid war(?:fare)?|escalation (?:dominance|ladder|control)|security guarantees?|forward presence|area denial|export controls|confidence[- ]building measures)\b|확장\s?억제|핵우산|전략\s?자산|핵\s?공유|미사일\s?방어|군비\s?통제|킬체인|선제\s?타격|회색지대|집단\s?방위|방위비\s?분담/g;

/** Capitals that grow, or become one of another alphabet, when they are made small. */
const ODD_CAPITALS = /[\u0130\u212a]/g;

/** Find terms of the field, in capitals and small letters alike. */
export function findConcepts(words: string): Span[] {
  // To fold case while searching takes longer; a full stop keeps what grows in its place.
  return findAll(CONCEPT, words.replace(ODD_CAPITALS, '.').toLowerCase()).map(spanOf);
}

/** "signed at the Pentagon in Washington": a building with a name of its own and a town. */
const VENUE = /\bat the ([A-Z]\p{Ll}{3,})(?= in [A-Z]\p{Ll}+)/gu;

/** Find places that are named after "at the" and located in a town. */
export function findVenues(words: string): Span[] {
  if (!words.includes(' at the ')) return [];
  return findAll(VENUE, words).map(({ 0: match, 1: name = '', index }) => ({
    start: index + match.length - name.length,
    end: index + match.length,
  }));
}

const ACRONYM =
  /(?<![\p{L}\p{N}.&@/-])[A-Z]{3,8}(?:-\d{1,3}(?!\d))?(?![\p{Lu}\p{N}@]|-\p{Lu}|\.\p{L}|\p{Ll}[\p{Ll}\p{Lu}])/gu;
/** News agencies, countries, and what the news does not explain because everyone knows it. */
const NO_TERM = new Set(
  (
    'AFP UPI DPA EFE TASS KCNA CNN BBC NBC CBS ABC KBS MBC SBS YTN USA UAE DPRK ROK PRC CEO CFO COO ' +
    'GDP TV FAQ PDF URL HTML CCTV DVD SNS VIP GMT EST EDT KST CET UTC RSS AND THE FOR NOT BUT ALL ' +
    'NEW ITS HIS HER WHO WHY HOW YES JPG PNG APP'
  ).split(' '),
);

/** Whether letters are no term of the field: a news agency, a country, a time zone. */
export const isNoTerm = (form: string): boolean => NO_TERM.has(form);

/** Find acronyms of three letters and more, except in lines of capitals alone. */
export function findAcronyms(words: string): Span[] {
  return findAll(ACRONYM, words)
    .filter(({ 0: form, index }) => !NO_TERM.has(form) && !isShouted(words, index, form.length))
    .map((match) => withOwnName(words, spanOf(match)));
}

/** "EUFOR Althea": all missions of a kind share the letters, so the second word names this one. */
const MISSION = /^(?:EU[A-Z]{2,6}|[A-Z]{1,4}FOR)$/;
const OWN_NAME = /^ \p{Lu}\p{Ll}{3,}(?! \p{Lu})/u;

function withOwnName(words: string, { start, end }: Span): Span {
  const own = MISSION.test(words.slice(start, end))
    ? OWN_NAME.exec(words.slice(end))?.[0]
    : undefined;
  return { start, end: end + (own?.length ?? 0) };
}

/** Whether the words beside it are all capitals too. */
function isShouted(words: string, at: number, length: number): boolean {
  const before = /(\S+)\s$/.exec(words.slice(Math.max(0, at - 24), at))?.[1];
  const after = /^\s(\S+)/.exec(words.slice(at + length, at + length + 24))?.[1];
  const beside = [before, after].filter((word) => word !== undefined);
  return beside.length > 0 && beside.every((word) => /^\P{Ll}*\p{Lu}{3,}\P{Ll}*$/u.test(word));
}

const spanOf = ({ 0: match, index }: RegExpExecArray): Span => ({
  start: index,
  end: index + match.length,
});

/** "the E3, that is", "the G5 Sahel had": letters and how many take part. */
const COUNTED =
  /(?<=\b[Tt]he )(?:[BDEGNPQV]|NB)(?:[2-9]|1\d|20|77)(?: \p{Lu}\p{Ll}+)?(?=,| (?:has|have|had|is|are|was|were|sa(?:id|ys?)|met|meets?|will|would|countries|states|members|ministers|leaders|offered|wants?)\b)/gu;

/** Find groups that are named by the number of their members. */
export function findCounted(words: string): Span[] {
  return findAll(COUNTED, words).map(spanOf);
}
