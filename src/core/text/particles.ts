/**
 * What may follow a Korean noun without a blank: particles in the order in which they stack, and
 * the forms of the copula 이다.
 *
 * A state machine, since a list of all combinations would be too long. A particle of place or
 * direction (에서, 으로) may be followed by one that limits (만, 까지), and that by one that ends the
 * word (은, 이, 의). Of two forms the sound before decides: 은 behind a consonant, 는 behind a vowel.
 * The classes are the usual ones of Korean grammar (격조사, 보조사, 접속조사, 서술격 조사).
 */

/** The class of the last particle: it decides which may follow. */
type State = 'noun' | 'placed' | 'limited' | 'closed';

/**
 * Forms, separated by blanks. `은/는`: the first behind a consonant, the second behind a vowel;
 * either may be missing. `(이)나`: the syllable in brackets stands only behind a consonant. `[이]다`:
 * it must stand behind a consonant and may stand behind a vowel.
 */
type Forms = string;

/** Nouns and suffixes that form a compound with a name; particles may follow it too. */
const COMPOUND: Forms =
  '들 측 식 형 급 군 론 력 내 외 간 발 산 용 상 하 적 화 권 국 창설 회의 정상회의 회원국 동맹국 ' +
  '사무총장 본부 장관 차관 대변인 관계자 당국자 당국 청사 고위 사령부 사령관 작전 전력 전개 제공 ' +
  '공약 정책 체제 체계 협의 협의체 강화 확대 소속 출입기자 출신 산하 배치 기지 부대 훈련';

const PLACING: Forms =
  '에 에다 에다가 에게로 께 께서 더러 보고 (으)로 (으)로서 (으)로써 과/와 하고 (이)랑 따라';

/** With those of origin (에서, 한테서): like 까지 they may be followed by the copula. */
const LIMITING: Forms =
  '에서 에게 에게서 한테 한테서 (으)로부터 만 까지 부터 마저 조차 뿐 밖에 만큼 대로 처럼 보다 마다 ' +
  '치고 끼리 등 (이)나마';

const CLOSING: Forms = '은/는 이/가 을/를 의 도 과/와 및 커녕 은커녕/는커녕';

const CHOOSING: Forms =
  '(이)나 (이)든 (이)든지 (이)든가 (이)라도 (이)란 (이)야 (이)야말로 이여/ 같은 같이 같다 답게 다운';

/** Endings behind the stem of the copula. */
const PRESENT =
  '다 며 고 면 면서 지만 니 니까 므로 던 던가 던지 네 구나 죠 지요 요 거나 거니와 더라도 더라 더니 건 니만큼 ' +
  '라 라서 라면 라면서 라며 라는 라던 라던가 라든가 라든지 라거나 라지만 라니 라니까 라더니 라는데 ' +
  '라는지 랄까 라야 랍니다';
/** Endings behind the stem of the copula in the past tense. */
const PAST =
  '다 고 으며 으나 으면 으니 으니까 으므로 지만 던 던가 을 을까 습니다 다고 다는 다며 다면 ' +
  '더라면 더라도 어도 다가 거나 는지';

const behind = (stem: string, endings: string): Forms =>
  endings
    .split(' ')
    .map((ending) => stem.replaceAll('-', ending))
    .join(' ');

const COPULA: Forms = [
  behind('[이]-', PRESENT),
  behind('이었- /였-', PAST),
  '이자 이군 이에요 /예요 이건만 이어서 이어야 이어도 /여서 /여야 /여도',
  '인 인들 인가 인만큼 인듯 인양 인즉 일 일까 일수록 일지라도 일지언정 일텐데 일테니 입니다 입니까',
  // As it is said of persons: 총리십니다, 대통령이셨다.
  '[이]십니다 [이]신 [이]셨다',
].join(' ');
/** Forms of the copula that particles follow as they do a noun. */
const NOMINAL: Forms = '임 이기 인지 일지 [이]라기 이었음 /였음 이었기 /였기 이었을지 /였을지';
/** Forms of the copula that 는, 도 and 만 may follow. */
const QUOTING: Forms = '[이]라고 이지 인데 이었는데 /였는데';

const ENDINGS: readonly (readonly [Forms, State])[] = [
  [`${CHOOSING} ${COPULA}`, 'closed'],
  [NOMINAL, 'limited'],
  [QUOTING, 'placed'],
];

/** What may follow in each state, and the state that it leads to. */
const NEXT: Readonly<Record<State, readonly (readonly [Forms, State])[]>> = {
  noun: [
    [COMPOUND, 'noun'],
    [PLACING, 'placed'],
    [LIMITING, 'limited'],
    [CLOSING, 'closed'],
    ...ENDINGS,
  ],
  placed: [
    ['만 까지 부터 마저 조차 뿐 밖에 만큼 처럼 보다', 'limited'],
    // No copula: 로고 is a logo, 와인 is wine.
    [`은/는 도 의 과/와 은커녕/는커녕 요 ${CHOOSING}`, 'closed'],
  ],
  limited: [
    ['에 (으)로 (으)로서 (으)로써 과/와', 'placed'],
    ['에서 에게 만 까지 부터 마저 조차 뿐 밖에 만큼 처럼 보다', 'limited'],
    [CLOSING, 'closed'],
    ...ENDINGS,
  ],
  closed: [],
};

interface Form {
  readonly text: string;
  readonly behindConsonant: boolean;
  readonly behindVowel: boolean;
  readonly to: State;
}

type FormsBySyllable = ReadonlyMap<string, readonly Form[]>;

/** The forms of each state, and those that close a word, by their first syllable. */
type Grammar = Readonly<Record<State | 'closing', FormsBySyllable>>;

let compiled: Grammar | null = null;

/** The grammar, compiled when the first Hangul name is met, since most pages have none. */
function grammar(): Grammar {
  compiled ??= {
    noun: compile(NEXT.noun),
    placed: compile(NEXT.placed),
    limited: compile(NEXT.limited),
    closed: compile(NEXT.closed),
    closing: compile([[CLOSING, 'closed']]),
  };
  return compiled;
}

/**
 * Whether the Hangul right behind a noun consists only of particles and of nouns that form
 * compounds with names.
 *
 * @param noun - Its last syllable decides which forms fit; behind another letter or digit both do.
 * @param tail - All Hangul syllables right behind it. The caller keeps it short: the search may
 *   come to the same place in several ways.
 */
export function isParticles(noun: string, tail: string): boolean {
  return leadsToEnd(grammar(), noun.slice(-1) + tail, 1, 'noun');
}

/** Whether a tail begins with a particle that ends words (에 is none, 가 is). */
export function beginsWithClosing(noun: string, tail: string): boolean {
  return formsAt(grammar().closing, noun.slice(-1) + tail, 1).length > 0;
}

function leadsToEnd(forms: Grammar, text: string, at: number, state: State): boolean {
  return (
    at === text.length ||
    formsAt(forms[state], text, at).some(({ text: { length }, to }) =>
      leadsToEnd(forms, text, at + length, to),
    )
  );
}

const formsAt = (forms: FormsBySyllable, text: string, at: number): Form[] =>
  (forms.get(text[at] ?? '') ?? []).filter(
    (form) => text.startsWith(form.text, at) && fitsBehind(form, text[at - 1] ?? ''),
  );

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/**
 * Number of finals that a syllable may have, with "none" as number 0. The Unicode Standard, 3.12.
 */
const FINALS = 28;
const NIEUN = 4;
const RIEUL = 8;

const isSyllable = (code: number) => code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
const finalOf = (code: number) => (code - FIRST_SYLLABLE) % FINALS;

function fitsBehind({ text, behindConsonant, behindVowel }: Form, syllable: string): boolean {
  const code = syllable.charCodeAt(0);
  if (!isSyllable(code)) return true;
  const final = finalOf(code);
  // 서울로, not 서울으로.
  if (final === RIEUL && /^으?로/.test(text)) return behindVowel;
  return final === 0 ? behindVowel : behindConsonant;
}

function compile(next: readonly (readonly [Forms, State])[]): FormsBySyllable {
  return Map.groupBy(
    next.flatMap(([forms, to]) => read(forms, to).flatMap(withTopic)),
    ({ text }) => text[0]!,
  );
}

/** A form, and the one into which it contracts with 는 where it ends in a vowel: 에서는, 에선. */
function withTopic(form: Form): Form[] {
  const last = form.text.charCodeAt(form.text.length - 1);
  const mayContract = form.to === 'placed' || form.to === 'limited';
  if (!mayContract || finalOf(last) !== 0) return [form];
  const text = form.text.slice(0, -1) + String.fromCharCode(last + NIEUN);
  return [form, { ...form, text, to: 'closed' }];
}

function read(forms: Forms, to: State): Form[] {
  return forms.split(' ').flatMap((form): Form[] => {
    const [consonant = '', vowel = consonant] = form.includes('/')
      ? form.split('/')
      : [form.replace(/[()[\]]/g, ''), form.replace(/\(.\)|[[\]]/g, '')];
    const bare = form.startsWith('[') ? form.replace(/\[.\]/, '') : '';
    return [
      { text: consonant, behindConsonant: true, behindVowel: consonant === vowel, to },
      { text: vowel, behindConsonant: false, behindVowel: true, to },
      { text: bare, behindConsonant: false, behindVowel: true, to },
    ].filter(({ text }, k) => text !== '' && !(k === 1 && vowel === consonant));
  });
}
