/**
 * The scout of a frame: tells whether anything in it could be marked, and has the content script
 * brought in only then. It runs in every frame of every page, so it must stay small.
 */
import { browserClock, type Clock } from '../frame/clock.ts';
import { findPart } from '../frame/frame-parts.ts';
import { holdsArticle } from './article.ts';

declare module '../frame/frame-parts.ts' {
  interface FrameParts {
    /** Looks again, after a change of the settings. */
    readonly scout: (isAll: boolean) => void;
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
  let isRead = false;
  let address = document.URL;
  let hasChanged = false;
  /** The question that waits for its answer; a later one takes its place. */
  let question: object | null = null;

  // The first record ends the watch until the next look: a page that changes all the time pays for
  // one record each time, not for all.
  const observer = new MutationObserver(() => {
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
    if (!isAlive() || findPart('life')?.signal.aborted === false) return;
    hasChanged = false;
    observer.observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['contenteditable'],
    });
    isRead = mayHold(document, isAll);
    if (isRead) void bringIn();
  }

  async function bringIn(): Promise<void> {
    const turn = {};
    question = turn;
    for (let tries = 0; tries < MOST_RETRIES && isAlive(); tries++) {
      let brought: Brought | null = null;
      try {
        brought = await ask(isLikely(document));
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
      look();
      return;
    }
    const ms = Math.min(rest, TICK_MS);
    waited += ms;
    timer = clock.setTimeout(pause, ms);
  }

  function start(): void {
    // A frame may be read because of the page around it, of which there is more by then.
    if (view && view !== view.top && document.readyState !== 'complete') {
      view.addEventListener('load', () => isRead || look(), { once: true });
    }
    // In the back-forward cache answers and changes of the settings may be lost.
    view?.addEventListener('pageshow', ({ isTrusted, persisted }) => {
      if (isTrusted && persisted) look();
    });
    look();
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
 * Whether anything in a document could be marked; true in doubt.
 *
 * @param isAll - Whether pages without an article are read too.
 */
export function mayHold(document: Document, isAll: boolean): boolean {
  try {
    return holdsText(document) && (isAll || holdsArticle(document) || isInArticle(document));
  } catch {
    // The page has named its elements after what we ask for: let the content script see to it.
    return true;
  }
}

/** Three capitals in a row: nearly all pages with mentions have them. */
const LIKELY = /[A-Z]{3}/;

/**
 * Whether a document is likely to hold something to mark: so much that it is not worth a look of
 * the background. True also where text may change unseen, in shadow trees.
 */
function isLikely(document: Document): boolean {
  try {
    for (const text of textsOf(document)) if (LIKELY.test(text)) return true;
    return mayHaveShadow(document);
  } catch {
    return true;
  }
}

/** Whether the top page holds an article, for frames of the same origin. */
function isInArticle({ defaultView }: Document): boolean {
  try {
    const top = defaultView?.top;
    return !!top && top !== defaultView && holdsArticle(top.document);
  } catch {
    // It is of another origin.
    return false;
  }
}

/** Whether a document has text of its own, or elements in whose shadow trees it may have some. */
function holdsText(document: Document): boolean {
  for (const text of textsOf(document)) if (/\S/.test(text)) return true;
  return mayHaveShadow(document);
}

function mayHaveShadow(document: Document): boolean {
  for (const { shadowRoot, localName } of document.querySelectorAll('*')) {
    if (shadowRoot || localName.includes('-')) return true;
  }
  return false;
}

/** Elements whose text nobody reads. */
const SILENT = /^(?:script|style|noscript|template|title)$/i;

/** The texts of a document, but for those that nobody reads. */
function* textsOf(document: Document): Generator<string> {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!SILENT.test(node.parentNode?.nodeName ?? '')) yield (node as Text).data;
  }
}
