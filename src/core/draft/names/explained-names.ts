/** Finds names without a head noun by their explanation: "a mission called Amber Watch". */

import {
  type ClassKind,
  headOf,
  isPerson,
  KOREAN_CLASS,
  kindOfClass,
  namesClass,
} from '../prose/class-nouns.ts';
import { uses } from '../prose/heuristics.ts';
import { findAll } from '../prose/matches.ts';
import { guessKindOfNoun, LATIN_HEADS } from './kinds.ts';
import type { NamedBody } from './named-bodies.ts';
import { CAPITAL } from './proper-names.ts';

/** What a name may end with in small letters: "the Velm accord", "the Amber gap". */
const TAIL =
  '(?: (?:accords?|pact|treaty|agreement|deal|process|memorandum|declaration|protocol|gap|line|doctrine|plan|format|group|talks|summit|forum|dialogue|coalition|alliance|mission|triangle))?';
const NAME = `(?<name>${CAPITAL}(?: (?:of |for |on )?(?:the )?${CAPITAL}){0,5}${TAIL})`;
const PATTERNS = [
  // "a mission called Amber Watch"
  String.raw`(?<phrase>\b(?:an?|the|its|their) (?:[\p{L}\p{N}’'-]+ ){1,6}?)(?:called|named|dubbed|known as|code-?named) (?:the )?["“‘]?${NAME}`,
  // "the Amber Triangle, a forum of …"; "The Amber Triangle is a forum of …"
  String.raw`\b[Tt]he ["“]?${NAME}["”]?(?:,| is| was|, which (?:is|was)(?: what [^,;:.()]{3,30} calls?)?) (?<phrase>(?:an?|the|one) (?:[^,;:.()]|[,.](?=\d)){4,120})`,
  // "Amber is a mission of …"
  `(?<=^|[.!?]”? )${NAME} (?:is|was) (?<phrase>(?:an?|the|one) (?:[^,;:.()]|[,.](?=\\d)){4,120})`,
  // "Amber-8, the organisation of …"
  `(?<=^|[.!?]”? )${NAME}, (?<phrase>(?:an?|the) (?:[^,;:.()]|[,.](?=\\d)){4,120})`,
  // "… told Ambra, the Union’s border agency, …"
  String.raw`\b(?:by|to|from|with|of|for|and|joined|told|through|called|in|on|about|against|into|over|under|says|said) (?<name>${CAPITAL}(?: ${CAPITAL}){0,2}), (?<phrase>(?:an?|the|\p{Lu}[\p{L}.-]*['’]s) (?:[^,;:.()]|[,.](?=\d)){4,120})`,
  // "What is amberlock? It is the clause that …"
  String.raw`\b(?:[Ww]hat (?:is|are|about|of)|And) (?:the |an? )?(?<name>[\p{L}][\p{L}\d-]{3,}(?: [\p{L}\d-]{3,}){0,2})\?["”]? (?:It|They|This|That) (?:is|are|was|were) (?<phrase>(?:an?|the|one) (?:[^,;:.()]|[,.](?=\d)){4,120})`,
  // "Exercise Amber Shield"
  String.raw`\b(?<name>(?:Exercise|Operation|Task Force) ${CAPITAL}(?: ${CAPITAL})?)(?<phrase>)`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** Capitalised words that no phrase makes a body: peoples, places, days, persons with a title. */
const NO_BODY =
  /(?:an|ans|ese|ish|ists|ers|day|Sea|Ocean|Gulf|Strait|Straits|Peninsula|Islands?|River|Baltic|Atlantic|Pacific|Balkans|Arctic|Minister|President|Secretary|Ambassador|General|Admiral|Chairman|Prince|King|Queen|Pope|States|Kingdom|Republic|Netherlands|Philippines|War|North|South|East|West|Bank|Strip|Bay|Canal|Channel|Province|Region|Shoal|Reef|Desert|Mountains|Times|Post|Gazette|Courier|Herald|News)$/;

/** Words that name neither a place nor a person. */
const STRONG =
  /(?:agency|mission|operation|alliance|pact|treaty|exercise|drill|command|organi[sz]ation|watchdog|think tank|bloc|task force|patrol|coalition|agreement|forum)$/i;
/** "One of the countries", "a small state". */
const NATIONS =
  /^(?:an?|the|one) (?:of (?:the )?)?(?:(?!of )[\p{L}-]+ ){0,3}(?:country|countries|states?|nations?)\b(?! (?:institute|agency|council))/iu;
/** Words that have a capital only because they begin a sentence. */
const NO_START =
  /^(?:The|A|An|It|This|That|These|Those|Its|Their|Here|There|What|Who|Which|He|She|They|We|I|One|Another|Part|Head|Home|Seat|Through|With|Under|From|To|For|By|After|Before|During|Since|Within|Like|Unlike|Even|Only|Despite|Nor|In|On|At|But|And|Such)\b/;
/** Adverbs that begin a sentence and join it to the one before: a closed class, and all in -ly. */
const SENTENCE_ADVERB =
  /^(?:However|Meanwhile|Moreover|Furthermore|Nevertheless|Nonetheless|Notwithstanding|Therefore|Thus|Hence|Thereby|Instead|Still|Yet|Then|Now|Later|Earlier|Today|Yesterday|Tomorrow|Tonight|Overall|First|Second|Third|Last|Next|Also|Too|Perhaps|Maybe|Once|Twice|Again|Besides|Otherwise|Elsewhere|Abroad|Afterwards?|Beforehand|Thereafter|Henceforth|Indeed|Likewise|Anyway|Regardless|Alone|Together|Often|Sometimes|Never|Always|So|\p{Lu}\p{Ll}+ly)$/u;

/** "Tessa Oru of the [Strand Circle]": what is explained is the person, and not the body. */
function cutPerson(name: string): string {
  const lead =
    /^(?:\p{Lu}[\p{L}.-]+ ){2,3}(?:of|from|at) (?:the )?(?=\p{Lu})/u.exec(name)?.[0] ?? '';
  return LATIN_HEADS.some((head) => lead.includes(head)) ? name : name.slice(lead.length);
}

/** "the Velm Institute for [Harbour Studies]": the end of a longer name. */
const IS_LATER_PART = /\p{Lu}[\p{L}-]* (?:of|for|on|and) (?:the )?$/u;

/** Find names by what they are said to be: a body, a pact, a command; no concept and no company. */
export function findExplained(words: string): NamedBody[] {
  if (!uses('explained')) return [];
  if (/[가-힣]/.test(words)) return findKorean(words);
  return PATTERNS.flatMap((pattern, i) =>
    findAll(pattern, words).flatMap(({ 0: match, index, groups }): NamedBody[] => {
      const { name: owned = '', phrase = '' } = groups ?? {};
      const raw = cutPerson(owned.replace(/^.*['’]s (?=\p{Lu})/u, ''));
      const name = raw.replace(/['’]s?$/, '');
      const isTitled = i === PATTERNS.length - 1;
      const isAsked = i === PATTERNS.length - 2;
      const kind: ClassKind | null = isTitled ? 'body' : kindOfClass(phrase);
      const isNone =
        kind === null ||
        NATIONS.test(phrase) ||
        // A line and a clause have a name of several words, and an article.
        (kind === 'concept' && !isAsked && (i !== 1 || !name.includes(' '))) ||
        (!isTitled && NO_BODY.test(name)) ||
        isPerson(phrase) ||
        (i === PATTERNS.length - 3 && !STRONG.test(headOf(phrase))) ||
        NO_START.test(name) ||
        SENTENCE_ADVERB.test(name);
      if (isNone || (!isTitled && !namesClass(phrase))) return [];
      const start = index + match.indexOf(raw, i === 0 ? phrase.length : 0);
      if (IS_LATER_PART.test(words.slice(0, start))) return [];
      return [{ start, end: start + name.length, kind }];
    }),
  );
}

/** "물결대화는 … 회의다": a word that a sentence calls a body, and that the text uses again. */
const KOREAN = new RegExp(
  `(?<=^|[.?!”] )(?<name>[가-힣]{2,12})(?:은|는) (?<phrase>[^.“”]*?${KOREAN_CLASS})(?:이다|입니다|다|였다|이었다|(?:으로|로)(?=[,\\s]))`,
  'gu',
);
/** Words that refer to a thing and are no name. */
const NO_KOREAN_NAME = new RegExp(
  `^(?:이|그|저|이것|그것|이는|우리|여기|목표|목적|핵심|관건|문제|결과|대표|정부|당국|양국|한국|북한|미국|중국|일본|러시아|의제|성과|대안|방안|해법|내용|이유|쟁점|${KOREAN_CLASS})$`,
);
/** Words for events and ideas, which are no bodies. */
const NO_KOREAN_BODY =
  /(?:합의|제도|개념|전략|정책|공약|체제|계획|구상|활동|권한|권리|능력|시험|단계|사업|임무)$/;

function findKorean(words: string): NamedBody[] {
  return findAll(KOREAN, words).flatMap(({ index, groups }): NamedBody[] => {
    const { name = '', phrase = '' } = groups ?? {};
    const isUsed = words.indexOf(name, index + name.length) >= 0 || words.indexOf(name) < index;
    const isName = name.length > 3 || isUsed;
    if (!isName || NO_KOREAN_NAME.test(name) || NO_KOREAN_BODY.test(phrase)) return [];
    return [{ start: index, end: index + name.length, kind: guessKindOfNoun(phrase) }];
  });
}
