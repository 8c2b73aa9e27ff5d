/** A session: the time in which a page is read, from switching on to switching off. */

import type { Mention } from '../../src/core/senses/mention.ts';
import { lookOf } from '../../src/core/settings/looks.ts';
import type { PageSettings } from '../../src/core/settings/page-settings.ts';
import { send } from '../../src/extension/messages/messages.ts';
import type { TermInFrame, TermKey } from '../../src/extension/messages/reports.ts';
import { withoutMuted } from '../../src/page/painting/muted.ts';
import { listTerms, writtenAs } from '../../src/page/painting/terms.ts';
import { DWELLS_MS } from '../../src/page/pointing/dwell.ts';
import { createPauses } from '../../src/page/reading/calm.ts';
import { createReader } from '../../src/page/reading/reader.ts';
import type { Desk } from './desk.ts';
import { isSameKind, type PainterWish, preparePainter } from './painters.ts';
import { createRules } from './rules.ts';

/** The settings that a session follows. */
export type Wish = Pick<PageSettings, 'style' | 'colour' | 'mentions' | 'dwell' | 'muted'>;

export interface Session {
  /** Apply other settings to all mentions. */
  follow(wish: Wish): Promise<void>;
  /** Scroll to the first mention of a term that is drawn and open its card; false if none is. */
  jump(term: TermKey): boolean;
  /** Report the terms again, for example after the page was in the back-forward cache. */
  report(): void;
}

/**
 * Read the page and keep it painted until the session ends.
 *
 * @param signal - Ends the session, also one that has not begun.
 * @param root - The part of the document that is read.
 * @param desk - Opens the cards.
 * @throws If a script that the style needs cannot be loaded from the background, or once the session
 *   has ended.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share the settings and the reader that follow them
export async function startSession(
  firstWish: Wish,
  report: (terms: readonly TermInFrame[], isPaused: boolean) => void,
  signal: AbortSignal,
  root: Node,
  desk: Desk,
): Promise<Session> {
  let wish = firstWish;
  /** What the painter in use is for. */
  let painted = paintOf(wish);
  let muted: ReadonlySet<string> = new Set(wish.muted);
  const isMuted = ({ ref }: Mention) => ref !== null && muted.has(ref);
  let makeLook = await preparePainter(painted, signal);
  signal.throwIfAborted();
  const makePainter = () => withoutMuted(makeLook(painted.look), isMuted);
  let painter = makePainter();
  let isPaused = false;
  const pauses = createPauses(document, signal);
  const setRules = createRules(signal);
  const reportTerms = () => {
    const mentions = reader.mentions();
    setRules(mentions.length > 0);
    if (mentions.length > 0) desk.attend();
    report(listTerms(mentions), isPaused);
  };
  const open = () =>
    createReader({
      document,
      root,
      painter,
      read: (telling) => send('read', telling),
      onChange: reportTerms,
      onPause: (isFought) => void pauseReading(isFought),
      signal,
    });
  let reader = open();
  /** Stop reading the page, and read it again once it is calm. */
  const pauseReading = async (isFought: boolean) => {
    isPaused = true;
    reportTerms();
    await pauses.pass(isFought);
    if (signal.aborted) return;
    isPaused = false;
    painter = makePainter();
    reader = open();
    await reader.start();
    reportTerms();
  };
  desk.serve({
    mentionAt: (x, y) => painter.mentionAt(x, y),
    rangeOf: (placed) => painter.rangeOf(placed),
    definitionOf: (placed) => reader.definitionOf(placed),
    mentions: () => reader.mentions(),
    dwellMs: () => DWELLS_MS[wish.dwell],
  });
  signal.addEventListener('abort', () => desk.serve(null), { once: true });
  void reader.start();

  return {
    async follow(next) {
      wish = next;
      mute(new Set(next.muted));
      const wanted = paintOf(wish);
      if (isSameKind(painted, wanted)) {
        if (painted.look !== wanted.look) painter.setStyle(wanted.look);
        painted = wanted;
        return;
      }
      const makeOther = await preparePainter(wanted, signal);
      // The reader may have chosen on meanwhile.
      const now = paintOf(wish);
      if (signal.aborted || !isSameKind(wanted, now) || isSameKind(painted, now)) return;
      desk.close();
      reader.repaint(() => {
        makeLook = makeOther;
        painted = now;
        painter = makePainter();
        return painter;
      });
    },
    jump(term) {
      const placed = reader
        .mentions()
        .filter(({ mention, block }) => isOf(mention, term, () => writtenAs(mention, block)))
        .find((each) => painter.rangeOf(each)?.getClientRects().length);
      if (placed) desk.visit(placed);
      return placed !== undefined;
    },
    report: reportTerms,
  };

  /** Paint the page again without the entries that are muted now, and update the badge. */
  function mute(next: ReadonlySet<string>): void {
    if (next.size === muted.size && [...next].every((ref) => muted.has(ref))) return;
    muted = next;
    reader.repaint(() => painter);
    reportTerms();
  }
}

const paintOf = (wish: Wish): PainterWish => ({ look: lookOf(wish), mentions: wish.mentions });

function isOf(mention: Mention, term: TermKey, written: () => string): boolean {
  return mention.ref === term.ref && (mention.ref !== null || written() === term.name);
}
