/**
 * The card on the page: when its element stands there, and what it shows.
 *
 * The element is in the document only while a card is open. Its closed root keeps the text from the
 * page, its sheet resets everything that the page could set, and the top layer puts it above all.
 */
import type { CardContent } from '../core/card-content.ts';
import type { CardStrings } from '../core/card-strings.ts';
import type { EntryRef } from '../core/mention.ts';
import { findContainer, type Host, openHost } from './card-host.ts';
import {
  type Anchor,
  isInView,
  isSheet,
  placeAtEdge,
  placeBeside,
  readAnchorBox,
  readViewport,
  type Side,
} from './card-place.ts';
import { buildCard, buildNotice, TITLE_ID } from './card-view.ts';
import type { Opening, Point } from './dwell.ts';

/** An answer that takes longer than this, in milliseconds, is bridged by a word; no other is. */
const SLOW_MS = 150;

/** Room above what was unfolded, in CSS pixels. */
const FOLD_MARGIN = 8;

/** What a card needs from its maker. */
export interface CardOptions {
  readonly document: Document;
  /** `closed` on a visited page; `open` lets a test look inside. */
  readonly mode: 'closed' | 'open';
  /** tokens.css and card.css, one after the other. */
  readonly css: string;
  readonly strings: CardStrings;
  /** What the card of a related entry shows; null when it is gone from the library. */
  explain(ref: EntryRef): Promise<CardContent | null>;
  /** `performance.now` and the timers. */
  readonly clock: Clock;
}

/** Time, handed in. */
export interface Clock {
  now(): number;
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(timer: number): void;
}

/** How and where a card opens. */
export interface CardPlace {
  readonly anchor: Anchor;
  /** A node of the mention: the card joins the dialog that holds it. */
  readonly node: Node;
  /** A card opened by key takes the focus, and gives it back. */
  readonly how: Opening;
  /** Where the pointer is, to choose among the lines of a mention. */
  readonly point: Point | null;
}

export interface Card {
  /**
   * Open, in place of what is open. Null says that the entry is gone from the library, a rejection
   * that the library cannot be reached; neither is thrown.
   */
  show(answer: Promise<CardContent | null>, place: CardPlace): void;
  hide(): void;
  /** Follow the mention after the page has moved. */
  place(): void;
  /** Whether an event comes from inside the card. */
  contains(event: Event): boolean;
  /** Whether the mention of the open card can be seen. */
  isAnchored(): boolean;
}

/** Create the card of a document; it is closed. */
export function createCard(options: CardOptions): Card {
  const { document, strings, clock } = options;
  const view = document.defaultView;
  if (view === null) throw new TypeError('a card needs a document with a window');
  let host: Host | null = null;
  let at: CardPlace | null = null;
  let side: Side | null = null;
  let slowTimer = 0;
  /** Counts the questions; an answer to an earlier one is dropped. */
  let question = 0;
  let focusBefore: Element | null = null;

  function show(answer: Promise<CardContent | null>, place: CardPlace): void {
    at = place;
    side = null;
    settle(answer, []);
  }

  function hide(): void {
    question += 1;
    clock.clearTimeout(slowTimer);
    at = null;
    if (host === null) return;
    const hadFocus = document.activeElement === host.element;
    host.element.remove();
    host = null;
    if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
  }

  /** Show an answer when it comes. `walk`: the cards by which the reader came here. */
  function settle(answer: Promise<CardContent | null>, walk: readonly CardContent[]): void {
    question += 1;
    const asked = question;
    const back = backOf(walk);
    const say = (text: string) => fill(buildNotice(document, text, back, strings));
    const end = (draw: () => void) => {
      if (asked !== question) return;
      clock.clearTimeout(slowTimer);
      draw();
    };
    clock.clearTimeout(slowTimer);
    slowTimer = clock.setTimeout(() => say(strings.loading), SLOW_MS);
    answer.then(
      (content) => end(() => (content ? render(content, walk) : say(strings.gone))),
      () => end(() => say(strings.failed)),
    );
  }

  function render(content: CardContent, walk: readonly CardContent[]): void {
    const actions = {
      openRelated: (ref: EntryRef) => settle(options.explain(ref), [...walk, content]),
      back: backOf(walk),
      changed(from: HTMLElement | null) {
        lay(side);
        if (host && from) host.box.scrollTop = from.offsetTop - FOLD_MARGIN;
      },
    };
    fill(buildCard(document, content, strings, actions));
  }

  function backOf(walk: readonly CardContent[]): (() => void) | null {
    const previous = walk.at(-1);
    return previous ? () => render(previous, walk.slice(0, -1)) : null;
  }

  /** Put content into the card, opening it where it is closed or the page has taken it away. */
  function fill(content: DocumentFragment): void {
    if (at === null) return;
    const container = findContainer(at.node);
    const isThere = host?.element.parentNode === container && host.element.matches(':popover-open');
    if (host && !isThere) {
      host.element.remove();
      host = null;
    }
    const { language, direction } = strings;
    host ??= openHost(container, { ...options, language, direction, now: clock.now });
    const hadFocus = document.activeElement === host.element;
    host.box.replaceChildren(content);
    host.box.scrollTop = 0;
    lay(side);
    if (at.how === 'key' || hadFocus) takeFocus(host);
  }

  function takeFocus({ element, box }: Host): void {
    box.role = 'dialog';
    box.setAttribute('aria-labelledby', TITLE_ID);
    if (document.activeElement !== element) focusBefore ??= document.activeElement;
    box.focus({ preventScroll: true });
  }

  /** @param keep - The side to stay on, so that the card does not jump under the pointer. */
  function lay(keep: Side | null): void {
    if (host === null || at === null || view === null) return;
    const { box } = host;
    const asked = question;
    const remember = (chosen: Side) => {
      if (asked === question) side = chosen;
    };
    const viewport = readViewport(view);
    const anchor = readAnchorBox(at.anchor, at.point);
    const asSheet = isSheet(viewport, at.how === 'tap');
    box.classList.toggle('sheet', asSheet);
    if (asSheet) placeAtEdge(box, anchor, viewport);
    else if (anchor) void placeBeside(box, anchor, viewport, keep).then(remember);
  }

  return {
    show,
    hide,
    place: () => lay(null),
    contains: (event) => host !== null && event.composedPath().includes(host.element),
    isAnchored() {
      const anchor = at && readAnchorBox(at.anchor, null);
      return anchor !== null && isInView(anchor, readViewport(view));
    },
  };
}
