/** Reads single lines of text that the page has changed. */
import { readBlockAround } from './block-around.ts';
import type { Block, PageText } from './blocks.ts';
import { isHere } from './nodes.ts';

interface LineSource {
  /** The block that a text node is part of. */
  ownerOf(node: Node): Block | undefined;
  readonly pageText: PageText;
  /** Whether the line of a text may be read now. */
  mayRead(node: Text): boolean;
  /** Whether it is the page's turn. */
  isDue(): boolean;
}

/** Lines that were read in one go. */
interface ReadLines {
  readonly blocks: readonly Block[];
  /** Older blocks whose text has become part of these. */
  readonly grown: ReadonlySet<Block>;
}

/** So many lines are handed over at once, at the most. */
const HANDFUL = 32;
/** The clock is looked at after so many texts whose line was read already. */
const MANY_TEXTS = 256;

/**
 * Read the lines that text nodes stand in, each once. A line that has grown together with older
 * blocks takes their place; what it leaves of them is read anew. What was read is to be put in the
 * place of those before the next is asked for, and before the page has its turn.
 */
export function* readChangedLines(
  lines: Iterable<Text>,
  { ownerOf, pageText, mayRead, isDue }: LineSource,
): Generator<ReadLines, void, undefined> {
  const seen = new Set<Text>();
  const queue = [...lines];
  let blocks: Block[] = [];
  let grown = new Set<Block>();
  let passed = 0;
  for (const node of queue) {
    const owner = ownerOf(node);
    const isNew = !seen.has(node) && isHere(node) && (!owner || grown.has(owner));
    if (isNew && mayRead(node)) {
      const block = readBlockAround(node, pageText, seen);
      if (block) blocks.push(block);
      for (const each of block?.nodes ?? []) {
        const old = ownerOf(each);
        if (!old || grown.has(old)) continue;
        grown.add(old);
        for (const left of old.nodes) queue.push(left);
      }
    } else if (++passed % MANY_TEXTS > 0) continue;
    if (blocks.length < HANDFUL && !isDue()) continue;
    yield { blocks, grown };
    blocks = [];
    grown = new Set();
  }
  yield { blocks, grown };
}
