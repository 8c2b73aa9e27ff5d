import { describe, expect, it } from 'vitest';
import { beginsWithClosing, isParticles } from '../../../src/core/text/particles.ts';

/** Of the tails, those that are read as particles behind the noun. */
const read = (noun: string, tails: string): string[] =>
  tails.split(' ').filter((tail) => isParticles(noun, tail));

describe('isParticles', () => {
  it.each([
    ['case', '핵우산', '은 이 을 의 에 과 으로 께서 한테 에게서 으로부터 으로서 으로써 이랑 하고'],
    ['case, behind a vowel', '국방부', '는 가 를 와 로 로부터 로서 로써 랑 더러'],
    ['case, behind ㄹ', '서울', '로 로서 로부터 이랑 과'],
    [
      'limit',
      '핵우산',
      '만 까지 부터 마저 조차 뿐 밖에 만큼 대로 처럼 보다 마다 커녕 은커녕 이나마',
    ],
    ['choice', '핵우산', '이나 이든 이든지 이라도 이란 이야말로 같은 같이 이라든가'],
    ['choice, behind a vowel', '국방부', '나 든 든지 라도 란 야말로 나마 라든가 는커녕'],
    [
      'the copula',
      '핵우산',
      '이다 이며 이고 이지만 인데 인가 일 일수록 임을 임에도 이기에 이므로 입니다',
    ],
    ['the copula, behind a vowel', '국방부', '다 이다 며 이며 고 지만 면 니까 인데 던 예요 죠'],
    ['what was', '핵우산', '이었다 이었던 이었으며 이었지만 이었다고 이었을까 이었음을 이었습니다'],
    ['what was, behind a vowel', '국방부', '였다 이었다 였던 였는데 였다면 였음을 였습니다'],
    [
      'saying',
      '핵우산',
      '이라고 이라며 이라는 이라면서 이라던 이라니 이라기보다는 이라고도 이라지만',
    ],
    ['what was, and a particle behind it', '핵우산', '이었는데도 이었을지도 이었을지는 일지언정'],
    ['what was, and a particle behind it', '나토', '였는데도 였을지도 였기에 다운 답게'],
    ['honour', '대통령', '께서는 이십니다 이셨다 이신'],
    ['honour, behind a vowel', '총리', '께서도 십니다 이십니다 셨다 신'],
    ['nouns of compounds', '사드', '배치 배치를 기지에서는 체계로서의 부대만'],
    ['saying, behind a vowel', '국방부', '라고 라며 라는 라던 라기보다 라고는 라서 라야'],
    [
      'rows',
      '핵우산',
      '에서는 으로부터의 까지만도 에서만이라도 에게까지도 만으로는 뿐이라는 과의 들에게는',
    ],
    [
      'rows, behind a vowel',
      '국방부',
      '로부터의 로서는 와도 에서조차 부터라도 까지는 측은 장관에게',
    ],
    ['는 drawn together', '국방부', '에선 엔 에겐 까진 로선 보단 라곤'],
  ])('takes %s', (_, noun, tails) => expect(read(noun, tails)).toEqual(tails.split(' ')));

  it.each([
    ['the form for the other sound', '핵우산', '는 가 를 와 로 나 라며 였다 는커녕'],
    ['the form for the other sound', '국방부', '은 이 을 과 으로 이든 이란 은커녕'],
    ['the form for the other sound', '서울', '으로 으로서 와'],
    [
      'nouns that begin like one',
      '국방부',
      '가족 가격 의도 의무 도로 도시 시장 시민 신문 로고 로봇 만행 나라 와인 다리 다음',
    ],
    [
      'nouns that begin like one',
      '핵우산',
      '이론 이전 은행 과학 과장 의지 만세 이익 일본 인도 을지 이시영 이신전심 답장 일지매 배치기',
    ],
    ['what stands in no row', '국방부', '는에서 를은 도의 로다 에고 가까지'],
  ])('leaves %s', (_, noun, tails) => expect(read(noun, tails)).toEqual([]));

  it('takes both forms where the last sound is not known', () => {
    expect(read('NCG', '은 는 이 가 을 를 과 와 으로 로 이라며 라며 이었다 였다')).toHaveLength(14);
    expect(read('B-52', '은 는 이랑 랑')).toHaveLength(4);
  });

  it('takes time by length', () => {
    expect(isParticles('국방부', '까지만'.repeat(300))).toBe(true);
    expect(isParticles('국방부', `${'만까지'.repeat(300)}족`)).toBe(false);
  });
});

describe('beginsWithClosing', () => {
  it.each([
    ['연합사', '가족', true],
    ['연합사', '를', true],
    ['동맹', '의지', true],
    ['주한미군', '가족', false],
    ['주한미군', '기지', false],
    ['연합사', '에너지', false],
  ])('%s + %s: %s', (noun, tail, expected) => expect(beginsWithClosing(noun, tail)).toBe(expected));
});
