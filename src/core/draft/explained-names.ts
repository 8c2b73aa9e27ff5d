/** Names without a head noun, told by the words that explain them: "a mission called Amber Watch". */

import { type ClassKind, isPerson, kindOfClass, namesClass } from './class-nouns.ts';
import { uses } from './heuristics.ts';
import { findAll } from './matches.ts';
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
  String.raw`\b[Tt]he ["“]?${NAME}["”]?(?:,| is| was) (?<phrase>(?:an?|the|one) (?:[^,;:.()]|[,.](?=\d)){4,120})`,
  // "Amber is a mission of …"
  `(?<=^|[.!?]”? )${NAME} (?:is|was) (?<phrase>(?:an?|the|one) (?:[^,;:.()]|[,.](?=\\d)){4,120})`,
  // "Amber-8, the organisation of …"
  `(?<=^|[.!?]”? )${NAME}, (?<phrase>(?:an?|the) (?:[^,;:.()]|[,.](?=\\d)){4,120})`,
  // "What is amberlock? It is the clause that …"
  String.raw`\bWhat (?:is|are) (?:the |an? )?(?<name>[\p{L}][\p{L}\d-]{3,}(?: [\p{L}\d-]{3,}){0,2})\?["”]? (?:It|They|This) (?:is|are) (?<phrase>(?:an?|the|one) (?:[^,;:.()]|[,.](?=\d)){4,120})`,
  // "Exercise Amber Shield"
  String.raw`\b(?<name>(?:Exercise|Operation|Task Force) ${CAPITAL}(?: ${CAPITAL})?)(?<phrase>)`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** Capitals of which a phrase makes no body: peoples, places, days, persons with a title. */
const NO_BODY =
  /(?:an|ans|ese|ish|ists|ers|day|Sea|Ocean|Gulf|Strait|Straits|Peninsula|Islands?|River|Baltic|Atlantic|Pacific|Balkans|Arctic|Minister|President|Secretary|Ambassador|General|Admiral|Chairman|Prince|King|Queen|Pope|States|Kingdom|Republic|Netherlands|Philippines|War|North|South|East|West|Bank|Strip|Bay|Canal|Channel|Province|Region|Shoal|Reef|Desert|Mountains|Times|Post|Gazette|Courier|Herald|News)$/;

/** "One of the countries", "a small state". */
const NATIONS =
  /^(?:an?|the|one) (?:of (?:the )?)?(?:(?!of )[\p{L}-]+ ){0,3}(?:country|countries|states?|nations?)\b(?! (?:institute|agency|council))/iu;
/** Capitals that only begin a sentence. */
const NO_START =
  /^(?:The|A|An|It|This|That|These|Those|Its|Their|Here|There|What|Who|Which|He|She|They|We|I|One|Another|Part|Head|Home|Seat|Through|With|Under|From|To|For|By|After|Before|During|Since|Within|Like|Unlike|Even|Only|Despite|Nor|In|On|At|But|And|Such)\b/;

/** Find names by what they are said to be: a body, a pact, a command; no concept and no company. */
export function findExplained(words: string): NamedBody[] {
  if (/[가-힣]/.test(words) || !uses('explained')) return [];
  return PATTERNS.flatMap((pattern, i) =>
    findAll(pattern, words).flatMap(({ 0: match, index, groups }): NamedBody[] => {
      const { name: owned = '', phrase = '' } = groups ?? {};
      const raw = owned.replace(/^.*['’]s (?=\p{Lu})/u, '');
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
        NO_START.test(name);
      if (isNone || (!isTitled && !namesClass(phrase))) return [];
      const start = index + match.indexOf(raw, i === 0 ? phrase.length : 0);
      return [{ start, end: start + name.length, kind }];
    }),
  );
}
