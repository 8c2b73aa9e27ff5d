import '../../assets/styles/mentions.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { activeOn, type Settings } from '../../src/core/settings.ts';
import { siteOf } from '../../src/core/site.ts';
import {
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
    // Any page can forge the event by which a newer script announces itself: ask the browser.
    ctx.onInvalidated(() => {
      if (!isAlive()) life.abort();
    });
    // Without a first answer of the background there is nothing to go by; a later start may have it.
    start(life.signal).catch(() => life.abort());
  },
});

declare global {
  var newsglossLife: AbortController | undefined;
}

function isAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

async function start(signal: AbortSignal): Promise<void> {
  await whenShown(document);
  let session: Promise<Session> | null = null;
  let { site, settings } = await askPlace();

  const decide = () => {
    if (signal.aborted) return;
    const isOn = site !== null && activeOn(settings, site);
    const { style } = settings;
    if (!isOn || !isArticle(settings)) {
      void session?.then((each) => each.end());
      session = null;
      void report(isOn ? 'left' : 'off', []);
    } else if (session) void session.then((each) => each.setStyle(style));
    else {
      session = startSession(style, (terms) => void report('read', terms), signal);
      // Without the background nothing can be read: the next change of settings or page tries again.
      session.catch(() => {
        session = null;
      });
      void report('read', []);
    }
  };
  const apply = (next: Settings) => {
    settings = next;
    decide();
  };

  if (browser.extension.inIncognitoContext) {
    handle({ setPrivately: async (_, next) => apply(next) }, PAGE_DOORS, signal);
  } else watchSettings(apply, signal);
  const answers = {
    isThere: () => true,
    jump: async (_: unknown, term: TermKey) => (await session)?.jump(term) ?? false,
  };
  handle(answers, PAGE_DOORS, signal);
  watchForArticle(document, (holds) => holds !== (session !== null) && decide(), signal);
  const reportAgain = async () => (await session)?.report();
  addEventListener('pageshow', ({ persisted }) => persisted && void reportAgain(), { signal });
  decide();
}

const isArticle = ({ pages }: Settings) => pages !== 'articles' || holdsArticle(topDocument());

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
