/** Keeps the mentions chosen for a page, and paints those of them that can be seen. */
import type { Mention } from '../../core/senses/mention.ts';
import { countBefore } from '../../core/text/rank.ts';
import type { Clock } from '../frame/clock.ts';
import type { Painter, PlacedMention } from '../painting/painter.ts';
import type { Block, PageText } from '../text/blocks.ts';
import { boxOf, parentOf } from '../text/elements.ts';
import { checkVisibility } from '../text/node-properties.ts';
import { createHiddenBlocks } from './hidden-blocks.ts';

/** Least time between two reports that the mentions have changed, in milliseconds. */
const REPORT_MS = 250;
/**
 * How long painted text counts as fresh, in milliseconds. A page that undoes our painting does so
 * within this time; a list that is scrolled takes text out later.
 */
const FRESH_MS = 100;

/**
 * Longer text nodes are not read, in UTF-16 code units: a node is read without a pause, and one of
 * 5 MB took half a second. The longest on 93 real pages had 1,949.
 */
const LONGEST_TEXT = 100_000;

/** The mentions of a block that can be seen now. */
export interface Sight {
  readonly block: Block;
  readonly visible: readonly Mention[];
  /** Whether some of its mentions cannot be seen. */
  readonly isPartly: boolean;
}

export interface Display {
  /** The painter in use. */
  readonly painter: Painter;
  /** The text of a node as the page has it, without what we have painted; null: not to be read. */
  readonly pageText: PageText;
  /** Set the mentions of a block. Returns whether they differ from those set before. */
  choose(block: Block, mentions: readonly Mention[]): boolean;
  /**
   * Find which of the chosen mentions of some blocks can be seen. Call it for many blocks before
   * painting the first of them: each change of the page makes the browser compute styles again.
   */
  look(blocks: readonly Block[]): Sight[];
  /** Paint what `look` has found. */
  show(sights: readonly Sight[]): void;
  /** Erase and forget the mentions of some blocks. */
  forget(blocks: Iterable<Block>): void;
  /** Erase and forget all mentions, to begin anew. */
  empty(): void;
  /** Erase all mentions, then make another painter and paint them with it. */
  repaint(makePainter: () => Painter): void;
  /** The mentions that are painted, in reading order. */
  mentions(): PlacedMention[];
  /** Paint mentions that have come into sight by a change of styles, which no record reports. */
  refresh(): void;
  /** Whether a block was painted in the last `FRESH_MS`. */
  isFresh(block: Block): boolean;
  /** Erase all mentions for good and keep no reference to the page. */
  end(): void;
}

/**
 * @param unseen - Runs a change of the page that no observer of ours is to report.
 * @param onChange - Called after what is painted has changed: at once, then at most every
 *   `REPORT_MS`.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share what is chosen and what is shown of each block
export function createDisplay(
  first: Painter,
  unseen: (change: () => void) => void,
  onChange: () => void,
  clock: Clock,
): Display {
  let painter = first;
  const chosen = new Map<Block, readonly Mention[]>();
  const shown = new Map<Block, readonly Mention[]>();
  const paintedAt = new WeakMap<Block, number>();
  const hidden = createHiddenBlocks((blocks) => {
    const sights = look(blocks);
    show(sights.filter(({ block, visible }) => !isSame(visible, shown.get(block) ?? [])));
  });
  let reportTimer: number | undefined;
  let isReportDue = false;
  let hasEnded = false;

  function choose(block: Block, mentions: readonly Mention[]): boolean {
    if (hasEnded || isSame(mentions, chosen.get(block) ?? [])) return false;
    if (mentions.length > 0) chosen.set(block, mentions);
    else chosen.delete(block);
    return true;
  }

  function look(blocks: readonly Block[]): Sight[] {
    return blocks.map((block) => {
      const mentions = chosen.get(block) ?? [];
      const visible = mentions.filter((each) => isVisible(block, each));
      painter.prepare(block, visible);
      return { block, visible, isPartly: visible.length < mentions.length };
    });
  }

  function show(sights: readonly Sight[]): void {
    if (hasEnded || sights.length === 0) return;
    unseen(() => {
      for (const { block, visible, isPartly } of sights) {
        if (isPartly) hidden.add(block);
        else hidden.delete(block);
        if (visible.length > 0 || shown.has(block)) painter.paint(block, visible);
        if (visible.length > 0) shown.set(block, visible);
        else shown.delete(block);
      }
      painter.commit();
    });
    const now = clock.now();
    for (const { block } of sights) paintedAt.set(block, now);
    report();
  }

  /** Report that the mentions have changed: at once, or `REPORT_MS` after the last report. */
  function report(): void {
    isReportDue = reportTimer !== undefined;
    if (isReportDue) return;
    startReportTimer();
    onChange();
  }

  /** Report later: what is erased is often painted again at once. */
  function reportLater(): void {
    isReportDue = true;
    if (reportTimer === undefined) startReportTimer();
  }

  function startReportTimer(): void {
    reportTimer = clock.setTimeout(() => {
      reportTimer = undefined;
      if (isReportDue) report();
    }, REPORT_MS);
  }

  function forget(blocks: Iterable<Block>): void {
    let hasShown = false;
    unseen(() => {
      for (const block of blocks) {
        painter.erase(block);
        hidden.delete(block);
        chosen.delete(block);
        hasShown = shown.delete(block) || hasShown;
      }
      painter.commit();
    });
    if (hasShown) reportLater();
  }

  function empty(): void {
    unseen(() => painter.eraseAll());
    chosen.clear();
    shown.clear();
    hidden.clear();
  }

  function mentions(): PlacedMention[] {
    const blocks = [...shown.keys()].sort((a, b) => a.order - b.order);
    return blocks.flatMap((block) =>
      (shown.get(block) ?? []).map((mention) => ({ mention, block })),
    );
  }

  return {
    get painter() {
      return painter;
    },
    // `length` rather than `data.length`: Firefox copies `data` at each access.
    pageText: (node) => (node.length > LONGEST_TEXT ? null : painter.pageText(node)),
    choose,
    look,
    show,
    forget,
    repaint(makePainter) {
      unseen(() => {
        painter.eraseAll();
        painter = makePainter();
        for (const [block, each] of shown) painter.prepare(block, each);
        for (const [block, each] of shown) painter.paint(block, each);
        painter.commit();
      });
    },
    mentions,
    isFresh: (block) => clock.now() - (paintedAt.get(block) ?? Number.NEGATIVE_INFINITY) < FRESH_MS,
    refresh() {
      painter.refresh?.();
      hidden.recall();
    },
    empty() {
      empty();
      report();
    },
    end() {
      hasEnded = true;
      clock.clearTimeout(reportTimer);
      empty();
    },
  };
}

function isSame(one: readonly Mention[], other: readonly Mention[]): boolean {
  return (
    one.length === other.length &&
    one.every((mention, i) => {
      const match = other[i] as Mention;
      const { start, end, ref } = mention;
      const isInPlace = start === match.start && end === match.end && ref === match.ref;
      return isInPlace && ownLongOf(mention) === ownLongOf(match);
    })
  );
}

const ownLongOf = ({ reason }: Mention) => (reason.kind === 'own' ? reason.long : '');

/** Smaller letters cannot be seen, in CSS pixels: a page could use them to probe the glossaries. */
const LEAST_LETTER_PX = 1;

/** Whether the text of a mention can be seen, by the styles of the elements around it. */
function isVisible({ nodes, starts }: Block, { start }: Mention): boolean {
  const node = nodes[countBefore(starts.length, (i) => starts[i]! <= start) - 1];
  const parent = node && parentOf(node);
  if (!parent || !checkVisibility(boxOf(parent), { opacityProperty: true })) return false;
  const { visibility, fontSize } = getComputedStyle(parent);
  return visibility === 'visible' && Number.parseFloat(fontSize) >= LEAST_LETTER_PX;
}
