import '../../assets/styles/mentions.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageSettings } from '../../src/core/settings/settings.ts';
import { isAlive } from '../../src/extension/messages/alive.ts';
import { insist } from '../../src/extension/messages/insist.ts';
import {
  type Direction,
  type FrameSummary,
  handle,
  type Place,
  send,
  type TermInFrame,
  type TermKey,
} from '../../src/extension/messages/messages.ts';
import { PAGE_DOORS } from '../../src/extension/messages/page-doors.ts';
import { capTerms, MOST_TERMS } from '../../src/extension/messages/report-caps.ts';
import { findPart, leavePart } from '../../src/page/frame/frame-parts.ts';
import { holdsArticle } from '../../src/page/reading/article.ts';
import { watchForArticle, whenShown } from '../../src/page/reading/lifecycle.ts';
import { matchesSelector } from '../../src/page/text/node-properties.ts';
import { createDesk } from './desk.ts';
import { type Session, startSession } from './session.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  // They come with the first mention: a page can ask what rules there are.
  cssInjectionMode: 'manual',
  main(ctx) {
    // Chrome may start a script where one already lives, as in tabs that load during installation.
    // One of an earlier version never shares this world.
    if (findPart('life')?.signal.aborted === false) return;
    const life = new AbortController();
    leavePart('life', life);
    const check = () => {
      if (!isAlive()) life.abort();
    };
    // Any page can forge the event by which a newer script announces itself: ask the browser.
    ctx.onInvalidated(check);
    // Nothing tells a page that the extension is removed, but whoever does that comes back to it.
    const { signal } = life;
    addEventListener('focus', check, { signal });
    document.addEventListener('visibilitychange', check, { signal });
    sweepCards();
    start(signal).catch((error) => {
      life.abort();
      // Nothing is left to do where the extension has gone; anything else is a fault of ours.
      if (isAlive()) throw error;
    });
  },
});

/** A script that was cut off could not close its card; an element with a text is the page's own. */
function sweepCards(): void {
  for (const card of document.querySelectorAll('[data-newsgloss-card]:empty')) card.remove();
}

async function start(signal: AbortSignal): Promise<void> {
  await whenShown(document);
  const desk = createDesk(signal);
  let session: Promise<Session> | null = null;
  let place: Place | null = null;

  const decide = () => {
    if (signal.aborted || place === null) return;
    const { settings } = place;
    if (!settings.on || !isArticle(settings)) {
      void session?.then((each) => each.end());
      session = null;
      void report(settings.on ? 'left' : 'off', []);
    } else if (session) void session.then((each) => each.follow(settings));
    else {
      follow(begin(place));
      void report('read', []);
    }
  };
  const begin = ({ settings, library }: Place) => {
    const reportTerms = (terms: readonly TermInFrame[], isPaused: boolean) =>
      void report(isPaused ? 'resting' : 'read', terms);
    return startSession(settings, reportTerms, signal, document, desk, library.filter);
  };
  const follow = (next: Promise<Session>) => {
    session = next;
    // Without the background nothing can be read: the next change of settings or page tries again.
    next.catch(() => {
      if (session === next) session = null;
    });
  };
  /** Read the page anew, as after a change of the library. */
  const restart = (old: Promise<Session>, now: Place) =>
    follow(
      old.then((each) => {
        each.end();
        return begin(now);
      }),
    );
  const apply = (next: Place) => {
    const isOtherLibrary = place?.library.revision !== next.library.revision;
    place = next;
    if (session && isOtherLibrary) restart(session, next);
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
  /** Ask for what may have changed; without the background the page stays as it is. */
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
    // Of what was changed while the page was kept in memory, Firefox tells it nothing.
    if (isTrusted && persisted) void askAgain().then(async () => (await session)?.report());
  };
  addEventListener('pageshow', onShow, { signal });
  await ask();
}

/** Whether to read this frame: it holds an article, or is part of a page that does. */
const isArticle = ({ pages }: PageSettings) =>
  pages !== 'articles' || [...new Set([topDocument(), document])].some(holdsArticle);

/** Whether keys go to this document, and not to a frame of it. */
function holdsFocus(): boolean {
  const { activeElement } = document;
  return (
    document.hasFocus() &&
    !(activeElement && matchesSelector(activeElement, 'iframe, frame, object, embed'))
  );
}

/** Frames of the same origin take the top page's verdict, others judge themselves. */
function topDocument(): Document {
  try {
    return window.top?.document ?? document;
  } catch {
    return document;
  }
}

/** The last report that was made; an older one is not sent any more. */
let lastReport: object | null = null;

/** Tell the background what the frame holds. */
async function report(state: FrameSummary['state'], terms: readonly TermInFrame[]): Promise<void> {
  const capped = capTerms(terms, MOST_TERMS.frame);
  const summary = { state, ...capped, since: performance.timeOrigin };
  lastReport = summary;
  const sendReport = () => send('report', summary);
  // A newer one says more; and nobody is left to be told where the extension has gone.
  await insist(sendReport, () => lastReport === summary).catch(() => undefined);
}
