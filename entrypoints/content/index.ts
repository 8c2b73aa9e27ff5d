import '../../assets/styles/mentions.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { activeOn, type Settings } from '../../src/core/settings.ts';
import { siteOf } from '../../src/core/site.ts';
import { isAlive } from '../../src/extension/alive.ts';
import { readLibraryFilter } from '../../src/extension/library-filter.ts';
import { readRevision, watchLibrary } from '../../src/extension/library-revision.ts';
import {
  type Direction,
  type FrameSummary,
  handle,
  type Place,
  send,
  type TermInFrame,
  type TermKey,
} from '../../src/extension/messages.ts';
import { PAGE_DOORS } from '../../src/extension/page-doors.ts';
import { readSettings, watchSettings } from '../../src/extension/settings.ts';
import { holdsArticle } from '../../src/page/article.ts';
import { watchForArticle, whenShown } from '../../src/page/lifecycle.ts';
import { createDesk } from './desk.ts';
import { type Session, startSession } from './session.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    // Chrome may start a script where one already lives, as in tabs that load during installation.
    // One of an earlier version never shares this world.
    if (globalThis.newsglossLife?.signal.aborted === false) return;
    const life = new AbortController();
    globalThis.newsglossLife = life;
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
    // Without a first answer of the background there is nothing to go by; a later start may have it.
    start(signal).catch(() => life.abort());
  },
});

declare global {
  var newsglossLife: AbortController | undefined;
}

/** A script that was cut off could not close its card. */
function sweepCards(): void {
  for (const card of document.querySelectorAll('news-gloss-card')) card.remove();
}

async function start(signal: AbortSignal): Promise<void> {
  await whenShown(document);
  const desk = createDesk(signal);
  let session: Promise<Session> | null = null;
  const place = askPlace();
  // Asked for at once, right behind the settings, which the page waits for first.
  let filter: ReturnType<typeof readLibraryFilter> | undefined = readLibraryFilter();
  let { site, settings } = await place;

  const decide = () => {
    if (signal.aborted) return;
    const isOn = site !== null && activeOn(settings, site);
    if (!isOn || !isArticle(settings)) {
      void session?.then((each) => each.end());
      session = null;
      void report(isOn ? 'left' : 'off', []);
    } else if (session) void session.then((each) => each.follow({ ...settings, site }));
    else {
      follow(begin());
      void report('read', []);
    }
  };
  const begin = () => {
    const tell = (terms: readonly TermInFrame[], isResting: boolean) =>
      void report(isResting ? 'resting' : 'read', terms);
    const first = filter;
    filter = undefined;
    return startSession({ ...settings, site }, tell, signal, undefined, desk, first);
  };
  const follow = (next: Promise<Session>) => {
    session = next;
    // Without the background nothing can be read: the next change of settings or page tries again.
    next.catch(() => {
      if (session === next) session = null;
    });
  };
  /** Read the page anew, as after a change of the library. */
  const restart = (old: Promise<Session>) =>
    follow(
      old.then((each) => {
        each.end();
        return begin();
      }),
    );
  const apply = (next: Settings) => {
    settings = next;
    decide();
  };

  if (browser.extension.inIncognitoContext) {
    handle({ setPrivately: async (_, next) => apply(next) }, PAGE_DOORS, signal);
  } else watchSettings(apply, signal);
  let revision = readRevision();
  const readAnew = () => {
    filter = undefined;
    if (session) restart(session);
  };
  watchLibrary(() => {
    revision = readRevision();
    readAnew();
  }, signal);
  /** Of what was changed while the page was kept in memory, Firefox tells it nothing. */
  const comeBack = async () => {
    const [before, now] = [await revision, await askPlace()];
    apply(now.settings);
    revision = readRevision();
    if ((await revision) !== before) readAnew();
    (await session)?.report();
  };
  const answers = {
    isThere: () => true,
    jump: async (_: unknown, term: TermKey) => (await session)?.jump(term) ?? false,
    step: (_: unknown, direction: Direction) => desk.step(direction),
    hasFocus,
    explainSelection: (_: unknown, text: string) => desk.explainSelection(text),
    say: (_: unknown, words: string) => desk.say(words),
  };
  handle(answers, PAGE_DOORS, signal);
  watchForArticle(document, (holds) => holds !== (session !== null) && decide(), signal);
  const onShow = ({ isTrusted, persisted }: PageTransitionEvent) => {
    // Without the background, as in the midst of an update, the page stays as it is.
    if (isTrusted && persisted) void comeBack().catch(() => undefined);
  };
  addEventListener('pageshow', onShow, { signal });
  decide();
}

const isArticle = ({ pages }: Settings) => pages !== 'articles' || holdsArticle(topDocument());

/** Whether keys go to this document, and not to a frame of it. */
function hasFocus(): boolean {
  return document.hasFocus() && !document.activeElement?.matches('iframe, frame, object, embed');
}

/** A top page in a normal window knows for itself; others ask. */
async function askPlace(): Promise<Place> {
  if (window !== window.top || browser.extension.inIncognitoContext) return send('askPlace');
  return { site: siteOf(location.href), settings: await readSettings() };
}

/** Frames of the same origin take the top page's verdict, others judge themselves. */
function topDocument(): Document {
  try {
    return window.top?.document ?? document;
  } catch {
    return document;
  }
}

async function report(state: FrameSummary['state'], terms: readonly TermInFrame[]): Promise<void> {
  try {
    await send('report', { state, terms, since: performance.timeOrigin });
  } catch {
    // The background is being replaced: the next change reports again.
  }
}
