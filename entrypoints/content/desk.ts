/** Opens the cards of a frame, whether the page is read or not. */

import { whenDrawn } from '../../src/page/frame/when-drawn.ts';
import type { PlacedMention } from '../../src/page/painting/painter.ts';
import { DWELL_MS } from '../../src/page/pointing/dwell.ts';
import { createHover } from '../../src/page/pointing/hover.ts';
import type { Target } from '../../src/page/pointing/target.ts';
import type { Direction } from '../../src/page/pointing/walk-mentions.ts';
import type { PlacedSpan } from '../../src/page/reading/placed-span.ts';
import { createLateCard } from './late-card.ts';

/** Gives the mentions of a page while it is read. */
interface MentionSource {
  mentionAt(x: number, y: number): PlacedMention | null;
  rangeOf(placed: PlacedMention): Range | null;
  definitionOf(placed: PlacedMention): PlacedSpan | null;
  /** In reading order. */
  mentions(): readonly PlacedMention[];
  /** How long the pointer rests before a card opens, in milliseconds. */
  dwellMs(): number;
}

export interface Desk {
  /** Open cards for these mentions. Null closes all cards and opens none. */
  serve(source: MentionSource | null): void;
  /** Close the open card, for example when all mentions are painted again. */
  close(): void;
  /** Make sure that we listen for the pointer: the page may have removed our listeners. */
  attend(): void;
  /** Scroll to a mention and open its card with the focus in it. */
  visit(placed: PlacedMention): void;
  /** Walk on from the mention of the open or last card. Gives false if there is no mention. */
  step(direction: Direction): Promise<boolean>;
  /** Open a card for the selected text. */
  explainSelection(text: string): Promise<void>;
  /** Show a short message, which screen readers announce. */
  say(words: string): Promise<void>;
}

/** Create the desk. It listens to nothing before it is first needed. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share the card that is loading and what is to be shown on it
export function createDesk(signal: AbortSignal): Desk {
  let source: MentionSource | null = null;
  let last: PlacedMention | null = null;
  let hover: ReturnType<typeof createHover> | null = null;
  const card = createLateCard({
    rangeOf: (placed) => source?.rangeOf(placed) ?? null,
    definitionOf: (placed) => source?.definitionOf(placed) ?? null,
    onPinned: close,
    onClose: close,
    onStep: (direction) => void step(direction),
  });
  signal.addEventListener('abort', () => card.clear(), { once: true });

  function listen() {
    hover ??= createHover({
      document,
      painter: { mentionAt: (x, y) => source?.mentionAt(x, y) ?? null },
      card,
      dwellMs: () => source?.dwellMs() ?? DWELL_MS,
      clock: {
        setTimeout: (run, ms) => window.setTimeout(run, ms),
        clearTimeout: (timer) => window.clearTimeout(timer),
      },
      onApproach: card.prepare,
      onOpen(target, how, point) {
        if (!('selected' in target)) last = target;
        card.show(target, how, point);
      },
      onClose: () => card.hide(),
      signal,
    });
    return hover;
  }

  function close(): void {
    hover?.stop();
  }

  function call(target: Target): void {
    // The events of a scroll just made would close the card.
    whenDrawn(() => listen().call(target));
  }

  async function visit(placed: PlacedMention): Promise<void> {
    (await card.come()).reveal(placed);
    call(placed);
  }

  async function step(direction: Direction): Promise<boolean> {
    const mentions = source?.mentions() ?? [];
    if (mentions.length === 0) return false;
    const { findStep } = await card.come();
    const shown = hover?.shown();
    const from = shown && !('selected' in shown) ? shown : last;
    const next = findStep(mentions, from, direction);
    if (!next) return false;
    await visit(next);
    return true;
  }

  return {
    serve(next) {
      source = next;
      last = null;
      if (next) listen();
      else {
        close();
        card.clear();
      }
    },
    close,
    attend: () => hover?.attend(),
    // Where the card cannot come, it has ended what is left of us, or the next visit tries again.
    visit: (placed) => void visit(placed).catch(() => undefined),
    step,
    async explainSelection(text) {
      const { readSelected } = await card.come();
      listen().call(readSelected(text));
    },
    async say(words) {
      (await card.come()).say(words);
    },
  };
}
