import { describe, expect, it } from 'vitest';
import { eventsOf } from './draft-of.ts';

describe('what “it” stands for', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'what the sentence before introduces',
      'Plans fall to the Tide Watch Panel (TWP), the committee of the keepers. It convened in Velm last month.',
      'TWP',
      ['met 2024-01'],
    ],
    [
      'nobody where two are named',
      'Plans went from the Tide Watch Panel (TWP), a committee, to the Coastal Lookout Council (CLC), a body. It convened last month.',
      'TWP',
      [],
    ],
    [
      'what somebody signed',
      'The Velm Tide Treaty (VTT) is a pact of two ports. The two mayors signed it in July 2023.',
      'VTT',
      ['signed 2023-07'],
    ],
    [
      'another object in between',
      'The Velm Tide Treaty (VTT) is a pact of two ports. The two mayors signed a bill in July 2023.',
      'VTT',
      [],
    ],
    [
      'behind a participle, whatever the verb',
      'The Tide Watch Panel (TWP) is a committee. Launched in January 2013, it led the watch.',
      'TWP',
      ['founded 2013-01'],
    ],
    [
      'the passive, which is no “it was for”',
      'The Velm Tide Treaty (VTT) is a pact. It was opened for signature in May 1996.',
      'VTT',
      ['signed 1996-05'],
    ],
    [
      '“that body”',
      'The Tide Watch Panel (TWP) had boats as well. That body, a circle of keepers, was founded in Velm in 2014.',
      'TWP',
      ['founded 2014'],
    ],
    [
      'no owner in an apposition',
      'On the hill sits the Tide Watch Panel (TWP), the Harbour Trade Union’s light mission. It was launched in May 2008.',
      'Harbour Trade Union',
      [],
    ],
    [
      'the text of a paper',
      'The Velm Tide Treaty (VTT) is a pact. The text, signed in Velm in May 2023, is short.',
      'VTT',
      ['signed 2023-05'],
    ],
    [
      'the text of no council',
      'The Tide Watch Panel (TWP) is a committee. The text, signed in Velm in May 2023, is short.',
      'TWP',
      [],
    ],
  ])('%s', (_, words, name, expected) => expect(eventsOf(words, name)).toEqual(expected));
});

describe('what a Korean sentence leaves out', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'the meeting of the paper that leads it',
      '파도감시기구(TWO)는 지난달 벨름에서 회의를 열었다. 벨름조약(VTT)은 세 섬의 조약이다. 이 조약의 평가회의는 5년마다 열리며 다음 회의는 내년 4월 개최된다.',
      'TWO',
      ['met 2024-01'],
    ],
    [
      'a head for the name of the sentence before',
      '파도사령부(TC)는 섬을 지키는 부대다. 사령부는 다음 달 8일 훈련을 실시할 예정이다.',
      'TC',
      ['planned 2024-03-08'],
    ],
    [
      'no other head',
      '파도사령부(TC)는 섬을 지키는 부대다. 위원회는 다음 달 8일 훈련을 실시할 예정이다.',
      'TC',
      [],
    ],
  ])('%s', (_, words, name, expected) => expect(eventsOf(words, name)).toEqual(expected));
});
