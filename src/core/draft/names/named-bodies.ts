/** Proper names of bodies, alliances, commands, ministries, think tanks and agreements. */
import type { Span } from '../../text/span.ts';
import type { DraftKind } from '../format/draft-types.ts';
import { findAll } from '../prose/matches.ts';
import { guessKind, KOREAN_HEADS, KOREAN_MINISTRY, LATIN_HEADS, SOFT_HEADS } from './kinds.ts';

/** A proper name in a text. */
export interface NamedBody extends Span {
  readonly kind: DraftKind | null;
}

const HEAD = new RegExp(
  String.raw`\b(?:${[...LATIN_HEADS, ...SOFT_HEADS.split(' ')].join('|')})\b`,
  'g',
);
const IS_SOFT = new RegExp(`^(?:${SOFT_HEADS.replaceAll(' ', '|')})$`);
/** Words behind a name by which it is a body: "…, set up in 1982", "… is based at". */
const TOLD =
  /^(?: ?\([^()]{2,60}\))?,? (?:(?:is|are|was|were) )?(?:set up|founded|created|established|launched|formed|based|headquartered) /;
const CAPITAL = String.raw`[A-ZÀ-Þ][\p{L}\p{N}&+’'-]*`;
/** Words that names are joined with; "and" only between capitals. */
const LEFT = new RegExp(
  String.raw`(?<![\p{L}.-])(?:(?:${CAPITAL}|(?:[A-Z]\.){2,}|(?<=\p{L} )\d{1,2})(?: (?:and|&|(?:of|for|on)(?: the)?))? )+$`,
  'u',
);
const DAY_OR_MONTH =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)';
const WORD = `(?!${DAY_OR_MONTH}\\b|Against\\b)${CAPITAL}`;
const RIGHT = new RegExp(
  `^(?: ${WORD}){0,3}(?: (?:of|for|on|[Aa]gainst)(?: the)? ${WORD}(?:(?: |,? and | of | for | against | of and | in (?=${CAPITAL},))${WORD}|, ${WORD}(?=(?:,? ${CAPITAL})*,? and ))*)?(?: in (?:Europe|Asia|Africa|America|the Pacific|the Americas|the Middle East))?`,
  'u',
);
/** "Transition Mission in Somalia": the place of a mission is part of its name. */
const IS_SENT = /^(?:Mission|Force|Operations?)$/;
const ABROAD = /^ in (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}\p{L}+)?/u;
/** Offices behind the name of a body: "Secretary-General", "Spokesman". */
const OFFICE =
  / (?:Secretary|Secretary-General|President|Minister|Director|Chief|Chairman|Chair|General|Commander|Spokes\p{Ll}+|Ambassador|Deputy|Commissioner|Leader|Member|Members)\b.*$/u;

/** Words with a capital that begin a sentence, or stand before a name without being part of it. */
const NOT_FIRST =
  /^(?:Courtesy|The|A|An|This|That|These|Those|Its|Their|His|Her|Our|In|At|On|By|For|From|To|Through|Into|Against|Between|Among|Within|During|Despite|Unlike|Like|Via|Last|Next|And|But|Or|Of|When|While|After|Before|With|Under|However|Both|Each|Some|Since|As|If|What|How|Why|Where|Who|Yesterday|Today|Tomorrow|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Nor|So|Yet|Take|Consider|Then|Meanwhile|President|Secretary|Minister|Director|Chairman|Former|U\.S\.-\S+|\S+-(?:U\.S\.|US|Korea|Japan|China|Russia|India)|ROK-US)(?: |$)(?:of |the )?/;
/** Descriptions of bodies that every country has: they are names only with a country or "of". */
const GENERIC =
  /^(?:(?:Foreign|Defen[cs]e|Finance|Interior|Justice|Trade|Health|Education|Unification|State|Home|Treasury|Police|Fire|Executive|Joint|Special|Standing|Steering|Framework|Free|Peace|Bilateral|Military|Armed|National|Security|Air|Ground|Naval|News|Working|Final|New|Draft|Editorial|and) )+\p{Lu}\p{L}+$/u;
/** Names of generic words that mean one body all the same. */
const KNOWN_GENERIC = /^(?:National Security Council|Security Council|State Department)$/;
/** How far a name may reach to the left of its head, in UTF-16 code units. */
const REACH = 90;

/** Find the proper names whose head noun says what they are. */
export function findNamedBodies(words: string): NamedBody[] {
  return [...findLatin(words), ...findFormats(words), ...findHangul(words)];
}

function findLatin(words: string): NamedBody[] {
  const found: NamedBody[] = [];
  let done = 0;
  for (const { 0: head, index } of findAll(HEAD, words)) {
    if (index < done) continue;
    const from = Math.max(done, index - REACH);
    const before = LEFT.exec(words.slice(from, index))?.[0] ?? '';
    const after = (
      RIGHT.exec(words.slice(index + head.length, index + head.length + REACH))?.[0] ?? ''
    ).replace(OFFICE, '');
    const where =
      IS_SENT.test(head) && after === ''
        ? (ABROAD.exec(words.slice(index + head.length))?.[0] ?? '')
        : after;
    const name = `${before}${head}${where}`;
    const lead = lengthOfLead(name);
    const skip = lead + lengthOfOwner(name.slice(lead), head);
    const bare = name.slice(skip).replace(/['’]s?$/, '');
    done = index + head.length;
    const behind = words.slice(index - before.length + skip + bare.length);
    if (!isName(bare, head, behind)) continue;
    const start = index - before.length + skip;
    found.push({ start, end: start + bare.length, kind: guessKind(bare) });
    done = start + bare.length;
  }
  return found;
}

/** How much of a run of capitals stands before the name itself. */
function lengthOfLead(name: string): number {
  let skip = 0;
  for (;;) {
    const rest = name.slice(skip);
    const owner = /^.*?['’]s? (?=\p{Lu})/u.exec(rest)?.[0];
    const lead = owner ?? NOT_FIRST.exec(rest)?.[0];
    const isHyphened = lead !== undefined && owner === undefined && /-\S+ $/.test(lead);
    // "the NATO-Russia Council": what stands before the head alone belongs to it.
    if (isHyphened && !rest.slice(lead.length).includes(' ')) return skip;
    if (lead === undefined || lead.length === rest.length) return skip;
    skip += lead.length;
  }
}

function isName(name: string, head: string, behind: string): boolean {
  if (name === head || !/^\p{Lu}/u.test(name) || !name.includes(head)) return false;
  const isSoft = IS_SOFT.test(head);
  if (isSoft && (GENERIC.test(name) || !(EXPLAINED.test(behind) || TOLD.test(behind))))
    return false;
  if (/\b(?:News|Photo) Agency$/.test(name)) return false;
  const isOneOfAKind = EXPLAINED.test(behind) && !/(?:Ministry|Department)$/.test(name);
  return KNOWN_GENERIC.test(name) || isOneOfAKind || !GENERIC.test(name);
}

/** Words right behind a name that say what it is. */
export const EXPLAINED =
  /^["”’']?(?: ?\([^()]{2,60}\))?, (?:(?:an?|the|one) [\p{Ll}\d]|(?:which|whose) )/u;

/** "Tessa Oru of the [Strand Institute]", "Summit of the [X Union]": where the body's own name begins. */
function lengthOfOwner(name: string, head: string): number {
  const at = name.slice(0, name.indexOf(head)).lastIndexOf(' of the ') + 8;
  const rest = name.slice(at);
  const isOwn = at > 8 && rest !== head && !/^of\b/.test(rest) && rest.indexOf(' ') > 0;
  return isOwn && !LATIN_HEADS.some((it) => name.slice(0, at).includes(it)) ? at : 0;
}

/** "2+2 working group": a format that is named by the seats on either side. */
const FORMAT =
  /(?<![\p{L}\p{N}+-])(?:\d\+\d(?:\+\d)?|(?:[Tt]wo|[Tt]hree)-plus-(?:one|two|three)) (?:\p{Ll}+ ){0,2}(?:group|dialogue|talks|forum|format|mechanism|committee|council|framework)(?!\p{L})/gu;

function findFormats(words: string): NamedBody[] {
  return findAll(FORMAT, words).map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
    kind: 'body',
  }));
}

/** What ends a Korean name: no letter, or a particle. */
const END =
  '(?=$|[^가-힣]|(?:은|는|이|가|을|를|의|에|에서|와|과|도|로|으로|만|인|까지|부터|측|이다|다)(?![가-힣]))';
const HANGUL_NAME = new RegExp(
  String.raw`(?<![가-힣A-Za-z\d·+])([가-힣A-Za-z\d·+]*?)(${KOREAN_HEADS.join('|')})${END}`,
  'gu',
);
/** Names of countries before a ministry: Korean papers mean their own without one. */
const FOREIGN =
  '(?:(?:미국|미|중국|일본|러시아|러|영국|북한|북|독일|프랑스|우크라이나|이스라엘|이란|대만|베트남|필리핀|호주|캐나다|인도|튀르키예) )?';
const MINISTRY = new RegExp(`(?<![가-힣A-Za-z\\d·])${FOREIGN}${KOREAN_MINISTRY}${END}`, 'gu');
/** 한일국방정책실무회의: a word of this length is a name and no common noun. */
const LONG_MEETING = new RegExp(
  `(?<![가-힣A-Za-z\\d·+])(?:[가-힣]{5,}(?:회의|심포지엄)|[가-힣]{4,}(?:센터|사무국|사무소)|(?:한미일|한중일|한미|한일|한중|남북|북미|미일)(?: \\d국)? ?(?:협력)?사무국)${END}`,
  'gu',
);
/** ‘벨름 협력 프레임워크’: quotation marks show where a name of several words begins. */
const QUOTED = new RegExp(
  String.raw`[‘'“]([가-힣\d·]+(?: [가-힣\d·]+){1,4}? ?(?:${KOREAN_HEADS.join('|')}))[’'”]`,
  'gu',
);
const WORD_BEFORE = /(?<![가-힣A-Za-z\d·+])[가-힣A-Za-z\d·+]+ $/u;
/** Words before a head that are no part of a name. */
const NO_NAME =
  /(?:은|는|이|가|을|를|의|에|에서|와|과|도|로|으로|한|할|된|될|하는|적|던|운|른|런|라는|및|등|새|각|이번|그|저|온|진|긴|낸|든|킨|친|만든|한미|양국|고위급|정부|다자|국제|안보|군사|상설|실무|비공식|공식|준비|운영|집행|상임|특별|자문|공동|지역|민간|독립|전문|년|옛|구|신|업무|양해|수정|추가|산하|소속|올해|내년|지난해|작년|다음|차기|최근|현재|이후|이전)$/;
/** 감시 기구다, 합동 사령부로: a predicate, which says what a thing is and is no name. */
const IS_PREDICATE =
  /^(?:이?다(?![가-힣])|이?며(?![가-힣])|이고(?![가-힣])|였다|이었다|(?:으?로),)/;
/** "미군 최대의 통합전투사령부다": what stands before makes the noun one of a class. */
const OF = /[가-힣](?:의|된|는|한) $/;
/** Most syllables before the head of a class that is no name: 의결기구, 통합사령부. */
const LONGEST_CLASS = 2;
/** Longest word before a name that is looked at, in UTF-16 code units. */
const MAX_WORD = 24;

function findHangul(words: string): NamedBody[] {
  if (!/[가-힣]/.test(words)) return [];
  const headed = findAll(HANGUL_NAME, words).flatMap(
    ({ 0: match, 1: stem = '', index }): NamedBody[] => {
      const end = index + match.length;
      const before =
        stem === ''
          ? (WORD_BEFORE.exec(words.slice(Math.max(0, index - MAX_WORD), index))?.[0] ?? '')
          : '';
      const own = stem === '' ? before.trimEnd() : stem;
      const isPhrase =
        IS_PREDICATE.test(words.slice(end)) &&
        (stem.length <= LONGEST_CLASS || OF.test(words.slice(0, index)));
      if (own === '' || NO_NAME.test(own) || isPhrase) return [];
      const start = index - before.length;
      return [{ start, end, kind: guessKind(words.slice(start, end)) }];
    },
  );
  const quoted = findAll(QUOTED, words).map(({ 1: name = '', index }): NamedBody => {
    const start = index + 1;
    return { start, end: start + name.length, kind: guessKind(name) };
  });
  const talks = findAll(LONG_MEETING, words).map(
    ({ 0: match, index }): NamedBody => ({ start: index, end: index + match.length, kind: 'body' }),
  );
  const ministries = findAll(MINISTRY, words).map(
    ({ 0: match, index }): NamedBody => ({
      start: index,
      end: index + match.length,
      kind: 'ministry',
    }),
  );
  const isInQuotes = ({ start, end }: Span) =>
    quoted.some((it) => it.start <= start && end <= it.end);
  return [...quoted, ...headed.filter((it) => !isInQuotes(it)), ...talks, ...ministries];
}
