/** The cards of a frame and what opens them, whether the page is read or not. */

import type { PlacedMention } from '../../src/page/painting/painter.ts';
import { DWELL_MS } from '../../src/page/pointing/dwell.ts';
import { createHover, type Target } from '../../src/page/pointing/hover.ts';
import type { Direction } from '../../src/page/pointing/walk-mentions.ts';
import type { PlacedSpan } from '../../src/page/reading/reader.ts';
import { createLateCard } from './late-card.ts';

/** The mentions of a page while it is read. */
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
  /** Open cards for these mentions, or, with null, close all of them and open none. */
  serve(source: MentionSource | null): void;
  /** Close the open card, as when the mentions are painted anew. */
  close(): void;
  /** Bring the card in ahead of the first hover, and be there for it. */
  prepare(): void;
  /** Go to a mention and open its card with the focus in it. */
  visit(placed: PlacedMention): void;
  /** Go on from the mention whose card is open, or was the last; false if there is none to go to. */
  step(direction: Direction): Promise<boolean>;
  /** Open the card of what is selected. */
  explainSelection(text: string): Promise<void>;
  /** Say something to eyes and ears, for a moment. */
  say(words: string): Promise<void>;
}

/** Create the desk; nothing is listened to before it has something to do. */
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
    // A scroll closes what is open: the card opens once that is over.
    requestAnimationFrame(() => requestAnimationFrame(() => listen().call(target)));
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
    prepare() {
      card.prepare();
      hover?.attend();
    },
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
