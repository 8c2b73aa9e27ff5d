/** Korean short forms of Korean names, and what stands in brackets like one and is none. */
import { describe, expect, it } from 'vitest';
import { findDefinitions } from '../../../src/core/definitions/find-definitions.ts';

const found = (text: string): string[] =>
  findDefinitions(text).map(({ short, long }) => `${short} = ${long}`);

describe('a Korean short form', () => {
  it.each([
    ['of syllables from the first on', '한국사이버보안원(한보원)은', ['한보원 = 한국사이버보안원']],
    ['of a name in several words', '국방 과학 연구소(국과연)와', ['국과연 = 국방 과학 연구소']],
    ['of the name behind a country', '한미연합군사령부(연합사)는', ['연합사 = 한미연합군사령부']],
    ['of the name behind a service', '국군방첩사령부(방첩사)가', ['방첩사 = 국군방첩사령부']],
    [
      'that begins later and ends alike',
      '고위공직자범죄수사처(공수처)',
      ['공수처 = 고위공직자범죄수사처'],
    ],
    ['of a commission', '금융위원회(금융위)는', ['금융위 = 금융위원회']],
    ['behind a word that says so', '합동참모본부(이하 합참)는', ['합참 = 합동참모본부']],
    [
      'beside an acronym',
      '국방과학연구소(국과연·ADD)와 유럽사령부(EUCOM)',
      ['국과연 = 국방과학연구소', 'ADD = 국방과학연구소', 'EUCOM = 유럽사령부'],
    ],
  ])('is found: %s', (_, text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    ['a place', '서울대학교(서울)와 부산지방법원(부산)'],
    ['an office or a rank', '최선희(외무상), 윤석열(대통령), 국방부(장관)'],
    ['another name', '조선인민군(북한군), 국가안전보장회의(상임위), 조선노동당(중앙당)'],
    ['the end of a name', '더불어민주당(민주당)과 조선중앙통신(통신)'],
    ['a name as long', '국방부(방부)와 통일부(통부)'],
  ])('is none: %s', (_, text) => expect(found(text)).toEqual([]));
});
