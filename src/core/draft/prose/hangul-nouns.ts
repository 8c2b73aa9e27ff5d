/** Korean sentences that end in a noun. */
import { KOREAN_CLASS } from './class-nouns.ts';

/** X는 남북의 충돌을 막기 위해 그은 해상 경계선이다: a noun that a clause or an owner says more of. */
const NOUN_PREDICATE =
  /(?:[가-힣](?:는|은|운|의)|[한된린친낸진긴인힌룬둔든온선끈킨른]|위한|대한) (?:[^\s,.“”]+ ){0,3}?[^\s,.“”]+[가-힣](?:이다|이었다|였다|입니다|다)\.?$/u;
const NO_NOUN =
  /(?:아니|(?<![가-힣])크|다르|빠르|나쁘|느리|이르|바쁘|모르|따르|모자라)다\.?$|(?:만|때문|뒤|셈|것|전|탓|덕분|처음|번째|가운데|중|차례|상태|모양|참)(?:이다|이었다|였다|다)\.?$/;
const LAST_DA = /([가-힣])다\.?$/;
const WAS = new RegExp(`(?:이었다|입니다|이었습니다|${KOREAN_CLASS}였다)\\.?$`);

/** Whether a sentence ends in a noun with a copula: behind a vowel that is 다, else 이다. */
export function endsInNoun(words: string): boolean {
  const last = LAST_DA.exec(words)?.[1] ?? '';
  const isOpen = (last.charCodeAt(0) - 0xac00) % 28 === 0;
  return (isOpen || WAS.test(words)) && NOUN_PREDICATE.test(words) && !NO_NOUN.test(words);
}
