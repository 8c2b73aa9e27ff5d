import { describe, expect, it } from 'vitest';
import { glossOf } from './draft-of.ts';

describe('an explanation stands alone, and names the body once', () => {
  it.each([
    [
      'an apposition',
      'Talks were led by the Tide Watch Panel (TWP), a body of nine ports that guards the lights.',
      'The Tide Watch Panel is a body of nine ports that guards the lights',
    ],
    [
      'what it does',
      'They asked the Tide Watch Panel (TWP), which buys lamps for the keepers of nine ports.',
      'The Tide Watch Panel buys lamps for the keepers of nine ports',
    ],
    [
      'a clause behind which the sentence goes on',
      'The Tide Watch Panel (TWP), whose keepers guard nine lights, deals with storms only in passing.',
      'The Tide Watch Panel, whose keepers guard nine lights, deals with storms only in passing',
    ],
    [
      'how it began, behind which the sentence goes on',
      'The Tide Watch Panel (TWP), established by the ports on May 4, 2017, is called the lamp table and serves as one channel of nine ports.',
      'The Tide Watch Panel, established by the ports on May 4, 2017, is called the lamp table and serves as one channel of nine ports',
    ],
    [
      'where others do something',
      'It fell to the Tide Watch Panel (TWP), in which nine ports agree on what may be lit.',
      'In the Tide Watch Panel, nine ports agree on what may be lit',
    ],
    [
      'what it is for',
      'Nine ports set up the Tide Watch Panel (TWP) to watch over the lights of the coast.',
      'The Tide Watch Panel is meant to watch over the lights of the coast',
    ],
    [
      'what it was made for',
      'They turned to the Tide Watch Panel (TWP), created to guard the lights of nine ports.',
      'The Tide Watch Panel was created to guard the lights of nine ports',
    ],
  ])('%s', (_, words, said) => {
    expect(glossOf(words, 'TWP')?.replace(/\.$/, '')).toBe(said);
  });

  it.each([
    [
      'another name of it',
      'They met at the TWP, the Tide Watch Panel (TWP), the body of nine ports.',
    ],
    ['what is another’s', 'Its successor has a name already, the Tide Watch Panel (TWP).'],
  ])('is not made of %s', (_, words) => {
    expect(glossOf(words, 'TWP') ?? '').not.toMatch(/ is (?:the Tide Watch Panel|its)/i);
  });

  it.each([
    [
      'the end of a sentence that goes on',
      '파도감시단(TWP)은 아홉 항구의 등대를 함께 지키는 협의체로, 2006년 5월 창설됐다.',
      '파도감시단(TWP)은 아홉 항구의 등대를 함께 지키는 협의체다',
    ],
    [
      'what stands before its name',
      '등대 비용을 나누는 파도분담협정(TWP)은 벨름에 있다.',
      '파도분담협정은 등대 비용을 나누는 협정이다',
    ],
  ])('in Korean, %s', (_, words, said) => {
    expect(glossOf(words, 'TWP')?.replace(/\.$/, '')).toBe(said);
  });

  it('takes a noun with its topic for no clause about the name behind it', () => {
    expect(glossOf('두 자료를 합치는 지도는 파도감시단(TWP)이 만들었다.', 'TWP')).toBeNull();
  });
});
