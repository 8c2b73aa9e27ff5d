/** Finds institutions without a head noun by what they do: "the Pentagon said", 나토 회원국. */
import type { Span } from '../../text/span.ts';
import { findAll } from '../prose/matches.ts';
import { LATIN_HEADS } from './kinds.ts';

const ONE = String.raw`\p{Lu}\p{Ll}{2,}`;
/** A seat with one word before it names one institution: "the White House". */
const SEAT = String.raw`\p{Lu}\p{Ll}{2,} (?:House|Palace|Court|Bank)`;
const NAME = `(?<name>${SEAT}|${ONE})`;
const DOES =
  '(?:said|says|told|announced?|declined?|denie[sd]|confirm(?:s|ed)|den(?:ies|ied)|refused?|ordered|approved|rejected|urged|warn(?:s|ed)|acknowledged|responded|accused|condemned|pledged|vowed|hopes|plans to|wants|insist(?:s|ed))';
const BETWEEN = String.raw`(?:(?:has|have|had|also|then|later|earlier|since|\p{Ll}+ly) )*`;
const SPOKE = `(?:['’]s (?:press secretary|spokes(?:man|woman|person)|chief))?`;
/** "the Pentagon has declined", "…," said the Kremlin. */
const SUBJECT = new RegExp(
  String.raw`\b[Tt]he ${NAME}${SPOKE} ${BETWEEN}${DOES}\b|[”"] said the (?<behind>${SEAT}|${ONE})(?! \p{Lu})\b`,
  'gu',
);
/** Only bodies with members have a secretary general: "Nato secretary general". */
const SECRETARY = new RegExp(
  String.raw`(?<![\p{L}.-] ?)(?<name>${ONE})(?:['’]s)? (?:secretary[- ]general|Secretary[- ]General)\b`,
  'gu',
);
const MEMBERS =
  /(?<![가-힣A-Za-z\d·])(?<name>[가-힣]{2,5})(?:의)? (?:회원국|사무총장|사무국)(?=$|[^가-힣]|[가-힣]{1,2}(?![가-힣]))/gu;

/** Words with a capital that mean a person, a people, a region, a paper or a common institution. */
const NO_ACTOR = new RegExp(
  `(?:an|s|i|ese|ish|ist|yst|er|or|ic|${LATIN_HEADS.join('|')})$|^(?:North|South|East|West|French|Dutch|Welsh|Arab|President|King|Prince|Pope|General|Admiral|Secretary|Chief|Judge|Justice|Court|Crown|State|Government|Administration|Cabinet|Parliament|Senate|Congress|House|Bank|Army|Navy|Guard|Police|Treasury|Church|Party|Opposition|Press|Post|Journal|Herald|Guardian|Telegraph|Gazette|Tribune|Mail|Sun|Globe|Chronicle|Star|Standard|Independent|Daily|Bible|Constitution|Republic|Kingdom|Commonwealth|Federation|Company|University|Hague|Congo|Sudan|Gambia|One|Man|Woman|The|Their|Our|Latter|Deputy|Assistant|Acting|Current|New|Then|Outgoing|Incoming|Next|First|This|That|And|But|As)$`,
  'u',
);
/** First words of seats that many countries have: "Supreme Court", "Central Bank". */
const COMMON_SEAT =
  /^(?:Supreme|High|Higher|Lower|Upper|Central|District|Federal|National|Regional|Appeals|Opera|Press|Foreign|Home|Head|Field|Royal|Presidential|State|Full|Guest|Bank|World|The|Post) /;
/** Institutions that end as words for persons and peoples do. */
const STILL_ACTOR = /^(?:Vatican|Taliban|Bundesbank)$/;
const NO_KOREAN_ACTOR =
  /(?:당|회|기구|연맹|연합|협회|의|들|국|한|는|은|이|가|을|를|된|할|운|로|던|적|및|등|그|각)$|^(?:한미일|한중일|한미|한일|한중|남북|미일|북미|조약도|신규|기존|주요|일부|모든|전체|다른|해당|초대|차기|신임|전임|현직|전직|당시|제\d대|국제|유럽|아랍|아프리카|아시아|서방)/;

/** Find names of institutions by what they do, or by what only institutions have. */
export function findActors(words: string): Span[] {
  if (/[가-힣]/.test(words)) return findKorean(words);
  const found: Span[] = [];
  for (const match of [...findAll(SUBJECT, words), ...findAll(SECRETARY, words)]) {
    const name = match.groups?.name ?? match.groups?.behind ?? '';
    if (!isActor(name)) continue;
    const start = match.index + match[0].indexOf(name);
    found.push({ start, end: start + name.length });
  }
  return found;
}

function isActor(name: string): boolean {
  if (name.includes(' ')) return !COMMON_SEAT.test(name);
  return STILL_ACTOR.test(name) || !NO_ACTOR.test(name);
}

function findKorean(words: string): Span[] {
  return findAll(MEMBERS, words).flatMap(({ groups, index }) => {
    const name = groups?.name ?? '';
    return NO_KOREAN_ACTOR.test(name) ? [] : [{ start: index, end: index + name.length }];
  });
}
