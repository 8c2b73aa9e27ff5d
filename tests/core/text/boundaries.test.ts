import { describe, expect, it } from 'vitest';
import { standsFree } from '../../../src/core/text/boundaries.ts';

/** Whether the part of a text in square brackets stands free. */
function isFree(marked: string): boolean {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return standsFree(marked.replace(/[[\]]/g, ''), start, end);
}

describe('standsFree', () => {
  it.each([
    ['[NCG]'],
    ['the [NCG] met'],
    ['([USFK])'],
    ['“[NCG]”'],
    ["'[NCG]'s"],
    ['[NCG].'],
    ['[NCG]...'],
    ['...[NCG]'],
    ['[NCG]: what it does'],
    ['Update:[NATO] to meet'],
    ['출처:[NATO]'],
    ['non-[NATO]'],
    ['[USFK]-led'],
    ['[NCG]/[EDSCG]'],
    ['and/or [NCG]/EDSCG'],
    ['#[NATO]'],
    ['—[NCG]—'],
    ['[NCG], which'],
    ['핵협의그룹([NCG])'],
    ['[NATO](@nato_press)'],
    ['[나토](https://example.org)'],
    ['see https://example.org, [NCG] said'],
    ['제3차[NCG]회의'],
    ['\u200b[NCG]\u00ad'],
  ])('%s', (marked) => expect(isFree(marked)).toBe(true));

  it.each([
    ['@[NATO]'],
    ['@US-[NCG]'],
    ['[NCG]@example.org'],
    ['press@[NCG].example'],
    ['[NCG]-press@example.org'],
    ['[NCG]+news@example.org'],
    ['https://example.org/[NCG]'],
    ['https://example.org/[NCG]-meets'],
    ['https://example.org/the-[NCG]-meets'],
    ['https://example.org/?q=[NCG]'],
    ['https://example.org/#[NCG]'],
    ['https://example.org/a,[NCG]'],
    ['www.example.org?[NCG]'],
    ['example.org/[NCG]'],
    ['www.[NATO].int'],
    ['[NATO].int'],
    ['[CNI].json'],
    ['/etc/[CNI]/net.d'],
    ['~/[CNI]'],
    ['C:\\[CNI]\\x'],
    ['$[NCG]'],
    ['%[NCG]%'],
    ['`[NCG]`'],
    ['[NCG]()'],
    ['[NCG]::new'],
    ['xmlns:[NCG]'],
    ['x=[NCG]'],
    ['[NCG]=1'],
    ['@\u200b[NATO]'],
  ])('not %s', (marked) => expect(isFree(marked)).toBe(false));

  it.each<[string, boolean]>([
    ['미[나토]', false],
    ['미\u00ad[나토]', false],
    ['[나토]리', false],
    ['[나토]가', true],
    ['[나토]에서는', true],
    ['[나토]군', true],
    ['[나토]정상회의', true],
    ['반[나토]', true],
    ['한국[국방부]는', true],
    ['[국방부]장관', true],
    ['전[국방부]', true],
    ['새로[나토]', false],
    ['유엔[주한미군]기지', true],
    ['[펜타곤]이라는', true],
    ['"[나토]"', true],
    ['[핵우산]', true],
    ['[핵우산]이라며', true],
    ['[국방부]로부터의', true],
    ['[국방부]가족', false],
    ['[국방부]과', false],
    ['[한미연합사]가', true],
    ['[한미연합사]가족', false],
    ['[한미연합사]에서조차', true],
    ['[주한미군]기지', true],
    ['[주한미군]가족', true],
  ])('in Hangul: %s → %s', (marked, expected) => expect(isFree(marked)).toBe(expected));
});
