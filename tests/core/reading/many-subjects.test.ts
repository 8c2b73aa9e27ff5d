/** Pages of many subjects: what one item is about, or defines, does not colour the others. */
import { describe, expect, it } from 'vitest';
import { readDefinitions } from '../../../src/core/definitions/find-definitions.ts';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import { createReading } from '../../../src/core/reading/reading.ts';
import { sheetOf } from '../../../src/core/reading/sheet.ts';
import { finish } from '../../../src/core/text/slices.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const index = indexGlossaries([
  makeGlossary({
    xqt: {
      short: ['XQT'],
      long: ['Xenon Quiet Talks'],
      cues: ['gas embargo', 'xenon exports', 'delegates'],
      rivals: [{ long: 'cross-query transformer', cues: ['neural network', 'training data'] }],
    },
  }),
]);

/** Read a page: its sections, each of some paragraphs; the mentions of the last paragraph. */
function readLast(...sections: readonly (readonly string[])[]): string[] {
  const reading = createReading('en', readDefinitions);
  const blocks = sections
    .flatMap((texts, section) => texts.map((text) => ({ text, section })))
    .map((block, order) => ({ ...block, order }));
  const batch = finish(reading.begin(sheetOf(blocks)));
  const keys = reading.keys();
  reading.learn(keys.length, lookUp(index, keys));
  finish(reading.takeIn(batch));
  const last = blocks.at(-1)!;
  return reading.mentionsOf(last).map(({ start, end, ref, reason }) => {
    const meaning = reason.kind === 'own' ? `“${reason.long}”` : ref?.replace('sample/', '');
    return `${last.text.slice(start, end)}→${meaning}`;
  });
}

const TALKS = [
  ['After the gas embargo delegates of the XQT met.'],
  ['The XQT ended with xenon exports.'],
  ['The delegates spoke of the gas embargo.'],
];
const OURS = ['XQT→xqt'];

describe('a page of many subjects', () => {
  it.each<[string, string[], string[]]>([
    ['speaks of a rival', ['The XQT is a neural network.'], []],
    ['says nothing', ['The XQT comes in red and blue.'], []],
    ['speaks for it', ['Delegates took the XQT for granted.'], OURS],
    ['speaks for it in another paragraph', ['The delegates came.', 'They joined the XQT.'], OURS],
    [
      'speaks for it, and of a rival less',
      ['Delegates like the gas embargo and the XQT, no neural network.'],
      OURS,
    ],
  ])('leaves a section its own: one that %s', (_, section, expected) =>
    expect(readLast(...TALKS, section)).toEqual(expected),
  );

  it('tells a section that says nothing what is named elsewhere', () =>
    expect(readLast(...TALKS, ['The Xenon Quiet Talks end.'], ['The XQT was long.'])).toEqual(
      OURS,
    ));

  it('speaks for all of it where it has few sections', () =>
    expect(readLast([...TALKS[0]!, ...TALKS[1]!], ['The XQT was long.'])).toEqual(OURS));

  it('leaves a paragraph that speaks of a rival alone, though its section is about ours', () => {
    const section = TALKS.flat();
    expect(readLast([...section, 'The XQT is a neural network.'])).toEqual([]);
    expect(readLast([...section, 'The XQT was long.'])).toEqual(OURS);
  });
});

describe('what one section defines', () => {
  const OTHER = ['Xylo Quick Trains (XQT) run on a neural network. The XQT learns.'];
  const NAMED = ['The Xenon Quiet Talks (XQT) began. Delegates came.'];
  const FILLERS = [['Delegates left.'], ['The gas embargo ended.'], ['Xenon exports rose.']];

  it('does not hold where another is about ours', () =>
    expect(
      readLast(OTHER, ...FILLERS, [
        'After the gas embargo on xenon exports delegates like the XQT.',
      ]),
    ).toEqual(OURS));

  it('does not hold where another is about a rival', () =>
    expect(readLast(NAMED, ...FILLERS, ['The XQT has training data.'])).toEqual([]));

  it('holds where another says nothing', () => {
    expect(readLast(NAMED, ...FILLERS, ['The XQT was long.'])).toEqual(OURS);
    expect(readLast(OTHER, ['Nothing.'], ['The XQT was long.'])).toEqual([
      'XQT→“Xylo Quick Trains”',
    ]);
  });
});
