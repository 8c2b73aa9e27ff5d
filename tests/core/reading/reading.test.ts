import { describe, expect, it } from 'vitest';
import { readDefinitions } from '../../../src/core/definitions/find-definitions.ts';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import type { PageReading } from '../../../src/core/reading/page-reading.ts';
import { createReading } from '../../../src/core/reading/reading.ts';
import { type Sheet, sheetOf } from '../../../src/core/reading/sheet.ts';
import { finish } from '../../../src/core/text/slices.ts';
import type { TextBlock } from '../../../src/core/text/text-block.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const index = indexGlossaries([
  makeGlossary({
    group: { short: ['QTG'], long: ['Quiet Talks Group'], cues: ['silence', 'delegates'] },
    council: { long: ['Harbour Noise Council'] },
  }),
]);

/** Read a sheet with what the library answers; `asked` gets the keys. */
function take(reading: PageReading, sheet: Sheet, asked: number[][] = []): Set<TextBlock> {
  const batch = finish(reading.begin(sheet));
  const keys = [...reading.keys()];
  asked.push(keys);
  reading.learn(keys.length, lookUp(index, keys));
  return finish(reading.takeIn(batch));
}

/** A page as its reader sees it: blocks by their place, all in one section. */
function openPage() {
  const reading: PageReading = createReading('en', readDefinitions);
  const asked: number[][] = [];
  const blocks: TextBlock[] = [];
  return {
    asked,
    blocks,
    add(...texts: string[]): Set<TextBlock> {
      const added = texts.map((text, i) => ({ text, section: 1, order: blocks.length + i }));
      blocks.push(...added);
      return take(reading, sheetOf(added), asked);
    },
    remove(block: TextBlock): Set<TextBlock> {
      blocks.splice(blocks.indexOf(block), 1);
      reading.forget([block]);
      return finish(reading.unsettled());
    },
    tidy: () => finish(reading.tidy()),
    swayed: () => [...reading.swayed()].map((block) => blocks.indexOf(block)),
    mentions: () =>
      blocks.map((block) =>
        reading.mentionsOf(block).map(({ start, end, ref, reason }) => {
          const meaning = reason.kind === 'own' ? `“${reason.long}”` : ref?.replace('sample/', '');
          return `${block.text.slice(start, end)}→${meaning}`;
        }),
      ),
  };
}

/** A sheet that tells which of its blocks were made. */
function lazySheet(texts: readonly string[]): { sheet: Sheet; made: ReadonlySet<number> } {
  const sheet = sheetOf(texts.map((text, order) => ({ text, section: 1, order })));
  const made = new Set<number>();
  const blockAt = (number: number) => {
    made.add(number);
    return sheet.blockAt(number);
  };
  return { sheet: { ...sheet, blockAt }, made };
}

describe('a reading', () => {
  it('tells which older blocks what came later speaks to, once', () => {
    const page = openPage();
    page.add('QTG MET', 'The Harbour Noise Council met.');
    const before = page.mentions();
    expect(page.swayed()).toEqual([]);
    page.add('The delegates kept silence.', 'The QTG met in silence.');
    expect(page.swayed()).toEqual([0, 3]);
    expect(page.mentions()[0]).not.toEqual(before[0]);
    expect(page.swayed()).toEqual([]);
  });

  it('tells nothing where what came later says what was said before', () => {
    const page = openPage();
    page.add('QTG MET', 'The delegates kept silence.');
    page.mentions();
    page.add('Again the delegates kept silence.');
    page.mentions();
    expect(page.swayed()).toEqual([]);
  });

  it('tells nothing of what was chosen by all that there is', () => {
    const page = openPage();
    page.add('QTG MET', 'The delegates kept silence.');
    page.mentions();
    expect(page.swayed()).toEqual([]);
  });

  it('asks for the words of a block once', () => {
    const page = openPage();
    page.add('The Harbour Noise Council met.');
    page.add('The Harbour Noise Council met.', 'The met again.');
    expect(page.asked[0]?.length).toBeGreaterThan(0);
    expect(page.asked[1]).toHaveLength(3);
  });

  it('asks anew for what was begun and never taken in', () => {
    const reading = createReading('en', readDefinitions);
    const blocks = [{ text: 'Harbour Noise Council', section: 1, order: 1 }];
    finish(reading.begin(sheetOf(blocks)));
    const lost = [...reading.keys()];
    finish(reading.begin(sheetOf(blocks)));
    expect(lost.length).toBeGreaterThan(0);
    expect(reading.keys()).toEqual(lost);
  });

  it('keeps the names of each block apart, whatever stands in the one before', () => {
    const page = openPage();
    page.add('A Harbour', 'Noise Council', 'Harbour Noise Council');
    expect(page.mentions()).toEqual([[], [], ['Harbour Noise Council→council']]);
  });

  it('finds a cue that came before the first name it speaks for', () => {
    const page = openPage();
    page.add('In silence the delegates rose.');
    page.add('So ended the QTG.');
    page.add('The QTG met in silence.');
    expect(page.mentions()[2]).toEqual(['QTG→group']);
  });

  it('tells of older blocks when a definition turns up, and again when it goes', () => {
    const page = openPage();
    page.add('The QTG is here.', 'No form at all.');
    const [older, unconcerned] = page.blocks;
    const touched = page.add('The Quiet Talks Group (QTG) met.');
    expect(touched).toContain(older);
    expect(touched).not.toContain(unconcerned);
    expect(page.mentions()[0]).toEqual(['QTG→group']);
    expect(page.remove(page.blocks[2]!)).toContain(older);
    expect(page.mentions()[0]).toEqual([]);
  });

  it('shows the page’s own terms as long as they are defined', () => {
    const page = openPage();
    page.add('The Lights Union of Harbours (LUH) met.', 'The LUH left; LUHs return.');
    expect(page.mentions()[1]).toEqual([
      'LUH→“Lights Union of Harbours”',
      'LUHs→“Lights Union of Harbours”',
    ]);
    page.remove(page.blocks[0]!);
    expect(page.mentions()).toEqual([[]]);
  });

  it('looks no longer for terms that a page without end defined long ago', () => {
    const page = openPage();
    const letters = [...'ABCDEFGHIJKL'];
    for (const pair of letters.flatMap((one) => letters.map((other) => `${one}${other}`))) {
      page.add(`The Lights Union ${pair[0]}arbour ${pair[1]}eague (LU${pair}) met.`);
    }
    expect(page.add('The LUAB left.').size).toBe(1);
    for (const block of page.blocks.slice(0, -3)) page.remove(block);
    page.tidy();
    expect(page.add('The LUAB left.').size).toBe(0);
    expect(page.add('The LULL left.').size).toBe(1);
  });

  it('keeps own terms from overlapping', () => {
    const page = openPage();
    page.add('Sonic Air Map (SAM); Korean Sonic Air Map (K-SAM).', 'A K-SAM is a SAM.');
    expect(page.mentions()[1]?.map((each) => each.replace(/→.*/, ''))).toEqual(['K-SAM', 'SAM']);
  });

  it('forgets what a block said once it is gone', () => {
    const page = openPage();
    page.add('The Quiet Talks Group, delegates and silence.', 'The QTG.');
    expect(page.mentions()[1]).toEqual(['QTG→group']);
    page.remove(page.blocks[0]!);
    expect(page.mentions()[0]).toEqual([]);
  });

  it('makes blocks of what something is found in, and of nothing else', () => {
    const texts = ['A plain line.', 'The Harbour Noise Council met.', 'Silence and delegates.'];
    const { sheet, made } = lazySheet(texts);
    const reading = createReading('en', readDefinitions);
    take(reading, sheet);
    expect([...made]).toEqual([1]);
    // Only now is there an entry that the cues of the third line speak for.
    take(reading, lazySheet(['So the QTG ended.']).sheet);
    expect([...made]).toEqual([1, 2]);
  });

  it('passes over blocks that the page has taken back, now and later', () => {
    const { sheet } = lazySheet(['Silence and delegates.', 'The QTG met in silence.']);
    const reading = createReading('en', readDefinitions);
    const gone: Sheet = { ...sheet, blockAt: () => null, holds: () => false };
    expect(take(reading, gone).size).toBe(0);
    expect(() => finish(reading.tidy())).not.toThrow();
  });

  it('lets go of sheets whose text is gone, and of them alone', () => {
    const asked: number[] = [];
    const { sheet, made } = lazySheet(['In silence.', 'Delegates rose.']);
    const reading = createReading('en', readDefinitions);
    const watched: Sheet = { ...sheet, holds: (number) => asked.push(number) > 1 };
    take(reading, watched);
    finish(reading.tidy());
    expect(asked).toEqual([0, 1]);
    take(reading, lazySheet(['So the QTG ended.']).sheet);
    expect([...made]).toEqual([1]);
  });

  it('has no mentions for a block that it has not taken in', () => {
    const reading = createReading('', readDefinitions);
    expect(reading.mentionsOf({ text: 'Harbour Noise Council', section: 1, order: 1 })).toEqual([]);
    reading.forget([{ text: '', section: 1, order: 1 }]);
    expect(finish(reading.unsettled()).size).toBe(0);
  });
});
