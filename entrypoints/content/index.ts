import '../../assets/styles/mentions.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageSettings } from '../../src/core/settings/page-settings.ts';
import { isAlive } from '../../src/extension/messages/alive.ts';
import { insist } from '../../src/extension/messages/insist.ts';
import { type Direction, handle, type Place, send } from '../../src/extension/messages/messages.ts';
import { PAGE_DOORS } from '../../src/extension/messages/page-doors.ts';
import { capTerms, MOST_TERMS } from '../../src/extension/messages/report-caps.ts';
import type { FrameSummary, TermInFrame, TermKey } from '../../src/extension/messages/reports.ts';
import { findPart, leavePart } from '../../src/page/frame/frame-parts.ts';
import { holdsArticle } from '../../src/page/reading/article.ts';
import { watchForArticle, whenShown } from '../../src/page/reading/lifecycle.ts';
import { matchesSelector } from '../../src/page/text/node-properties.ts';
import { createDesk } from './desk.ts';
import { type Session, startSession } from './session.ts';

export default defineContentScript({
  // Brought into single frames, where the scout asks for it.
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  // Our rules come with the first mention, since a page can detect them.
  cssInjectionMode: 'manual',
  main(ctx) {
    // Chrome may start the script twice, as in tabs that load during installation. Scripts of an
    // earlier version run in another world and are not found here.
    if (findPart('life')?.signal.aborted === false) return;
    const life = new AbortController();
    leavePart('life', life);
    const check = () => {
      if (!isAlive()) life.abort();
    };
    // A page can forge the event that announces a newer script, so ask the browser.
    ctx.onInvalidated(check);
    // No event reports that the extension was removed: check when the reader comes back.
    const { signal } = life;
    addEventListener('focus', check, { signal });
    document.addEventListener('visibilitychange', check, { signal });
    sweepCards();
    start(signal).catch((error) => {
      life.abort();
      // After a removal of the extension this is expected; anything else is a fault of ours.
      if (isAlive()) throw error;
    });
  },
});

/** Remove cards left by a script that was cut off. An element with content is the page's own. */
function sweepCards(): void {
  for (const card of document.querySelectorAll('[data-newsgloss-card]:empty')) card.remove();
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the steps of one life, in their order
async function start(signal: AbortSignal): Promise<void> {
  await whenShown(document);
  const desk = createDesk(signal);
  let session: Promise<Session> | null = null;
  /** Of the session; one that waits for its painter has not begun, and is ended all the same. */
  let sessionLife = new AbortController();
  let place: Place | null = null;

  const decide = () => {
    if (signal.aborted || place === null) return;
    const { settings } = place;
    if (!settings.on || !isArticle(settings)) {
      sessionLife.abort();
      session = null;
      void report(settings.on ? 'left' : 'off', []);
    } else if (session)
      void session.then(
        (each) => each.follow(settings),
        () => undefined,
      );
    else {
      begin(place);
      void report('read', []);
    }
  };
  /** Read the page from the start, also again, as after a change of the library. */
  const begin = ({ settings }: Place) => {
    sessionLife.abort();
    sessionLife = new AbortController();
    const life = AbortSignal.any([signal, sessionLife.signal]);
    const reportTerms = (terms: readonly TermInFrame[], isPaused: boolean) =>
      void report(isPaused ? 'resting' : 'read', terms);
    const next = startSession(settings, reportTerms, life, document, desk);
    session = next;
    // The background cannot be reached: the next change of settings or page tries again.
    next.catch(() => {
      if (session === next) session = null;
    });
  };
  const apply = (next: Place) => {
    const isOtherLibrary = place?.library.revision !== next.library.revision;
    place = next;
    if (session && isOtherLibrary) begin(next);
    decide();
  };
  let latest: object | null = null;
  const ask = async () => {
    const turn = {};
    latest = turn;
    const isWanted = () => latest === turn && !signal.aborted;
    try {
      const next = await insist(() => send('askPlace'), isWanted);
      if (isWanted()) apply(next);
    } catch (error) {
      if (isWanted()) throw error;
    }
  };
  /** Ask again for settings and library. If the background cannot be reached, nothing changes. */
  const askAgain = () => ask().catch(() => undefined);
  const answers = {
    isThere: () => true,
    askAgain,
    jump: async (_: unknown, term: TermKey) => (await session)?.jump(term) ?? false,
    step: (_: unknown, direction: Direction) => desk.step(direction),
    hasFocus: holdsFocus,
    explainSelection: (_: unknown, text: string) => desk.explainSelection(text),
    say: (_: unknown, words: string) => desk.say(words),
  };
  handle(answers, PAGE_DOORS, signal);
  watchForArticle(document, (holds) => holds !== (session !== null) && decide(), signal);
  const onShow = ({ isTrusted, persisted }: PageTransitionEvent) => {
    // Firefox reports no changes to pages in its back-forward cache.
    if (isTrusted && persisted) void askAgain().then(async () => (await session)?.report());
  };
  addEventListener('pageshow', onShow, { signal });
  await ask();
}

/** Whether to read this frame: it, or the top page, holds an article; or all pages are read. */
const isArticle = ({ pages }: PageSettings) =>
  pages !== 'articles' || [...new Set([topDocument(), document])].some(holdsArticle);

/** Whether keys go to this document and not to a frame inside it. */
function holdsFocus(): boolean {
  const { activeElement } = document;
  return (
    document.hasFocus() &&
    !(activeElement && matchesSelector(activeElement, 'iframe, frame, object, embed'))
  );
}

/** The top document for frames of the same origin; for others, this document. */
function topDocument(): Document {
  try {
    return window.top?.document ?? document;
  } catch {
    return document;
  }
}

/** The last report that was made. Older ones are not sent any more. */
let lastReport: object | null = null;

/** Report the state and terms of this frame to the background. */
async function report(state: FrameSummary['state'], terms: readonly TermInFrame[]): Promise<void> {
  const capped = capTerms(terms, MOST_TERMS.frame);
  const summary = { state, ...capped, since: performance.timeOrigin };
  lastReport = summary;
  const sendReport = () => send('report', summary);
  // Tried until it is sent or a newer report exists. A failure means that the extension is gone.
  await insist(sendReport, () => lastReport === summary).catch(() => undefined);
}
