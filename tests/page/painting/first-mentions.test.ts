import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../src/core/senses/mention.ts';
import { createSieve } from '../../../src/page/painting/first-mentions.ts';
import type { Painter } from '../../../src/page/painting/painter.ts';
import type { Block } from '../../../src/page/text/blocks.ts';

const mention = (ref: string | null, start: number): Mention => ({
  ...{ ref, start, end: start + 3 },
  reason: { kind: 'name' },
});
const block = (section: number, order: number, text = 'NCG NCG'): Block => ({
  ...{ text, section, order, nodes: [], starts: [], isHeading: false, container: null },
  root: document.body,
});

/** A painter that only remembers what is on it. */
function createBoard() {
  const board = new Map<Block, readonly Mention[]>();
  const painter = {
    paint: (where: Block, mentions: readonly Mention[]) => void board.set(where, mentions),
    erase: (where: Block) => void board.delete(where),
    settle() {},
    eraseAll: () => board.clear(),
  } as unknown as Painter;
  const sieve = createSieve(painter);
  const starts = (where: Block) => {
    sieve.settle();
    return (board.get(where) ?? []).map(({ start }) => start);
  };
  return { sieve, starts };
}

describe('the sieve', () => {
  const [a, b, c] = [block(1, 1), block(1, 2), block(2, 3)];
  const both = [mention('ncg', 0), mention('ncg', 4)];

  it('lets the first of each section through, whichever comes first', () => {
    const { sieve, starts } = createBoard();
    for (const each of [c, b, a]) sieve.paint(each, both);
    expect([starts(a), starts(b), starts(c)]).toEqual([[0], [], [0]]);
  });

  it('shows the next one when the first goes, and hides it when one comes before', () => {
    const { sieve, starts } = createBoard();
    sieve.paint(a, both);
    sieve.paint(b, both);
    sieve.erase(a);
    expect([starts(a), starts(b)]).toEqual([[], [0]]);
    sieve.paint(a, both);
    expect([starts(a), starts(b)]).toEqual([[0], []]);
    sieve.paint(a, []);
    expect(starts(b)).toEqual([0]);
  });

  it('tells terms of the page’s own apart by their words', () => {
    const { sieve, starts } = createBoard();
    const own = block(1, 1, 'ABC DEF ABC');
    sieve.paint(own, [mention(null, 0), mention(null, 4), mention(null, 8)]);
    expect(starts(own)).toEqual([0, 4]);
  });

  it('forgets what was erased', () => {
    const { sieve, starts } = createBoard();
    sieve.paint(a, both);
    sieve.paint(b, both);
    sieve.eraseAll();
    sieve.paint(c, both);
    expect([starts(a), starts(b), starts(c)]).toEqual([[], [], [0]]);
  });
});
