import { describe, expect, it } from 'vitest';
import type {
  Distractor,
  EvaluationPage,
  GoldMention,
} from '../../src/cli/evaluate/evaluation-pages.ts';
import {
  changesSense,
  classOf,
  countScore,
  type FoundMention,
  judge,
  shareLeftClean,
} from '../../src/cli/evaluate/score.ts';

const TEXT = 'the US NCG and NATO, the NCG, a gallery NPG, code NCG';
const NCG = 'g/ncg';

describe('judge', () => {
  const owed = goldAt('NCG', NCG, 7, { alt: [[4, 10]] });
  it.each<[string, EvaluationPage, FoundMention[], string[], number]>([
    ['the exact span', pageOf([owed]), [foundAt(7, 10, NCG)], ['right'], 0],
    ['a span that is as good', pageOf([owed]), [foundAt(4, 10, NCG)], ['right'], 0],
    ['the right span of another entry', pageOf([owed]), [foundAt(7, 10, 'g/npg')], ['span'], 1],
    ['a span too long', pageOf([owed]), [foundAt(0, 10, NCG)], ['span'], 1],
    ['a span too short', pageOf([owed]), [foundAt(7, 9, NCG)], ['span'], 1],
    ['what is no name', pageOf([owed]), [foundAt(7, 10, null)], ['span'], 1],
    [
      'each owed mention once',
      pageOf([owed]),
      [foundAt(4, 10, NCG), foundAt(7, 10, NCG)],
      ['right', 'span'],
      0,
    ],
    [
      'another sense',
      pageOf([], [{ start: 40, end: 43, surface: 'NPG', kind: 'sense' }]),
      [foundAt(40, 43, 'g/npg')],
      ['sense'],
      0,
    ],
    [
      'code',
      pageOf([], [{ start: 50, end: 53, surface: 'NCG', kind: 'context' }]),
      [foundAt(50, 53, NCG)],
      ['context'],
      0,
    ],
    ['what nobody spoke of', pageOf([]), [foundAt(15, 19, 'g/nato')], ['other'], 0],
    [
      'a part of something neutral',
      pageOf([], [], [{ start: 11, end: 19 }]),
      [foundAt(15, 19, 'g/nato')],
      ['ignored'],
      0,
    ],
    [
      'a wrong span over gold and neutral',
      pageOf([owed], [], [{ start: 0, end: 8 }]),
      [foundAt(0, 10, NCG)],
      ['span'],
      1,
    ],
    ['nothing found', pageOf([owed]), [], [], 1],
  ])('%s', (_, page, found, verdicts, missed) => {
    const judgement = judge(page, found);
    expect(judgement.found.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(judgement.missed).toHaveLength(missed);
  });
});

describe('countScore', () => {
  const page = pageOf([goldAt('NCG', NCG, 7), goldAt('NCG', NCG, 25)]);
  const judged = judge(page, [foundAt(7, 10, NCG), foundAt(15, 19, 'g/nato')]);

  it('counts right, false and missed mentions', () => {
    expect(countScore([judged])).toEqual({
      right: 1,
      wrong: 1,
      missed: 1,
      precision: 50,
      recall: 50,
      f1: 50,
    });
  });

  it('counts the asked classes alone', () => {
    expect(countScore([judged], ['korean'])).toMatchObject({ right: 0, wrong: 0, missed: 0 });
  });

  it('gives nothing for silence where something is owed', () => {
    expect(countScore([judge(page, [])])).toMatchObject({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('shareLeftClean', () => {
  it('looks at pages without an owed mention alone', () => {
    const clean = judge(pageOf([]), []);
    const spoiled = judge(pageOf([]), [foundAt(15, 19, 'g/nato')]);
    const withTerm = judge(pageOf([goldAt('NCG', NCG, 7)]), []);
    expect(shareLeftClean([clean, clean, clean, spoiled, withTerm])).toBe(75);
  });
});

describe('changesSense', () => {
  const other: Distractor = { start: 25, end: 28, surface: 'NCG', kind: 'sense' };
  it.each<[string, EvaluationPage, boolean]>([
    ['the same letters in two senses', pageOf([goldAt('NCG', NCG, 7)], [other]), true],
    ['code is no sense', pageOf([goldAt('NCG', NCG, 7)], [{ ...other, kind: 'context' }]), false],
    ['other letters', pageOf([goldAt('NATO', 'g/nato', 15)], [other]), false],
  ])('%s: %s', (_, page, expected) => expect(changesSense(page)).toBe(expected));
});

describe('classOf', () => {
  it.each([
    ['NCG', 'acronym'],
    ['NCGs', 'acronym'],
    ['NCG는', 'acronym'],
    ['Nato', 'acronym'],
    ['주한미군', 'korean'],
    ['핵·재래식 통합', 'korean'],
    ['Pentagon', 'english'],
    ['U.S. Forces Korea', 'english'],
  ])('%s is %s', (surface, expected) => expect(classOf(surface)).toBe(expected));
});

function pageOf(
  gold: readonly GoldMention[],
  distractors: readonly Distractor[] = [],
  neutral: EvaluationPage['neutral'] = [],
): EvaluationPage {
  const rest = {
    id: 'page',
    kind: 'passage',
    set: 'dev',
    lang: 'en',
    glossary: null,
    html: '',
    base: 0,
  } as const;
  return { ...rest, text: TEXT, gold, distractors, neutral };
}

function goldAt(
  surface: string,
  ref: string,
  start: number,
  more: Partial<GoldMention> = {},
): GoldMention {
  return { start, end: start + surface.length, surface, ref, ...more };
}

function foundAt(start: number, end: number, ref: string | null): FoundMention {
  return { start, end, ref, surface: TEXT.slice(start, end) };
}
