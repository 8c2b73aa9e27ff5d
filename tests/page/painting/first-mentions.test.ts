import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../src/core/senses/mention.ts';
import { createFirstMentions } from '../../../src/page/painting/first-mentions.ts';
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
    commit() {},
    eraseAll: () => board.clear(),
  } as unknown as Painter;
  const firstMentions = createFirstMentions(painter);
  const starts = (where: Block) => {
    firstMentions.commit();
    return (board.get(where) ?? []).map(({ start }) => start);
  };
  return { firstMentions, starts };
}

describe('first mentions', () => {
  const [a, b, c] = [block(1, 1), block(1, 2), block(2, 3)];
  const both = [mention('ncg', 0), mention('ncg', 4)];

  it('lets the first of each section through, whichever comes first', () => {
    const { firstMentions, starts } = createBoard();
    for (const each of [c, b, a]) firstMentions.paint(each, both);
    expect([starts(a), starts(b), starts(c)]).toEqual([[0], [], [0]]);
  });

  it('shows the next one when the first goes, and hides it when one comes before', () => {
    const { firstMentions, starts } = createBoard();
    firstMentions.paint(a, both);
    firstMentions.paint(b, both);
    firstMentions.erase(a);
    expect([starts(a), starts(b)]).toEqual([[], [0]]);
    firstMentions.paint(a, both);
    expect([starts(a), starts(b)]).toEqual([[0], []]);
    firstMentions.paint(a, []);
    expect(starts(b)).toEqual([0]);
  });

  it('tells terms of the page’s own apart by their words', () => {
    const { firstMentions, starts } = createBoard();
    const own = block(1, 1, 'ABC DEF ABC');
    firstMentions.paint(own, [mention(null, 0), mention(null, 4), mention(null, 8)]);
    expect(starts(own)).toEqual([0, 4]);
  });

  it('forgets what was erased', () => {
    const { firstMentions, starts } = createBoard();
    firstMentions.paint(a, both);
    firstMentions.paint(b, both);
    firstMentions.eraseAll();
    firstMentions.paint(c, both);
    expect([starts(a), starts(b), starts(c)]).toEqual([[], [], [0]]);
  });
});
