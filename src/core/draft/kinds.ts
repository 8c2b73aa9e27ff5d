/** Which kind of thing a name names, by its head noun. */
import type { DraftKind } from './draft-types.ts';

/** Head nouns of proper names, by kind. */
const HEADS: Readonly<Partial<Record<DraftKind, string>>> = {
  alliance: 'Alliance Organization Organisation Union League Coalition',
  ministry: 'Ministry Department',
  'think tank': 'Institute Institution Center Centre Foundation',
  agreement:
    'Declaration Treaty Agreement Accord Accords Pact Protocol Convention Charter Memorandum ' +
    'Communique Communiqué Compact',
  command: 'Command Fleet Forces Corps',
  body:
    'Group Council Committee Commission Board Forum Dialogue Agency Panel Assembly Secretariat ' +
    'Authority Partnership Initiative Taskforce',
};

const HANGUL_HEADS: Readonly<Partial<Record<DraftKind, string>>> = {
  alliance: '동맹 연합 조약기구',
  'think tank': '연구원 연구소 재단',
  agreement: '선언 조약 협정 합의서 의정서 협약',
  command: '사령부 함대',
  body: '협의체 협의그룹 협의회 위원회 이사회 평의회 기구 포럼 그룹 회의체',
};

const KIND_OF_HEAD = new Map<string, DraftKind>(
  [...Object.entries(HEADS), ...Object.entries(HANGUL_HEADS)].flatMap(([kind, heads]) =>
    heads.split(' ').map((head) => [head, kind as DraftKind] as const),
  ),
);

export const LATIN_HEADS: readonly string[] = Object.values(HEADS).flatMap((it) => it.split(' '));
export const KOREAN_HEADS: readonly string[] = Object.values(HANGUL_HEADS)
  .flatMap((it) => it.split(' '))
  .toSorted((a, b) => b.length - a.length);

/** Common nouns that say of what kind a thing is: "a body that is to …". */
const NOUNS: readonly (readonly [kind: DraftKind, nouns: RegExp])[] = [
  ['think tank', /\bthink[- ]tank|연구소|싱크탱크/i],
  ['alliance', /\balliance|동맹/i],
  ['command', /\b(?:command|troops|forces)\b|사령부|부대/i],
  ['ministry', /\bministry|부처/i],
  ['agreement', /\b(?:agreement|treaty|pact|accord|declaration|deal)\b|합의|조약|협정|선언/i],
  [
    'body',
    /\b(?:body|group|forum|council|committee|mechanism|channel|agency)\b|협의체|기구|회의체/i,
  ],
  [
    'concept',
    /\b(?:concept|doctrine|strategy|policy|practice|approach|principle)\b|개념|전략|교리/i,
  ],
];

/**
 * Guess the kind of a proper name.
 *
 * @returns null for a name whose head says nothing.
 */
export function guessKind(name: string): DraftKind | null {
  if (/[가-힣]/.test(name)) {
    const head = KOREAN_HEADS.find((each) => name.endsWith(each));
    return head === undefined ? null : (KIND_OF_HEAD.get(head) ?? null);
  }
  const words = name.split(/\s+/);
  const stop = words.findIndex((word, i) => i > 0 && /^(?:of|for|on)$/.test(word));
  const core = stop < 0 ? words : words.slice(0, stop);
  const last = core.at(-1) ?? '';
  const kind = KIND_OF_HEAD.get(last) ?? core.map((it) => KIND_OF_HEAD.get(it)).find(Boolean);
  if (kind !== undefined) return kind;
  return name === name.toLowerCase() ? 'concept' : null;
}

/** Guess the kind by the words that say what the thing is. */
export function guessKindOfNoun(words: string): DraftKind | null {
  let best: { at: number; kind: DraftKind } | null = null;
  for (const [kind, nouns] of NOUNS) {
    const at = words.search(nouns);
    if (at >= 0 && (best === null || at < best.at)) best = { at, kind };
  }
  return best?.kind ?? null;
}
