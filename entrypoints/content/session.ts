/** One stretch of time in which a page is read: from switching on to switching off. */
import type { Settings } from '../../src/core/settings.ts';
import { send, type TermInFrame, type TermKey } from '../../src/extension/messages.ts';
import { createHover } from '../../src/page/hover.ts';
import { createReader } from '../../src/page/reader.ts';
import { listTerms, writtenAs } from '../../src/page/terms.ts';
import { createLateCard } from './late-card.ts';
import { isWrapped, preparePainter } from './painters.ts';

export interface Session {
  setStyle(style: Settings['style']): Promise<void>;
  /** Scroll to the first mention of a term and open its card; false if there is none. */
  jump(term: TermKey): boolean;
  /** Say again what the page shows, as after it was kept in the browser's memory. */
  report(): void;
  end(): void;
}

/**
 * Read the page and keep it painted until the session ends.
 *
 * @throws When the background cannot be reached for what the style needs.
 */
export async function startSession(
  style: Settings['style'],
  report: (terms: readonly TermInFrame[]) => void,
  pageSignal: AbortSignal,
): Promise<Session> {
  const life = new AbortController();
  const signal = AbortSignal.any([pageSignal, life.signal]);
  const makePainter = await preparePainter(style, signal);
  let painter = makePainter();
  const card = createLateCard();
  const tell = () => {
    const mentions = reader.mentions();
    if (mentions.length > 0) card.prepare();
    report(listTerms(mentions));
  };
  const reader = createReader({
    document,
    painter,
    lookUp: (keys) => send('lookUp', keys),
    onChange: tell,
    signal,
  });
  const hover = createHover({
    document,
    painter: { mentionAt: (x, y) => painter.mentionAt(x, y) },
    card,
    clock: {
      setTimeout: (run, ms) => window.setTimeout(run, ms),
      clearTimeout: (timer) => window.clearTimeout(timer),
    },
    onOpen(placed, how, point) {
      const node = painter.rangeOf(placed)?.startContainer;
      if (!node) return;
      const anchor = { getClientRects: () => painter.rangeOf(placed)?.getClientRects() ?? [] };
      const { mention, block } = placed;
      card.show(mention, writtenAs(mention, block), { anchor, node, how, point });
    },
    onClose: () => card.hide(),
    signal,
  });
  void reader.start();

  return {
    async setStyle(next) {
      if (next === style) return;
      const isSamePainter = isWrapped(next) === isWrapped(style);
      style = next;
      if (isSamePainter) return painter.setStyle(next);
      const makeOther = await preparePainter(next, signal);
      if (signal.aborted || style !== next) return;
      hover.stop();
      painter.eraseAll();
      painter = makeOther();
      reader.repaint(painter);
    },
    jump(term) {
      const placed = reader
        .mentions()
        .find(({ mention, block }) =>
          term.ref === null
            ? mention.ref === null && writtenAs(mention, block) === term.name
            : mention.ref === term.ref,
        );
      const range = placed && painter.rangeOf(placed);
      if (!placed || !range) return false;
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      // The scroll itself closes what is open: the card opens once that is over.
      requestAnimationFrame(() => requestAnimationFrame(() => hover.call(placed)));
      return true;
    },
    report: tell,
    end: () => life.abort(),
  };
}
