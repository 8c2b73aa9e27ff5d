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

/** Lines that were read without a pause. */
interface ReadLines {
  readonly blocks: readonly Block[];
  /** Older blocks that share text with the new ones, which replace them. */
  readonly grown: ReadonlySet<Block>;
}

/** The most lines that are handed over at once. */
const HANDFUL = 32;
/** Texts passed over between two looks at the clock. */
const MANY_TEXTS = 256;

/**
 * Read the lines in which text nodes stand, each once. If a line has grown together with older
 * blocks it replaces them, and the rest of their text is read again. The caller must replace the
 * grown blocks before it asks for more, and before the page has its turn.
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
