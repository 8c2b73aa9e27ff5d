/**
 * The scout of a frame: tells whether anything in it could be marked, and has the content script
 * brought in only then. It runs in every frame of every page, so it must stay small.
 */
import { browserClock, type Clock } from '../frame/clock.ts';
import { findPart, leavePart } from '../frame/frame-parts.ts';
import { mayTell, WATCHED_ATTRIBUTES } from '../text/watched-attributes.ts';
import { holdsArticle } from './article.ts';
import { ANY, isFramed, LIKELY, mayFrameHold, mayHold } from './may-hold.ts';

declare module '../frame/frame-parts.ts' {
  interface FrameParts {
    /** Looks again, after a change of the settings. */
    readonly scout: (isAll: boolean) => void;
    /**
     * Whether the page held an article when a frame of it asked: twice the number of its elements
     * then, and one more if it did.
     */
    readonly article: number;
    /** Whether the reader wants pages without an article read too. */
    readonly 'all-pages': boolean;
  }
}

/** Pause between the first change of a page and the next look at it, in milliseconds. */
const FIRST_PAUSE_MS = 250;
/** Each pause is this many times as long as the one before. */
const GROWTH = 1.5;
/** The longest pause, in milliseconds: of a page that would be read, and of any other. */
const LONGEST_PAUSE_MS = { read: 5_000, left: 60_000 };
/** How often during a pause we look whether the page has become another, in milliseconds. */
const TICK_MS = 1_000;
/** Pause after the background could not be reached, in milliseconds; twice as long each time. */
const RETRY_MS = 500;
const MOST_RETRIES = 8;

/** Whether the content script was brought in, or why not: highlights are off, nothing is there. */
export type Brought = 'in' | 'off' | 'nothing';

interface ScoutOptions {
  readonly document: Document & { readonly prerendering?: unknown };
  /**
   * Have the content script brought into this frame. Rejects if the background cannot be reached.
   *
   * @param isSure - Whether the text is likely to hold something to mark. If not, the background
   *   reads it first.
   */
  ask(isSure: boolean): Promise<Brought>;
  /** Whether the extension is still installed in this version. */
  isAlive(): boolean;
  /** The browser's own by default. */
  readonly clock?: Clock;
}

/**
 * Start to look for something to mark: at once, and after changes, ever less often. Once the
 * content script is in the frame, nothing is watched any more.
 *
 * @returns A function that looks again, as the part `scout` does.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share what has been seen of the document so far
export function startScout(options: ScoutOptions): (isAll: boolean) => void {
  const { document, ask, isAlive, clock = browserClock } = options;
  const view = document.defaultView;
  let isAll = findPart('all-pages') ?? false;
  let timer: number | undefined;
  let looks = 0;
  let waited = 0;
  /** Whether a frame may hold something, which is asked before all else; of a page it is assumed. */
  let hasText = false;
  /** Whether the document is of a kind that is read, and whether there may be something in it. */
  let isWanted = false;
  let isRead = false;
  let address = document.URL;
  let hasChanged = false;
  /** The question that waits for its answer; a later one takes its place. */
  let question: object | null = null;

  // The first record ends the watch until the next look: a page that changes all the time pays for
  // one record each time, not for all.
  const observer = new MutationObserver((records) => {
    if (!records.some(mayTell)) return;
    observer.disconnect();
    hasChanged = true;
    if (!question) pause();
  });

  function stop(): void {
    question = null;
    observer.disconnect();
    clock.clearTimeout(timer);
  }

  function look(): void {
    stop();
    if (findPart('life')?.signal.aborted === false) return;
    hasChanged = false;
    observer.observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: WATCHED_ATTRIBUTES,
    });
    hasText = !isFramed(document) || mayFrameHold(document);
    isWanted = hasText && (isAll || isArticle(document));
    isRead = isWanted && (isFramed(document) || mayHold(document, ANY));
    if (isRead) void bringIn();
  }

  async function bringIn(): Promise<void> {
    const turn = {};
    question = turn;
    // Another call adds it no second time.
    view?.addEventListener('pageshow', onShow);
    for (let tries = 0; tries < MOST_RETRIES && isAlive(); tries++) {
      let brought: Brought | null = null;
      try {
        brought = await ask(mayHold(document, LIKELY));
      } catch {
        await new Promise<void>((go) => void clock.setTimeout(go, RETRY_MS * 2 ** tries));
      }
      if (question !== turn) return;
      if (brought === 'in' || brought === 'off') return stop();
      if (brought === 'nothing') break;
    }
    question = null;
    if (hasChanged) pause();
  }

  /** Wait until the next look is due; a page that has become another is looked at soon. */
  function pause(): void {
    if (document.URL !== address) {
      address = document.URL;
      looks = 0;
      waited = 0;
    }
    const longest = LONGEST_PAUSE_MS[isRead ? 'read' : 'left'];
    const rest = Math.min(longest, FIRST_PAUSE_MS * GROWTH ** looks) - waited;
    if (rest <= 0) {
      looks++;
      waited = 0;
      // Only here: the first question to the browser's interface costs each frame 4 KB.
      if (isAlive()) look();
      return;
    }
    const ms = Math.min(rest, TICK_MS);
    waited += ms;
    timer = clock.setTimeout(pause, ms);
  }

  function start(): void {
    // A frame may be read because of the page around it, of which there is more by then.
    if (isFramed(document) && document.readyState !== 'complete') {
      view?.addEventListener('load', lookIfInArticle, { once: true });
    }
    look();
  }

  function lookIfInArticle(): void {
    if (hasText && !isWanted && isInArticle(document)) look();
  }

  /** In the back-forward cache answers and changes of the settings may be lost. */
  function onShow({ isTrusted, persisted }: PageTransitionEvent): void {
    if (isTrusted && persisted) look();
  }

  if (document.prerendering === true) {
    document.addEventListener('prerenderingchange', start, { once: true });
  } else start();
  return (all) => {
    isAll = all;
    look();
  };
}

/**
 * Whether a document is one that is read: it holds an article, or the page around it does; true in
 * doubt.
 */
function isArticle(document: Document): boolean {
  try {
    return isInArticle(document) || holdsArticle(document);
  } catch {
    // The page has named its elements after what we ask for: let the content script see to it.
    return true;
  }
}

/** Whether the top page holds an article, for frames of the same origin. */
function isInArticle({ defaultView }: Document): boolean {
  try {
    const top = defaultView?.top;
    if (!top || top === defaultView) return false;
    // A page with many frames is looked at once, while it has as many elements. The answer is a number,
    // since an object would keep this frame in memory. In Firefox each frame looks for itself.
    const now = top.document.getElementsByTagName('*').length * 2;
    const known = findPart('article', top) ?? -1;
    if (known === now || known === now + 1) return known > now;
    const holds = holdsArticle(top.document);
    leavePart('article', now + Number(holds), top);
    return holds;
  } catch {
    // It is of another origin.
    return false;
  }
}
