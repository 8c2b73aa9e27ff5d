import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../src/core/definitions/definition.ts';
import { findDefinitions } from '../../../src/core/definitions/find-definitions.ts';
import { usualLetters } from '../../../src/core/text/same-letters.ts';
import { fc } from '../../properties.ts';

const found = (text: string): string[] =>
  findDefinitions(text).map(
    ({ short, long, form }) => `${short} = ${long}${form === 'alias' ? ' (alias)' : ''}`,
  );

const HWC = 'HWC = Harbour Watch Council';

describe('findDefinitions', () => {
  it.each([
    ['LONG (SHORT)', 'The Harbour Watch Council (HWC) met.', [HWC]],
    ['SHORT (LONG)', 'Delegates of the HWC (Harbour Watch Council) met.', [HWC]],
    ['LONG, or SHORT,', 'The Harbour Watch Council, or HWC, met.', [HWC]],
    ['SHORT, or LONG,', 'HWC, or the Harbour Watch Council, met.', [HWC]],
    ['LONG, SHORT,', 'The Harbour Watch Council, HWC, met.', [HWC]],
    ['SHORT, short for LONG', 'HWC, short for Harbour Watch Council, met.', [HWC]],
    ['SHORT (short for LONG)', 'HWC (short for Harbour Watch Council) met.', [HWC]],
    ['words between the two', 'HWC Piers (short for Harbour Watch Council) opened.', [HWC]],
    ['SHORT stands for LONG', 'HWC stands for Harbour Watch Council. It met.', [HWC]],
    ['which stands for', 'The letters HWC, which stand for Harbour Watch Council, shone.', [HWC]],
    ['LONG, known as SHORT', 'The Harbour Watch Council, known as HWC, met.', [HWC]],
    [
      'LONG, SHORT, with a small word',
      'The Integrated Wind and Tide Defense, IWTD, met.',
      ['IWTD = Integrated Wind and Tide Defense'],
    ],
    ['LONG – SHORT', 'The Harbour Watch Council – HWC – met.', [HWC]],
    [
      'LONG - SHORT in brackets',
      'Rada Portowa (ang. The Harbour Watch Council - HWC) radzi.',
      [HWC],
    ],
    ['LONG, SHORT in brackets', 'The port’s council (Harbour Watch Council, HWC) met.', [HWC]],
    ['SHORT = LONG', 'Abbreviations: HWC = Harbour Watch Council; n.a.', [HWC]],
    ['no blank before the bracket', 'The Harbour Watch Council(HWC) met.', [HWC]],
    ['square brackets', 'The Harbour Watch Council [HWC] met.', [HWC]],
    ['full-width brackets', 'The Harbour Watch Council（HWC）met.', [HWC]],
    ['corner brackets', 'The Harbour Watch Council「HWC」met.', [HWC]],
    ['shell brackets', 'The Harbour Watch Council〔HWC〕met.', [HWC]],
    ['other matter in the bracket', 'The Harbour Watch Council (HWC; see below) met.', [HWC]],
    ['an article in the bracket', 'The Harbour Watch Council (the HWC) met.', [HWC]],
    ['hereafter', 'The Harbour Watch Council (hereafter HWC) met.', [HWC]],
    [
      'hereinafter referred to as',
      'The Harbour Watch Council (hereinafter referred to as the "HWC") met.',
      [HWC],
    ],
    ['quotes around the long form', 'The “Harbour Watch Council” (HWC) met.', [HWC]],
    ['quotes around the short form', 'The Harbour Watch Council (“HWC”) met.', [HWC]],
    ['a quotation that goes on', '"for the Harbour Watch Council (HWC), " Ada said', [HWC]],
    ['a line end inside', 'The Harbour\n  Watch Council (HWC) met.', [HWC]],
    ['blanks that do not break', 'The Harbour\u00a0Watch Council\u00a0(HWC) met.', [HWC]],
    ['soft hyphens and zero-width ones', 'The Har\u00adbour Watch Coun\u200bcil (HWC) met.', [HWC]],
    ['an outer bracket', 'She spoke (for the Harbour Watch Council (HWC)) at noon.', [HWC]],
    [
      'a bracket that never closes',
      'She (the mayor praised the Harbour Watch Council (HWC).',
      [HWC],
    ],
    ['a bracket that never opened', 'a) The Harbour Watch Council (HWC) met.', [HWC]],
    ['a row of cells', 'HWC\tHarbour Watch Council', [HWC]],
    ['a row with bars', 'HWC | Harbour Watch Council | Port', [HWC]],
    ['a row the other way round', 'Harbour Watch Council\tHWC', [HWC]],
    ['cells line by line', 'HWC\nHarbour Watch Council\nPort', [HWC]],
    [
      'a long word in between left out',
      'the Women’s Harbour and Coast Watch Council (WHWC)',
      ['WHWC = Women’s Harbour and Coast Watch Council'],
    ],
    [
      'a plural, as written',
      'three harbour watch councils (HWCs)',
      ['HWCs = harbour watch councils'],
    ],
    ['small words', 'the Department of Deep Tides (DoDT)', ['DoDT = Department of Deep Tides']],
    ['an ampersand', 'Research and Rowing (R&R)', ['R&R = Research and Rowing']],
    [
      'parts of a word',
      'the Port Executive Committee (PExCom)',
      ['PExCom = Port Executive Committee'],
    ],
    [
      'a hyphen in the long form',
      'tide-and-wind integration (TWI)',
      ['TWI = tide-and-wind integration'],
    ],
    [
      'a hyphen that carries a letter',
      'tidal-lunar integration (TLI)',
      ['TLI = tidal-lunar integration'],
    ],
    [
      'a hyphen in the short form',
      'the United Nations Entity for Gender Equality and the Empowerment of Women (UN-Women)',
      ['UN-Women = United Nations Entity for Gender Equality and the Empowerment of Women'],
    ],
    [
      'a letter behind a hyphen',
      'The Consumer Price Index for All Urban Consumers (CPI-U) rose.',
      ['CPI-U = Consumer Price Index for All Urban Consumers'],
    ],
    ['a year', 'coronavirus disease 2019 (COVID-19)', ['COVID-19 = coronavirus disease 2019']],
    ['a number word', 'a three-dimensional (3D) chart', ['3D = three-dimensional']],
    [
      'a word in common',
      'harbour watch zone beta (HWZ beta)',
      ['HWZ beta = harbour watch zone beta'],
    ],
    ['full stops', 'the U.S. Forces Korea (USFK) troops', ['USFK = U.S. Forces Korea']],
    [
      'the nearest words',
      'They threatened to reduce the number of U.S. Forces Korea (USFK) troops.',
      ['USFK = U.S. Forces Korea'],
    ],
    [
      'no possessive before',
      'NATO’s Nuclear Planning Group (NPG)',
      ['NPG = Nuclear Planning Group'],
    ],
    [
      'no country before',
      'the U.S.-Korea Extended Deterrence Strategy and Consultation Group (EDSCG)',
      ['EDSCG = Extended Deterrence Strategy and Consultation Group'],
    ],
    [
      'no date behind',
      'the New Agenda for Deep Ports in the 1990s (NADP)',
      ['NADP = New Agenda for Deep Ports'],
    ],
    [
      'the same letters twice',
      'Neopentyl glycol (NPG) is dear. The Nuclear Planning Group (NPG) met.',
      ['NPG = Neopentyl glycol', 'NPG = Nuclear Planning Group'],
    ],
    [
      'the same pair twice',
      'Harbour Watch Council (HWC). The Harbour Watch Council (HWC).',
      [HWC, HWC],
    ],
    ['one capital for the word before', 'They got a placebo (P) first.', ['P = placebo']],
  ])('finds %s', (_, text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    ['Korean without a blank', '양측은 핵협의그룹(NCG)을 열었다.', ['NCG = 핵협의그룹']],
    ['Korean, not the countries before', '한미 핵협의그룹(NCG) 회의', ['NCG = 핵협의그룹']],
    ['Korean in three words', '양측은 핵 협의 그룹(NCG) 회의를 열었다.', ['NCG = 핵 협의 그룹']],
    [
      'Korean behind a particle',
      '정부는 국제 원자력 기구(IAEA)와 만났다.',
      ['IAEA = 국제 원자력 기구'],
    ],
    [
      'Korean loan words, one for each capital',
      '원인은 컨테이너 네트워크 인터페이스(CNI) 플러그인이었다.',
      ['CNI = 컨테이너 네트워크 인터페이스'],
    ],
    ['a Korean ministry', '미국 국방부(DOD)는 말했다.', ['DOD = 국방부']],
    [
      'Korean words that begin like surnames',
      '전자전(EW)과 정보전(IW), 유엔군(UNC), 이사회(BOD).',
      ['EW = 전자전', 'IW = 정보전', 'UNC = 유엔군', 'BOD = 이사회'],
    ],
    ['Korean in quotes', '“핵·재래식 통합”(CNI) 훈련', ['CNI = 핵·재래식 통합']],
    ['Korean in quotes around both', '‘항만 감시협의체(HWC)’를 만들자', ['HWC = 항만 감시협의체']],
    ['Korean in the bracket', 'NCG(핵협의그룹)는 올해 열린다.', ['NCG = 핵협의그룹']],
    ['a Korean short form beside it', '북대서양조약기구(NATO·나토)는', ['NATO = 북대서양조약기구']],
    [
      'a phrase of two short forms',
      '핵·재래식 통합 도상연습(CNI TTX)에',
      ['CNI TTX = 핵·재래식 통합 도상연습'],
    ],
    [
      'Korean and English at once',
      'NATO 핵기획그룹(NATO Nuclear Planning Group, NPG)은',
      ['NPG = 핵기획그룹', 'NPG = Nuclear Planning Group'],
    ],
    [
      'Korean, comma, SHORT',
      '고위급 확장억제전략협의체, EDSCG 회의',
      ['EDSCG = 확장억제전략협의체'],
    ],
    ['Spanish', 'El Centro Nacional de Mareas (CNM) avisa.', ['CNM = Centro Nacional de Mareas']],
    [
      'Spanish o sea',
      'CNM, o sea, las del Centro Nacional de Mareas. Y',
      ['CNM = Centro Nacional de Mareas'],
    ],
    ['German', 'das Bundesamt für Hafenschutz (BfH) warnt', ['BfH = Bundesamt für Hafenschutz']],
    [
      'German steht für',
      'BfH steht für Bundesamt für Hafenschutz.',
      ['BfH = Bundesamt für Hafenschutz'],
    ],
    [
      'French',
      'l’Organisation du littoral du nord (OLN)',
      ['OLN = Organisation du littoral du nord'],
    ],
    ['French accents', 'la Société d’Études Navales (SEN)', ['SEN = Société d’Études Navales']],
    ['Polish', 'Rada Ochrony Portów (ROP) radzi', ['ROP = Rada Ochrony Portów']],
    [
      'English letters, last word first',
      'il Gruppo consultivo sul nucleare (Ncg)',
      ['Ncg = Gruppo consultivo sul nucleare'],
    ],
  ])('finds %s', (_, text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    [
      'also known as',
      'The Harbour Watch Council, also known as the Quiet Table, met.',
      ['Quiet Table = Harbour Watch Council (alias)'],
    ],
    [
      'is also called, with its acronym defined before',
      'The Harbour Watch Council (HWC) met. The HWC, set up in 2016, is also called the 2+2 table and serves both.',
      [HWC, '2+2 table = Harbour Watch Council (alias)'],
    ],
    [
      'is also called, behind the bracket',
      'The Harbour Watch Council (HWC) is also called the “Quiet Table” at home.',
      [HWC, 'Quiet Table = Harbour Watch Council (alias)'],
    ],
    [
      'a comma inside the quotes',
      'The Harbour Watch Council, also known as the “Quiet Table,” met.',
      ['Quiet Table = Harbour Watch Council (alias)'],
    ],
    [
      'in a relative clause',
      'She left the Harbour Watch Council, which is also known as the Quiet Table.',
      ['Quiet Table = Harbour Watch Council (alias)'],
    ],
    [
      'before "as", without a comma',
      'The Tide Board also known as “the Club” met, and so did Ada Doe, better known as al-Amira.',
      ['Club = Tide Board (alias)', 'al-Amira = Ada Doe (alias)'],
    ],
    ['no name to stand for', 'It is also called the Quiet Table.', []],
    ['an acronym is a definition', 'The Harbour Watch Council, also known as HWC, met.', [HWC]],
  ])('finds an alias: %s', (_, text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    [
      'what somebody calls another',
      'Ada Doe also called HWC “obsolete.” Ebb often called NATO late.',
    ],
    ['the same behind an aside', 'Doe, in Port Ebb, also called the HWC “obsolete.”'],
    [
      'a relative clause without a name',
      'Ebb runs the force, which is also known as the Quay Guard.',
    ],
    [
      'a clause of which the name is not the subject',
      'Ebb said the force is also known as the Guard.',
    ],
    ['a subject without a name', 'The talks of the Tide Board are also called the Quiet Table.'],
    [
      'what is called off, for or names',
      'The NCG was also called off. The drill was also called for by Ebb. Tide is also called a pest.',
    ],
    ['a time', 'She landed on Monday (local time) and spoke late in October (local time)'],
    ['a counter', 'Board Policy (0/250자)Settings'],
    ['a credit', 'He waves from a tractor in Aiken, S.C. AFP-Yonhap'],
    ['a place', 'the state capital (Salem) and Salem (Oregon)'],
    ['a party and a state', 'Rep. Ada Doe (D-Ohio) and Sen. Roe (R) spoke'],
    ['numbering', '(i) plans, (ii) acts, (a) all, (1) one, (IV) in all'],
    ['an age', 'Ada Doe (41) and her brother (pictured)'],
    ['a ticker', 'shares of Deep Harbour (DHBR.L) and Tide (005930) rose'],
    ['a short form that does not fit', 'the port authority said (HWC) on Monday'],
    ['an acronym without its words', 'NATO said the NPG and the NCG would meet.'],
    ['a list of acronyms', 'Members are NATO, NPG, NCG, USFK and CNI.'],
    ['a boundary between', 'Harbour Watch\ufffcCouncil (HWC)'],
    ['a blank line between', 'Harbour Watch\n\nCouncil (HWC)'],
    ['a Korean place and an agency', '서울(AFP)에서 워싱턴(AFP)까지, 베이징(AP)'],
    [
      'a Korean person and a club or a party',
      '이정후(SF)와 공격수 이강인(PSG), 김하성(ATL), 박찬호(LA), 김정은(KJU)',
    ],
    ['a heading that comes back', 'ADOPTION OF THE AGENDA (agenda item 1)'],
    ['a Korean transliteration', 'NATO(나토)와 로이터(Reuters)'],
    ['a Korean list', '핵협의그룹, NCG와 미사일, ICBM 등'],
    ['a translation into small letters', '로이터(Reuters) 통신'],
    ['a Korean kind behind a model', 'F-35A(스텔스 전투기)와 B-52H(전략폭격기)'],
    ['agencies and places', 'BRUSSELS (AP) — Ministers met. SEOUL, June 3 (Yonhap)'],
    [
      'units and times',
      'It flew 600 km (370 miles) at 3 p.m. (0600 GMT) for $3 billion (4 trillion won).',
    ],
    ['the empty text', ''],
  ])('finds nothing in %s', (_, text) => expect(found(text)).toEqual([]));

  it('tells where both forms stand, in the order of the text', () => {
    const text =
      'See NPG (Nuclear Planning\u00a0Group) and the Har\u00adbour Watch Council (“HWC”).';
    const spans = findDefinitions(text).map(({ shortSpan, longSpan }) => [
      text.slice(shortSpan.start, shortSpan.end),
      text.slice(longSpan.start, longSpan.end),
    ]);
    expect(spans).toEqual([
      ['NPG', 'Nuclear Planning\u00a0Group'],
      ['HWC', 'Har\u00adbour Watch Council'],
    ]);
  });
});

/** What a short or long form is, of the text at its span. */
const asWritten = (text: string): string =>
  usualLetters(text)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ');

function expectHonest(text: string, definitions: readonly Definition[]): void {
  for (const { short, long, shortSpan, longSpan } of definitions) {
    for (const { start, end } of [shortSpan, longSpan]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    expect(short).toBe(asWritten(text.slice(shortSpan.start, shortSpan.end)));
    expect(long).toBe(asWritten(text.slice(longSpan.start, longSpan.end)));
    expect(long).not.toContain('\ufffc');
  }
}

const PIECES = [
  ...'()[]（）「」"“”’,.;:=-–—|\t\n\u00a0\u00ad\u200b\ufffc 1s·'.split(''),
  ...[
    'NCG',
    'UN-W',
    'CNIs',
    'U.S.',
    'Nuclear',
    'Consultative Group',
    'of the',
    'women',
    '핵협의그룹',
  ],
  ...[
    ' or ',
    ' stands for ',
    ', also known as ',
    ' is also called ',
    '확장 억제',
    '\ud83d\ude00',
    '\ud800',
  ],
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

describe('findDefinitions, for any text', () => {
  it('never throws, and says what stands at its spans', () => {
    fc.assert(fc.property(anyText, (text) => expectHonest(text, findDefinitions(text))));
  });

  it('finds a definition of initials whatever stands around it', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const text = `${before}\n\nthe Harbour Watch Council (HWC)\n\n${after}`;
        expect(found(text)).toContain(HWC);
      }),
    );
  });

  it.each(
    [
      '(',
      ')',
      '()',
      '((A) ',
      'A ',
      'A-',
      'A.',
      'a (b) ',
      'A A A (AAAA) ',
      'AB\t',
      'AB = ',
      ', or AB',
      '핵 (NCG)',
      ', also called A ',
    ].map((piece) => [piece]),
  )('ends on 200,000 characters of "%s"', (piece) => {
    expectHonest('', findDefinitions(piece.repeat(200_000 / piece.length)).slice(0, 0));
  });
});
