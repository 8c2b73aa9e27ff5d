/** One stretch of time in which a page is read: from switching on to switching off. */

import type { KeyFilter } from '../../src/core/matching/key-filter.ts';
import type { Mention } from '../../src/core/senses/mention.ts';
import { lookOf, type PageSettings } from '../../src/core/settings/settings.ts';
import { send, type TermInFrame, type TermKey } from '../../src/extension/messages/messages.ts';
import { silence } from '../../src/page/painting/muted.ts';
import { listTerms, writtenAs } from '../../src/page/painting/terms.ts';
import { DWELLS_MS } from '../../src/page/pointing/dwell.ts';
import { whenCalm } from '../../src/page/reading/calm.ts';
import { createReader } from '../../src/page/reading/reader.ts';
import type { Desk } from './desk.ts';
import { isSameKind, type PainterWish, preparePainter } from './painters.ts';
import { bringIn } from './parts.ts';
import { createRules } from './rules.ts';

/** What of the settings a session follows. */
export type Wish = Pick<PageSettings, 'style' | 'colour' | 'mentions' | 'dwell' | 'quiet'>;

/** A page that fights us is left alone for as long as another that has rested so often. */
const RESTS_OF_FIGHTER = 4;

export interface Session {
  /** Show all mentions as is wished now. */
  follow(wish: Wish): Promise<void>;
  /** Scroll to the first mention of a term and open its card; false if there is none. */
  jump(term: TermKey): boolean;
  /** Say again what the page shows, as after it was kept in the browser's memory. */
  report(): void;
  end(): void;
}

/**
 * Read the page and keep it painted until the session ends.
 *
 * @param root - What is read.
 * @param desk - Opens the cards.
 * @param filter - Of the library as it is now; null where there is none.
 * @throws When the background cannot be reached for what the style needs.
 */
export async function startSession(
  firstWish: Wish,
  report: (terms: readonly TermInFrame[], isResting: boolean) => void,
  pageSignal: AbortSignal,
  root: Node,
  desk: Desk,
  filter: KeyFilter | null,
): Promise<Session> {
  const life = new AbortController();
  const signal = AbortSignal.any([pageSignal, life.signal]);
  let wish = firstWish;
  let quiet: ReadonlySet<string> = new Set(wish.quiet);
  const isQuiet = ({ ref }: Mention) => ref !== null && quiet.has(ref);
  let makePainter = await preparePainter(paintOf(wish), signal);
  let painter = silence(makePainter(), isQuiet);
  let isResting = false;
  let rests = 0;
  const setRules = createRules(signal);
  const tell = () => {
    const mentions = reader.mentions();
    setRules(mentions.length > 0);
    if (mentions.length > 0) desk.prepare();
    report(listTerms(mentions), isResting);
  };
  const open = () =>
    createReader({
      document,
      root,
      painter,
      filter: Promise.resolve(filter),
      lookUp: (keys) => send('lookUp', keys),
      bringDefinitions: () => bringIn('definitions'),
      onChange: tell,
      onRest: (isFought) => void rest(isFought),
      signal,
    });
  let reader = open();
  /** Leave the page in peace, and read it again when it has calmed down. */
  const rest = async (isFought: boolean) => {
    isResting = true;
    tell();
    // A page that fights is calm as soon as it has won.
    rests = isFought ? Math.max(rests, RESTS_OF_FIGHTER) : rests;
    await whenCalm(document, rests++, signal);
    if (signal.aborted) return;
    isResting = false;
    painter = silence(makePainter(), isQuiet);
    reader = open();
    await reader.start();
    tell();
  };
  if (!signal.aborted) {
    desk.serve({
      mentionAt: (x, y) => painter.mentionAt(x, y),
      rangeOf: (placed) => painter.rangeOf(placed),
      definitionOf: (placed) => reader.definitionOf(placed),
      mentions: () => reader.mentions(),
      dwellMs: () => DWELLS_MS[wish.dwell],
    });
    signal.addEventListener('abort', () => desk.serve(null), { once: true });
  }
  void reader.start();

  return {
    async follow(next) {
      const [before, after] = [paintOf(wish), paintOf(next)];
      wish = next;
      hush(new Set(next.quiet));
      if (isSameKind(before, after)) {
        if (before.look !== after.look) painter.setStyle(after.look);
        return;
      }
      const makeOther = await preparePainter(after, signal);
      const now = paintOf(wish);
      if (signal.aborted || now.look !== after.look || now.mentions !== after.mentions) return;
      desk.close();
      reader.repaint(() => {
        makePainter = makeOther;
        painter = silence(makePainter(), isQuiet);
        return painter;
      });
    },
    jump(term) {
      const placed = reader
        .mentions()
        .find((each) => isOf(each.mention, term, () => writtenAs(each.mention, each.block)));
      if (!placed || !painter.rangeOf(placed)) return false;
      desk.visit(placed);
      return true;
    },
    report: tell,
    end: () => life.abort(),
  };

  /** Paint anew without the entries that are quiet now; the badge has to count again. */
  function hush(next: ReadonlySet<string>): void {
    if (next.size === quiet.size && [...next].every((ref) => quiet.has(ref))) return;
    quiet = next;
    reader.repaint(() => painter);
    tell();
  }
}

const paintOf = (wish: Wish): PainterWish => ({ look: lookOf(wish), mentions: wish.mentions });

function isOf(mention: Mention, term: TermKey, written: () => string): boolean {
  return mention.ref === term.ref && (mention.ref !== null || written() === term.name);
}
