/** Guesses the kind of a thing by the head noun of its name. */

import type { DraftKind } from '../format/draft-types.ts';
import { kindOfClass } from '../prose/class-nouns.ts';
import { findAll } from '../prose/matches.ts';

/** Head nouns by which proper names are found, by kind. */
const HEADS: Readonly<Partial<Record<DraftKind, string>>> = {
  alliance: 'Alliance Union League Coalition Community',
  ministry: 'Ministry Department',
  'think tank': 'Institute Institution Center Centre Foundation',
  agreement:
    'Declaration Treaty Agreement Accord Accords Pact Protocol Convention Charter Memorandum ' +
    'Communique Communiqué Compact Arrangement Arrangements Framework',
  command: 'Command Fleet Forces Corps Headquarters',
  body:
    'Group Council Committee Commission Board Forum Dialogue Agency Panel Assembly Secretariat ' +
    'Authority Partnership Initiative Taskforce Conference Facility Fund Mechanism Tribunal ' +
    'Roundtable Consortium Directorate Organization Organisation',
};

/** Head nouns that other names have too, and persons: they only tell the kind of what is defined. */
const MORE_HEADS: Readonly<Partial<Record<DraftKind, string>>> = {
  agreement: 'Code Plan Document',
  command: 'Staff Force Headquarters',
  concept: 'System Capability Defense Defence',
  body:
    'Administration Meeting Team Network Structure Mission Operations Construct Programme Program ' +
    'Summit Bureau Service Parliament Talks Symposium Cooperation College School Academy University ' +
    'Regime Policing Bank Corporation Movement Association',
};

const HANGUL_HEADS: Readonly<Partial<Record<DraftKind, string>>> = {
  alliance: '동맹 연합 조약기구',
  'think tank': '연구원 연구소 재단',
  agreement: '선언 조약 협정 합의서 의정서 협약 프레임워크 양해각서 군사합의 약정 합의문',
  command: '사령부 함대 참모본부',
  body: '협의체 협의그룹 협의회 위원회 이사회 평의회 기구 포럼 그룹 회의체 협의회의 안보회의 국방장관회의 외교장관회의 중앙통신',
};

/** Heads that tell the kind of what is defined, but by which no names are found. */
const MORE_HANGUL_HEADS: readonly (readonly [kind: DraftKind, heads: RegExp])[] = [
  [
    'body',
    /(?:팀|프로그램|공사|공단|은행|사무국|회담|협력체|품질원|전시회|센터|재판소|총회|학교|대학|기금|협력|사무소)$/,
  ],
  ['command', /(?:본부|군단|여단|사단|전단|전개군|원정군)$/],
  ['concept', /(?:구상|체계|시스템|전략|개념|제도)$/],
];

/** "the North Atlantic Treaty Organization" is an alliance; one that bans something is none. */
const ALLIED = /(?:^|\s)Treaty Organi[sz]ation$|조약기구$/;
const BANS = /\bBan\b|-Ban\b|금지/;
/** "EUFOR Althea": letters of a mission, and its name. */
const MISSION_NAME = /^(?:EU[A-Z]{2,6}|[A-Z]{1,4}FOR) \p{Lu}/u;
/** Words by which a centre is no think tank but runs something. */
const RUNS =
  /\b(?:Operations?|Coordination|Co-ordination|Fusion|Training|Excellence|Crisis|Control|Satellite|Intelligence|Information|Command|Warning|Rescue|Response|Reporting|Data)\b/;

const KIND_OF_HEAD = new Map<string, DraftKind>(
  [HEADS, MORE_HEADS, HANGUL_HEADS]
    .flatMap(Object.entries<string>)
    .flatMap(([kind, heads]) => heads.split(' ').map((head) => [head, kind as DraftKind] as const)),
);

/** Heads of names that are bodies where the words behind them say so: "the X Force, set up in …". */
export const SOFT_HEADS =
  'Force Movement Patrol Mission Network Association System Service Guard Team Programme Program Cell ' +
  'Operations Process Corridor Bureau Administration Capability Manual Line Gap Court Academy';

export const LATIN_HEADS: readonly string[] = Object.values(HEADS).flatMap((it) => it.split(' '));
export const KOREAN_HEADS: readonly string[] = Object.values(HANGUL_HEADS)
  .flatMap((it) => it.split(' '))
  .toSorted((a, b) => b.length - a.length);

/**
 * What ministries and agencies are in charge of, as Korean news calls them, by the syllable that
 * makes a name of it. Others mean something else with it: 안전성 is safety, 경제부 a newsroom.
 */
const CHARGES: Readonly<Record<string, string>> = {
  부:
    '국방 외교 통일 외무 내무 재무 상무 국무 법무 환경 보건복지 복지 교육 고용노동 노동 기획재정 재정 행정안전 ' +
    '과학기술정보통신 문화체육관광 산업통상자원 국토교통 국토안보 해양수산 농림축산식품 여성가족 중소벤처기업 에너지 국가보훈',
  성: '국방 외무 재무 방위 내무 법무 경제산업 국토교통 문부과학 후생노동 인민무력 국가보위',
  처: '국가보훈 식품의약품안전 법제 인사혁신 경호 국민안전',
  청: '경찰 해양경찰 방위사업 병무 관세 국세 조달 기상 산림 특허 소방 질병관리 재외동포 우주항공 통계',
};
export const KOREAN_MINISTRY = `(?:${Object.entries(CHARGES)
  .map(([head, charges]) => `(?:${charges.split(' ').join('|')})${head}`)
  .join('|')})`;
const IS_MINISTRY = new RegExp(`^${KOREAN_MINISTRY}$`);

/**
 * Guess the kind of a proper name.
 *
 * @returns null for a name whose head says nothing.
 */
export function guessKind(name: string): DraftKind | null {
  if (/[가-힣]/.test(name)) {
    if (IS_MINISTRY.test(name)) return 'ministry';
    if (ALLIED.test(name)) return BANS.test(name) ? 'body' : 'alliance';
    const head = KOREAN_HEADS.find((each) => name.endsWith(each));
    if (head !== undefined) return KIND_OF_HEAD.get(head) ?? null;
    return MORE_HANGUL_HEADS.find(([, heads]) => heads.test(name))?.[0] ?? null;
  }
  if (ALLIED.test(name)) return BANS.test(name) ? 'body' : 'alliance';
  if (MISSION_NAME.test(name)) return 'command';
  if (/\bCent(?:er|re)\b/.test(name) && RUNS.test(name)) return 'body';
  const words = name.replace(/-?(?:Plus|\+)$/, '').split(/\s+/);
  const stop = words.findIndex((word, i) => i > 0 && /^(?:of|for|on|in)$/.test(word));
  const core = stop < 0 ? words : words.slice(0, stop);
  const kindsOf = (some: readonly string[]) =>
    some.flatMap((word) => KIND_OF_HEAD.get(word) ?? []).toReversed();
  const own = kindsOf(core);
  const last = kindsOf(words.slice(-1)).find((it) => it !== 'concept');
  const first = own.find((it) => it !== 'concept');
  const kind = (stop < 0 ? last : (first ?? last)) ?? first ?? own[0];
  if (kind !== undefined) return kind;
  return name === name.toLowerCase() ? 'concept' : null;
}

/** Korean nouns that tell the kind of a thing. */
const KOREAN_NOUNS: readonly (readonly [kind: DraftKind, nouns: RegExp])[] = [
  ['think tank', /연구소|연구원|연구기관|싱크탱크/],
  ['alliance', /동맹|연합체/],
  ['command', /사령부|부대|함대|군단|여단/],
  ['ministry', /부처|행정기관|정부 기관|산하 기관/],
  ['agreement', /합의|조약|협정|선언/],
  ['body', /협의체|기구|회의|모임|틀|팀|기관|통신사|조직|포럼|위원회|훈련|작전/],
  ['concept', /개념|전략|교리|체계|권한|능력|제도|정책/],
];

/** Guess the kind by the words that say what the thing is. */
export function guessKindOfNoun(words: string): DraftKind | null {
  if (!/[가-힣]/.test(words)) {
    const phrase = /(?:, | is | are | was )((?:an?|the|one) .*)$/.exec(words)?.[1] ?? words;
    return kindOfClass(phrase);
  }
  // The last noun decides; 연구기관 goes before 기관.
  let best: { end: number; kind: DraftKind } | null = null;
  for (const [kind, nouns] of KOREAN_NOUNS) {
    const last = findAll(new RegExp(nouns, 'g'), words).at(-1);
    const end = last === undefined ? -1 : last.index + last[0].length;
    if (end >= 0 && (best === null || end > best.end)) best = { end, kind };
  }
  return best?.kind ?? null;
}
