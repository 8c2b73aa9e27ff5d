/** The parts of a Korean sentence that say what a body is. */
import type { Span } from '../../text/span.ts';
import { KOREAN_CLASS } from '../prose/class-nouns.ts';
import { endsInNoun } from '../prose/hangul-nouns.ts';
import { endOfSentence, type Gloss, TRUST } from './gloss.ts';

const NAME_END = '^["”’\']?(?:\\([^()]{2,40}\\))?["”’\']?';
/** X는 … 협의체다; X는 … 협의체로, …. */
const COPULA = new RegExp(
  `${NAME_END}(?:은|는|이란|란) ([^.]*?${KOREAN_CLASS}(?:이다|입니다|다|였다|이었다|였습니다|이었습니다|이며|이고|인데|이지만|이라|으로서|으로써|(?:으로|로)(?=,|\\s(?!시작|출발|태어|바뀌|바뀐|개편|격상|확대|전환|불리|알려))|(?=이자 )))`,
);
const TOPIC = new RegExp(`${NAME_END}(?:은|는|이란|란) `);
const MEANS = new RegExp(
  `${NAME_END}(?:은|는|이란|란) [^.]*?(?:을|를) (?:말한다|뜻한다|가리킨다|말합니다|뜻합니다)`,
);
/** … 기구인 X. */
const APPOSED = new RegExp(`${KOREAN_CLASS}인 ["“‘']?(?:[가-힣·]+(?<![은는이가을를]) ){0,2}$`);
/** 장관이 만나는 X, 비용을 나누는 X: a verb with an object or a subject of its own. */
const ADNOMINAL =
  /(?:^|[,.”"] ?|[가-힣](?:은|는|며|고|지만|해) )((?:[^\s,.“”"()]+ ){0,8}?[^\s,.“”"()]+(?:을|를|이|가|에|로|와|과) (?:\S+ )?(?!\S*(?:거부|비판|반대|주장|요구|우려|위협|비난|의심|촉구|경고|희망|기대|예상|전망|반박|부인|외면|걱정|고집)하는)(?!\S*(?:앞두|노리|원하|바라|믿|밝히|말하|당하|겪|꺼리|미루|기다리|피하|싫어하|잃|놓치)는)\S+는 |(?:[^\s,.“”"()]+ ){0,8}?[^\s,.“”"()]+(?:을|를) 위한 )["“‘']?$/u;
/** 합치는 소프트웨어는: what stands behind a clause about a noun is that noun, as the topic. */
const NOUN_AS_TOPIC = /(?:는|은|한|된|할|던|인) \S+는 $/;
const TRUST_ADNOMINAL = 0.6;
/** 방위사업청 산하 기관: what stands before tells of the noun behind. */
const IS_OF_NEXT =
  /^["”’']?(?:\([^()]{2,40}\))?(?:의)? ?(?:산하|소속|관계자|대변인|당국자|회원국|사무총장|출신|주도|본부장|연구위원)/;
/** X는 … 출입을 관리한다: what it does every day. */
const DOES = new RegExp(
  `${NAME_END}(?:은|는) [^.“”]*?(?:을|를) (?:함께 |직접 |나란히 )?\\S*(?:관리|감시|담당|지휘|조정|지원|연구|논의|협의|총괄|운영|뒷받침|검증|사찰|조사|감독|심의|의결|규제|제한|금지|보장|대표|주관|집행|수집|분석|평가|인증|공유|공급|훈련)(?:한다|하며|하고|합니다)`,
);
const HAS_DATE = /\d일|\d월|지난|이날|올해|내년|오는/;

/** "… 기관으로, 회원국의 무기 공동구매를 돕는다": what it does belongs to what it is. */
function endOfCopula(words: string, end: number): number {
  const rest = words.slice(end);
  const goesOn =
    /^, (?!.*(?:\d|지난))(?!.*[은는이가] )[^.“”]{4,60}(?<![았었했됐였렸났갔왔])다\.?$/.test(rest);
  return goesOn ? endOfSentence(words) : end;
}

/** … 협의체다: a sentence without a subject, below the heading that names it. */
const BARE_COPULA = new RegExp(
  `^[^.“”]{4,}?${KOREAN_CLASS}(?:(?:이다|입니다|다)[.]?$|(?:으로|로)(?=[,\\s]))`,
);

/** Find what a sentence says of one mention; `mention` counts from its beginning. */
export function findKoreanGlosses(words: string, mention: Span): Gloss[] {
  const found: Gloss[] = [];
  const before = words.slice(0, mention.start);
  const behind = words.slice(mention.end);
  if (mention.start === mention.end) {
    const bare = BARE_COPULA.exec(words)?.[0];
    const end =
      bare === undefined || words[bare.length] !== ',' ? endOfSentence(words) : bare.length;
    const confidence =
      bare !== undefined
        ? TRUST.copula
        : endsInNoun(words) && !/[“”]/.test(words)
          ? TRUST.restricted
          : 0;
    return confidence > 0 ? [{ start: 0, end, form: 'defines', confidence }] : [];
  }
  if (before.lastIndexOf('“') > before.lastIndexOf('”')) return [];
  const copula = COPULA.exec(behind);
  const nouns = copula?.[1] ?? '';
  if (copula !== null && !/[“”]/.test(nouns) && nouns.length > 4) {
    const end = endOfCopula(words, mention.end + copula[0].length);
    found.push({ start: mention.start, end, form: 'defines', confidence: TRUST.copula });
  } else if (MEANS.test(behind)) {
    const end = endOfSentence(words);
    found.push({ start: mention.start, end, form: 'defines', confidence: TRUST.copula });
  }
  const does = copula === null && !HAS_DATE.test(behind) ? DOES.exec(behind)?.[0] : undefined;
  if (does !== undefined) {
    const end = mention.end + does.length;
    found.push({ start: mention.start, end, form: 'describes', confidence: TRUST.serves });
  }
  const isNoun = copula === null && TOPIC.test(behind) && endsInNoun(behind);
  if (isNoun && !/[“”]/.test(behind)) {
    const end = endOfSentence(words);
    found.push({ start: mention.start, end, form: 'defines', confidence: TRUST.restricted });
  }
  const bracket = /^["”’']?(?:\([^()]{2,40}\))?/.exec(behind)?.[0].length ?? 0;
  if (APPOSED.test(before)) {
    const start = /[^,]*$/.exec(before)?.index ?? 0;
    const from = start + (words.slice(start).length - words.slice(start).trimStart().length);
    found.push({ start: from, end: mention.end, form: 'defines', confidence: TRUST.apposition });
  } else {
    const adnominal = ADNOMINAL.exec(before)?.[1];
    if (adnominal && !NOUN_AS_TOPIC.test(adnominal) && !IS_OF_NEXT.test(behind)) {
      const start = mention.start - adnominal.length;
      const end = mention.end + bracket;
      found.push({ start, end, form: 'describes', confidence: TRUST_ADNOMINAL });
    }
  }
  return found;
}
