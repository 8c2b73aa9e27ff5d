/** The mentions of a page: those that were chosen, and those of them that are painted. */
import type { Mention } from '../../core/senses/mention.ts';
import { countBefore } from '../../core/text/rank.ts';
import type { Clock } from '../frame/clock.ts';
import type { Painter, PlacedMention } from '../painting/painter.ts';
import type { Block } from '../text/blocks.ts';
import { boxOf, parentOf } from '../text/elements.ts';
import { checkVisibility } from '../text/node-properties.ts';
import { createHiddenBlocks } from './hidden-blocks.ts';

/** The page's mentions are told of no more often than this, in milliseconds. */
const REPORT_MS = 250;
/** What undoes our work does so within so long; a list that is scrolled keeps it longer. In ms. */
const FRESH_MS = 100;

/** What can be seen of a block. */
export interface Sight {
  readonly block: Block;
  readonly visible: readonly Mention[];
  /** Whether mentions of it cannot be seen. */
  readonly isPartly: boolean;
}

interface Display {
  /** What paints now. */
  readonly painter: Painter;
  /** Note the mentions of a block; whether they are others than before. */
  choose(block: Block, mentions: readonly Mention[]): boolean;
  /**
   * See which of the mentions that were chosen for some blocks can be seen. To be asked of many
   * blocks before the first of them is painted: after each change of the page styles are worked out
   * anew.
   */
  look(blocks: readonly Block[]): Sight[];
  /** Paint what can be seen. */
  show(sights: readonly Sight[]): void;
  /** Take the mentions of some blocks away. */
  forget(blocks: Iterable<Block>): void;
  /** Take everything away, to begin anew. */
  empty(): void;
  /** Take everything away, and paint it by a painter that is made then. */
  repaint(makePainter: () => Painter): void;
  /** The mentions that are painted, in reading order. */
  mentions(): PlacedMention[];
  /** See to it that what can be seen is painted, though the page has told of no change. */
  refresh(): void;
  /** Whether a block was painted only a moment ago. */
  isFresh(block: Block): boolean;
  /** Take everything away, for good, and hold nothing of the page any more. */
  end(): void;
}

/**
 * @param unseen - Runs what changes the page, and sees to it that no observer of ours tells of it.
 * @param onChange - Called after what is painted has changed: at once, then at most every
 *   `REPORT_MS`.
 */
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

  /** Say that the mentions have changed: at once, or when it was said not long ago, later. */
  function report(): void {
    isReportDue = reportTimer !== undefined;
    if (isReportDue) return;
    startReportTimer();
    onChange();
  }

  /** Say it later: what is taken away is often painted again at once. */
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

/** Smaller letters, in CSS pixels, nobody sees: a page could try terms in them. */
const LEAST_LETTER_PX = 1;

/** Whether the text of a mention can be seen, by the styles of the elements around it. */
function isVisible({ nodes, starts }: Block, { start }: Mention): boolean {
  const node = nodes[countBefore(starts.length, (i) => starts[i]! <= start) - 1];
  const parent = node && parentOf(node);
  if (!parent || !checkVisibility(boxOf(parent), {})) return false;
  const { visibility, fontSize } = getComputedStyle(parent);
  return visibility === 'visible' && Number.parseFloat(fontSize) >= LEAST_LETTER_PX;
}
