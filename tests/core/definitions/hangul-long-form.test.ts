/** Korean long forms of Latin short forms, and Korean words that only stand before one. */
import { describe, expect, it } from 'vitest';
import { findDefinitions } from '../../../src/core/definitions/find-definitions.ts';

const found = (text: string): string[] =>
  findDefinitions(text).map(({ short, long }) => `${short} = ${long}`);

describe('findDefinitions, in Korean', () => {
  it.each([
    [
      'a subject with its particle',
      '북한이 나토(NATO)를, 미국이 사드(THAAD)를, 호주가 오커스(AUKUS)를 말했다.',
    ],
    [
      'a list of acronyms',
      '한미 협의체(NCG, KIDD, SCM)와 3축 체계(킬체인·KAMD·KMPR), 전략자산(B-52·SSBN)',
    ],
    ['a class behind a model', '화성-17형(ICBM)과 북극성-3형(SLBM), 화성17형(ICBM)'],
    ['what a body is', '미국 싱크탱크(CSIS), 정보기관(CIA), 공영 방송사(KBS)와 한미 협의체(NCG)'],
    ['what a body is, in the bracket', 'CIA(정보기관)는 말했다.'],
    ['a verb', '미사일이 날아오면 요격하고(KAMD), 대량으로 보복한다(KMPR).'],
  ])('takes no Korean words for a long form by their place alone: %s', (_, text) =>
    expect(found(text)).toEqual([]),
  );

  it.each([
    ['북한이 유엔 사령부(UNC)를', 'UNC = 유엔 사령부'],
    ['핵 국가 안보 회의(NSC)가', 'NSC = 국가 안보 회의'],
    ['한미 안보 협의체(SCG)는', 'SCG = 안보 협의체'],
    ['시민단체(NGO)와', 'NGO = 시민단체'],
    ['수출신용기관(ECA)', 'ECA = 수출신용기관'],
    ['양해각서(MOU)', 'MOU = 양해각서'],
    ['핵-재래식 통합(CNI)', 'CNI = 핵-재래식 통합'],
    ['전송제어규약(TCP/IP)', 'TCP/IP = 전송제어규약'],
  ])('takes Korean nouns for a long form: %s', (text, expected) =>
    expect(found(text)).toEqual([expected]),
  );

  it('finds each of a row that dots part, and no particle behind a bracket', () => {
    expect(found('비무장지대(DMZ)·공동경비구역(JSA)ㆍ북방한계선(NLL)을')).toEqual([
      'DMZ = 비무장지대',
      'JSA = 공동경비구역',
      'NLL = 북방한계선',
    ]);
    expect(found('핵협의그룹(NCG)과의회담체(NPG)')).toEqual(['NCG = 핵협의그룹']);
  });
});
