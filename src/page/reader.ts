/**
 * Reads a page and keeps its mentions painted while the page changes: blocks → words → look-up →
 * occurrences → senses → mentions → painter. New and changed blocks only; a page at rest costs
 * nothing.
 */
import type { TextBlock } from '../core/evidence.ts';
import type { Candidate, Mention } from '../core/mention.ts';
import { createReading } from '../core/reading.ts';
import { createBlockList } from './block-list.ts';
import { type Block, readBlockAround, readBlocks } from './blocks.ts';
import { createChanges } from './changes.ts';
import { createHiddenBlocks } from './hidden-blocks.ts';
import type { Painter, PlacedMention } from './painter.ts';
import { findShadowRoots } from './shadow-roots.ts';

/** Changes are gathered for so long before they are read, in milliseconds; it never restarts. */
const GATHER_MS = 50;
/** After a look-up that failed (the background is being replaced), in milliseconds. */
const RETRY_MS = 2_000;
/** Text is read in parts of so many UTF-16 code units; between them the page has its turn. */
const PART_LENGTH = 50_000;

export interface ReaderOptions {
  readonly document: Document;
  /** The part that is read; the whole body unless said. */
  readonly root?: Node;
  readonly painter: Painter;
  /** Asks the library; rejects when it cannot be reached. */
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
  /** Called after the mentions of the page have changed. */
  onChange(): void;
  readonly signal: AbortSignal;
}

export interface Reader {
  /** Read the whole page, and go on reading what changes until the signal aborts. */
  start(): Promise<void>;
  /** Show the mentions by another painter; the one before has been emptied. */
  repaint(painter: Painter): void;
  /** The mentions on show, in reading order. */
  mentions(): PlacedMention[];
}

/** Create what reads a page; nothing is read before `start`. */
export function createReader(options: ReaderOptions): Reader {
  const { document, lookUp, onChange, signal } = options;
  let { painter } = options;
  const pageText = (node: Text) => painter.pageText(node);
  const reading = createReading(document.documentElement.lang.toLowerCase());
  const list = createBlockList();
  const changes = createChanges(list.ownerOf, pageText);
  const hidden = createHiddenBlocks(show, signal);
  const chosen = new Map<Block, readonly Mention[]>();
  const shown = new Map<Block, readonly Mention[]>();
  const observed = new Set<Node>();
  let waiting: Block[] = [];
  let working = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver((records) => {
    for (const block of painter.repair(records)) changes.addBlock(block);
    changes.addRecords(records);
    schedule(GATHER_MS);
  });

  async function start(): Promise<void> {
    if (signal.aborted) return;
    signal.addEventListener('abort', stop, { once: true });
    observe(options.root ?? document.body ?? document.documentElement);
    await work();
  }

  function stop(): void {
    observer.disconnect();
    clearTimeout(timer);
    painter.eraseAll();
  }

  function observe(root: Node): void {
    if (observed.has(root)) return;
    observed.add(root);
    // With old values: a page may write just what a wrapped mention left of its text node.
    observer.observe(root, {
      childList: true,
      characterData: true,
      characterDataOldValue: true,
      subtree: true,
    });
    changes.addRoot(root);
  }

  function schedule(delay: number): void {
    if (timer !== undefined || working || signal.aborted) return;
    if (changes.isEmpty() && waiting.length === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      void work();
    }, delay);
  }

  /** Read what has changed. One at a time: what changes meanwhile is read in the next turn. */
  async function work(): Promise<void> {
    working = true;
    let delay = GATHER_MS;
    try {
      const { gone, lines, roots } = changes.take();
      decide(forget(gone));
      const added = [
        ...roots.flatMap((root) => readBlocks(root, pageText)),
        ...[...lines].flatMap(readLine),
      ].filter(isNew);
      list.insert(added);
      waiting.push(...added);
      await takeIn();
      for (const root of roots) whenIdle(() => searchShadowRoots(root));
    } catch {
      delay = RETRY_MS;
    }
    working = false;
    schedule(delay);
  }

  const isNew = ({ nodes }: Block) => nodes.every((node) => list.ownerOf(node) === undefined);

  function readLine(node: Text): Block[] {
    if (!node.isConnected || list.ownerOf(node)) return [];
    const block = readBlockAround(node, pageText);
    if (!block) return [];
    // A line that has grown together with others takes their place.
    const old = block.nodes.map(list.ownerOf).filter((each) => each !== undefined);
    if (old.length > 0) decide(forget(new Set(old)));
    list.insert([block]);
    waiting.push(block);
    return [];
  }

  function forget(gone: ReadonlySet<Block>): Set<TextBlock> {
    if (gone.size === 0) return new Set();
    for (const block of gone) {
      painter.erase(block);
      hidden.delete(block);
      chosen.delete(block);
      shown.delete(block);
    }
    list.remove(gone);
    waiting = waiting.filter((block) => !gone.has(block));
    return reading.forget([...gone]);
  }

  /** Take in the blocks that wait, in parts; rejects, and keeps them, if the library is away. */
  async function takeIn(): Promise<void> {
    while (waiting.length > 0 && !signal.aborted) {
      const part = cutPart(waiting);
      const batch = reading.begin(part);
      const candidates = batch.keys.length > 0 ? await lookUp(batch.keys) : [];
      if (signal.aborted) return;
      waiting = waiting.slice(part.length);
      decide(reading.takeIn(batch, candidates));
      if (waiting.length > 0) await yieldToPage();
    }
  }

  /** Choose the senses of some blocks and show what has changed. */
  function decide(blocks: ReadonlySet<TextBlock>): void {
    const changed: Block[] = [];
    for (const block of blocks as ReadonlySet<Block>) {
      const mentions = reading.mentionsOf(block);
      if (isSame(mentions, chosen.get(block) ?? [])) continue;
      if (mentions.length > 0) chosen.set(block, mentions);
      else chosen.delete(block);
      changed.push(block);
    }
    if (changed.length > 0) show(changed);
  }

  /** Paint the mentions of some blocks, as far as their text is on show. */
  function show(blocks: readonly Block[]): void {
    if (signal.aborted) return;
    // All are asked before any is painted: after each change of the page styles are worked out anew.
    const seen = blocks.map((block) => {
      const mentions = chosen.get(block) ?? [];
      return { block, mentions, visible: mentions.filter((each) => isVisible(block, each)) };
    });
    for (const { block, mentions, visible } of seen) {
      if (visible.length < mentions.length) hidden.add(block);
      else hidden.delete(block);
      if (visible.length > 0 || shown.has(block)) painter.paint(block, visible);
      if (visible.length > 0) shown.set(block, visible);
      else shown.delete(block);
    }
    onChange();
  }

  function searchShadowRoots(root: Node): void {
    if (signal.aborted) return;
    for (const shadow of findShadowRoots(root)) observe(shadow);
    schedule(0);
  }

  function repaint(next: Painter): void {
    painter = next;
    for (const [block, mentions] of shown) painter.paint(block, mentions);
  }

  function mentions(): PlacedMention[] {
    const blocks = [...shown.keys()].sort((a, b) => a.order - b.order);
    return blocks.flatMap((block) =>
      (shown.get(block) ?? []).map((mention) => ({ mention, block })),
    );
  }

  return { start, repaint, mentions };
}

function cutPart(blocks: readonly Block[]): Block[] {
  let length = 0;
  const end = blocks.findIndex(({ text }) => {
    length += text.length;
    return length > PART_LENGTH;
  });
  return blocks.slice(0, end < 0 ? undefined : Math.max(1, end));
}

function isSame(one: readonly Mention[], other: readonly Mention[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end, ref }, i) => {
      const twin = other[i] as Mention;
      return start === twin.start && end === twin.end && ref === twin.ref;
    })
  );
}

/** Whether the text of a mention can be seen, by the styles of the elements around it. */
function isVisible({ nodes, starts }: Block, { start }: Mention): boolean {
  const at = starts.findLastIndex((each) => each <= start);
  return nodes[at]?.parentElement?.checkVisibility({ visibilityProperty: true }) ?? false;
}

function whenIdle(task: () => void): void {
  requestIdleCallback(task, { timeout: 1_000 });
}

/** Let the page have its turn before going on. */
function yieldToPage(): Promise<void> {
  return scheduler.yield();
}
