/** The parts of a Korean sentence that say what a body is. */
import type { Span } from '../../text/span.ts';
import { KOREAN_CLASS } from '../prose/class-nouns.ts';
import { endsInNoun } from '../prose/hangul-nouns.ts';
import { endOfSentence, type Gloss, TRUST } from './gloss.ts';

const NAME_END = '^["”’\']?(?:\\([^()]{2,40}\\))?["”’\']?';
/** X는 … 협의체다; X는 … 협의체로, …. */
const COPULA = new RegExp(
  `${NAME_END}(?:은|는|이란|란) ([^.]*?${KOREAN_CLASS}(?:이다|입니다|다|였다|이었다|였습니다|이었습니다|이며|이고|으로서|으로써|(?:으로|로)(?=[,\\s])|(?=이자 )))`,
);
const TOPIC = new RegExp(`${NAME_END}(?:은|는|이란|란) `);
const MEANS = new RegExp(
  `${NAME_END}(?:은|는|이란|란) [^.]*?(?:을|를) (?:말한다|뜻한다|가리킨다|말합니다|뜻합니다)`,
);
/** … 기구인 X. */
const APPOSED = new RegExp(`${KOREAN_CLASS}인 ["“‘']?(?:[가-힣·]+(?<![은는이가을를]) ){0,2}$`);
/** 장관이 만나는 X, 비용을 나누는 X: a verb with an object or a subject of its own. */
const ADNOMINAL =
  /(?:^|[,.”"] ?|[가-힣](?:은|는|며|고|지만|해) )((?:[^\s,.“”"()]+ ){0,8}?[^\s,.“”"()]+(?:을|를|이|가|에|로|와|과) (?:\S+ )?\S*(?:하|되|나누|만나|다루|맡|이끄|지키|돕|모이|있|잇|만드|쓰|사들이|묶|막|살피|정하|짜|기르|모으|겨루|짓|참여하|담당하|관리하|논의하)는 |(?:[^\s,.“”"()]+ ){0,8}?[^\s,.“”"()]+(?:을|를) 위한 )["“‘']?$/u;
const TRUST_ADNOMINAL = 0.6;

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
    const end = mention.end + copula[0].length;
    found.push({ start: mention.start, end, form: 'defines', confidence: TRUST.copula });
  } else if (MEANS.test(behind)) {
    const end = endOfSentence(words);
    found.push({ start: mention.start, end, form: 'defines', confidence: TRUST.copula });
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
    if (adnominal !== undefined) {
      const start = mention.start - adnominal.length;
      const end = mention.end + bracket;
      found.push({ start, end, form: 'describes', confidence: TRUST_ADNOMINAL });
    }
  }
  return found;
}
