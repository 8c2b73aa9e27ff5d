/** Nouns that say what kind of thing a body is: "a yearly conference", 협의체. */
import { uses } from './heuristics.ts';

/** A kind that a class noun tells. */
export type ClassKind =
  | 'think tank'
  | 'alliance'
  | 'command'
  | 'ministry'
  | 'agreement'
  | 'body'
  | 'concept';

/** English class nouns, by the kind that they tell. */
const CLASS_NOUNS: readonly (readonly [kind: ClassKind, nouns: string])[] = [
  ['think tank', 'think[- ]tanks?|(?:research|policy|studies) (?:institute|cent(?:er|re)|house)'],
  ['alliance', 'alliance|bloc|coalition|union|league'],
  [
    'command',
    'command|headquarters|fleet|force|troops|corps|battalion|brigade|task force|battlegroup|naval force|' +
      'military (?:unit|body|force)',
  ],
  ['ministry', 'ministry|department|(?:purchasing|procurement|intelligence) agency'],
  [
    'agreement',
    'agreement|treaty|pact|accord|declaration|deal|arrangements?|charter|convention|protocol|memorandum|' +
      'communiqué|document|compact|statement|resolution',
  ],
  [
    'body',
    'body|group|grouping|forum|council|committee|commission|panel|board|agency|mechanism|channel|' +
      'conference|meeting|dialogue|summit|gathering|talks|organi[sz]ation|association|secretariat|team|' +
      'mission|operation|patrol|unit|cell|cent(?:er|re)|institute|institution|club|platform|partnership|' +
      'network|fund|facility|office|bureau|authority|administration|service|court|tribunal|foundation|' +
      'consortium|school|college|university|academy|parliament|assembly|chamber|hotline|exercise|' +
      'initiative|programme|program|project|regime|instrument|system|framework|format|contact group|' +
      'watchdog|regulator|arm|wing|branch|laboratory|confederation|federation|community|observatory|' +
      'coast ?guard|countries|states|nations|base|garrison|secret service|gathering',
  ],
  [
    'concept',
    'concept|doctrine|strategy|policy|practice|approach|principle|right|authority to|power to|plan|law|' +
      'tests?|stage|phase|capability|term|name|word|idea|scheme|posture|guarantee|promise|line|zone|area|' +
      'border|chain|successor|database|radar|missiles?|interceptors?|satellites?|drill|manoeuvres|clause|rule|mandate|' +
      'gap|corridor|stretch|strip|barrier|belt|procedure|method|test|weapon|truce|ceasefire',
  ],
];

const NOUN = CLASS_NOUNS.map(([, nouns]) => nouns).join('|');
/** Whether the first words of a phrase name a class: articles and adjectives may stand before it. */
const HAS_CLASS = new RegExp(
  String.raw`^(?:[\p{L}\p{N}.’'&+-]+[, ]+(?:and )?){0,9}?(?:${NOUN})s?(?![\p{L}-])`,
  'iu',
);
/** What ends the head of a phrase: its noun stands before. */
const HEAD_END =
  / (?:of|for|that|which|who|whose|where|in|at|on|under|between|with|from|to|by|near|against|worth|based|led|set|run|founded|created|responsible)\b|,(?!\d)|[;:]|(?<!\b\p{Lu})\./u;

/** Whether a phrase says of what class a thing is: "a yearly conference of ministers". */
export function namesClass(phrase: string): boolean {
  if (!uses('classes')) return true;
  const head = headOf(phrase);
  // "One of the three headquarters", "the second of three tests": the class stands behind "of".
  const isPart =
    /^(?:\S+ ){0,2}(?:one|part|first|second|third|last|half|set|kind|sort|network|series) of /i.test(
      phrase,
    );
  return HAS_CLASS.test(isPart ? phrase : head);
}

/** "a research institute director": the phrase means a person. */
const PERSON =
  /(?:(?<!cent|ord|chart|barri|fronti)er|(?<!corrid|mot|sect)or|ist|ian|man|woman|chief|head|fellow|analyst|official|expert|envoy|diplomat|veteran|scholar|critic|friend|ally|general|president|captain)s?$/i;

/** A phrase up to its head noun: before "of", "that", a comma. */
export const headOf = (phrase: string): string =>
  phrase.slice(0, HEAD_END.exec(phrase)?.index ?? phrase.length);

/** Whether the head of a phrase is a person. */
export const isPerson = (phrase: string): boolean => PERSON.test(headOf(phrase));

/** Pattern and kind of each class, looked for in the head of a phrase. */
const KINDS = CLASS_NOUNS.map(
  ([kind, nouns]) => [kind, new RegExp(`(?<![\\p{L}-])(?:${nouns})s?(?![\\p{L}-])`, 'iu')] as const,
);

/** The kind that a phrase tells by its head, the last noun before "of" or "that". */
export function kindOfClass(phrase: string): ClassKind | null {
  const head = headOf(phrase);
  const words = head.trim().split(' ');
  for (let k = words.length - 1; k >= 0; k--) {
    const tail = words.slice(Math.max(0, k - 1), k + 1).join(' ');
    const kind = KINDS.find(([, pattern]) => pattern.test(tail))?.[0];
    if (kind !== undefined) return kind;
  }
  return KINDS.find(([, pattern]) => pattern.test(phrase))?.[0] ?? null;
}

/** Korean class nouns. */
export const KOREAN_CLASS =
  '(?:협의체|협의그룹|협의기구|기구|조직|회의체|정례회의|연례회의|회의|회담|제도|개념|합의|기관|연구소|연구원|싱크탱크|문서|선언|조약|협정|' +
  '사령부|본부|부대|부처|청|동맹|연합체|협력체|안보체|전략|정책|공약|그룹|체계|체제|통신사|언론사|매체|훈련|연습|작전|임무|권한|권리|' +
  '계획|구상|활동|모임|컨소시엄|기금|펀드|재단|단체|포럼|대화|협의|창구|채널|상설기구|위원회|센터|조직체|네트워크|플랫폼|시험|단계|능력|함대|군|프로그램|사업|공기업|공사|국책은행|은행|팀|법원|재판소|학교|전시회|협력|군단|여단|사단|비행단|전단|기지|틀)';
