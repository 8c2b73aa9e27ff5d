import { describe, expect, it } from 'vitest';
import { glossOf } from './draft-of.ts';

describe('an explanation', () => {
  it.each<[string, string, string, string | null]>([
    [
      'what it does, whatever the verb',
      'The Tide Watch Panel (TWP) lights nine towers for the ships.',
      'TWP',
      'lights nine towers',
    ],
    [
      'what it says',
      'The Tide Watch Panel (TWP) estimates that nine towers are dark.',
      'TWP',
      null,
    ],
    [
      'what it does on one day',
      'The Tide Watch Panel (TWP) lights nine towers on Monday.',
      'TWP',
      null,
    ],
    ['where it works', 'The Tide Watch Panel (TWP) works in Velm.', 'TWP', null],
    [
      'one of a kind that what follows tells',
      'They asked the Tide Watch Panel (TWP), a talking circle of nine ports, to wait.',
      'TWP',
      'a talking circle',
    ],
    [
      'what somebody did',
      'They left the Tide Watch Panel (TWP), a move that nobody had foreseen, and went.',
      'TWP',
      null,
    ],
    [
      'an owner of one word',
      'The Tide Watch Panel (TWP), Velm’s top lighting body, approves it.',
      'TWP',
      'Velm’s top lighting body',
    ],
    [
      'a noun that a clause holds down',
      'The Velm Tide Treaty (VTT) is the bundle of promises that binds nine ports.',
      'VTT',
      'the bundle of promises',
    ],
    ['a noun that nothing holds down', 'The Velm Tide Treaty (VTT) is a bundle.', 'VTT', null],
    [
      'what holds under a paper',
      'Under the Velm Tide Treaty (VTT) of 1951 every port must light its tower.',
      'VTT',
      'must light its tower',
    ],
    [
      'what will happen under it',
      'Under the Velm Tide Treaty (VTT) of 1951 the ports will meet in May.',
      'VTT',
      null,
    ],
    [
      'who takes part',
      'The E3, that is, Ostrand, Velm and Zetta, offered to wait.',
      'E3',
      'Ostrand, Velm and Zetta',
    ],
    [
      'its other name',
      'Tide Watch Panel (TWP) it is. TWP, the Tide Watch Panel, met on Monday.',
      'TWP',
      null,
    ],
    [
      'what has been done, and not when',
      'The Tide Watch Panel (TWP), which has trained 900 keepers since 2022, is small.',
      'TWP',
      'has trained 900 keepers',
    ],
    [
      'when it was founded',
      'The Tide Watch Panel (TWP), which was founded in May 2022, met.',
      'TWP',
      null,
    ],
  ])('%s: %s', (_, words, name, part) => {
    const gloss = glossOf(words, name);
    if (part === null) expect(gloss).toBeNull();
    else expect(gloss).toContain(part);
  });

  it.each<[string, string, string, string | null]>([
    [
      'a noun of any kind',
      '파도한계선(TL)은 충돌을 막기 위해 세 섬이 그은 바다의 금이다.',
      'TL',
      '바다의 금이다',
    ],
    [
      'a polite form',
      '파도한계선(TL)은 충돌을 막기 위해 세 섬이 그은 바다의 금입니다.',
      'TL',
      '바다의 금입니다',
    ],
    ['an adjective', '파도한계선(TL)은 섬들이 그은 어떤 것보다 빠르다.', 'TL', null],
    ['a verb', '파도한계선(TL)은 섬들이 세운 등대를 지난다.', 'TL', null],
  ])('in Korean, %s', (_, words, name, part) => {
    const gloss = glossOf(words, name);
    if (part === null) expect(gloss).toBeNull();
    else expect(gloss).toContain(part);
  });

  it('takes no speaker’s label for a part of what is said', () => {
    const words =
      'Oru: The Tide Watch Panel (TWP) is a body of keepers.\n\nBrandt: It is small.\n\nOru: The TWP lights nine towers for the ships.';
    expect(glossOf(words, 'TWP')).toContain('is a body of keepers');
  });
});
