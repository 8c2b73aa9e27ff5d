/**
 * Any page, any edits, any painting in between: the page's text is its own after each step, no
 * mention stands on a wrong word, and erasing gives back the identical nodes. A twin of the page
 * that nobody paints, edited in the same way, says what is right.
 */
import { describe, expect, it } from 'vitest';
import type { Painter, PlacedMention } from '../../../src/page/painting/painter.ts';
import { fc } from '../../properties.ts';
import { applyAll, build, edits, expectTwins, trees } from '../text/random-page.ts';
import { blocksOf, change, mentionsOf, PAINTERS, recordsOf, stage } from './painting.ts';

/** So many keep the run short. */
const RUNS = 200;
const WORDS = ['NCG', 'USFK', 'U.S. Forces Korea', '[PTX]'];
const TEXTS = [
  'NCG',
  'The NCG met ',
  'U.S. ',
  'Forces',
  ' Korea',
  ' ',
  '',
  'USFK, PTX: NCG',
  'U.S. Forces Korea',
  'x',
];

/** Edits in one step are reported together, as those of one task are. */
const step = fc.record({
  edits: edits(TEXTS),
  /** Whether the records count as too many to be read. */
  isVast: fc.boolean(),
  after: fc.constantFrom('paint', 'paint', 'erase', 'style', 'nothing'),
});

describe.each(PAINTERS)('%s', (_, { create, painted }) => {
  it('never changes what a page says, and gives it back as it was', () => {
    fc.assert(
      fc.property(trees(TEXTS), fc.array(step, { maxLength: 5 }), (parts, steps) => {
        const place = stage('');
        const page = build(place, parts);
        const twin = build(document.createElement('main'), parts);
        const painter = create();
        const shown = paintAll(place, painter);
        expect(place.textContent).toBe(twin[0]!.textContent);
        for (const { edits: now, isVast, after } of steps) {
          applyAll(now, twin);
          const act = () => applyAll(now, page);
          if (isVast) painter.abandon(recordsOf(place, act));
          else change(place, painter, act);
          if (isVast) expect([...painted('dotted'), ...painted('solid')]).toEqual([]);
          expect(place.textContent).toBe(twin[0]!.textContent);
          expectRightWords(painter, shown);
          if (after === 'paint') shown.push(...paintAll(place, painter));
          if (after === 'style') painter.setStyle('solid');
          if (after === 'erase') for (const { block } of shown.slice(-3)) painter.erase(block);
          expect(place.textContent).toBe(twin[0]!.textContent);
          expectRightWords(painter, shown);
        }
        painter.eraseAll();
        expect([...painted('dotted'), ...painted('solid')]).toEqual([]);
        expectTwins(page, twin);
      }),
      { numRuns: RUNS },
    );
  });

  it('lets a page join its texts', () => {
    fc.assert(
      fc.property(trees(TEXTS), edits(TEXTS), fc.nat(), (parts, before, at) => {
        const place = stage('');
        const page = build(place, parts);
        const twin = build(document.createElement('main'), parts);
        const painter = create();
        paintAll(place, painter);
        applyAll(before, twin);
        change(place, painter, () => applyAll(before, page));
        paintAll(place, painter);
        twin[at % twin.length]!.normalize();
        change(place, painter, () => page[at % page.length]!.normalize());
        expect(place.textContent).toBe(twin[0]!.textContent);
        painter.eraseAll();
        // What has gone into the text before it is nobody's any more.
        expectTwins(page, twin, (node) => place.contains(node) || twin[0]!.contains(node));
      }),
      { numRuns: RUNS },
    );
  });
});

function paintAll(place: Node, painter: Painter): PlacedMention[] {
  return blocksOf(place, painter).flatMap((block) => {
    const mentions = mentionsOf(block, ...WORDS);
    painter.paint(block, mentions);
    return mentions.map((mention) => ({ mention, block }));
  });
}

function expectRightWords(painter: Painter, shown: readonly PlacedMention[]): void {
  for (const placed of shown) {
    const range = painter.rangeOf(placed);
    if (!range) continue;
    const { start, end } = placed.mention;
    expect(String(range)).toBe(placed.block.text.slice(start, end));
  }
}
