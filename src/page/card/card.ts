/**
 * The card on the page: opens and closes it, and decides what it shows.
 *
 * Its element is in the document only while the card is open. A closed shadow root hides its text from
 * the page, its style sheet resets the page's styles, and the top layer puts it above all else.
 */
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import { reportFault } from '../frame/interruption.ts';
import { isInView, readViewport } from '../pointing/viewport.ts';
import { type CardState, NEW_STATE, readState, showPart } from './card-folds.ts';
import { type CardGuard, guardCard } from './card-guard.ts';
import { findContainer, type Host, openHost, raiseHost } from './card-host.ts';
import { createKeyListener } from './card-keys.ts';
import type { Card, CardAnswer, CardOptions, CardPlace } from './card-options.ts';
import { keepInside, placeAtEdge, placeBeside, readAnchorBox, type Side } from './card-place.ts';
import {
  buildCard,
  buildChoice,
  buildNotice,
  buildTools,
  type CardTools,
  TITLE_ID,
} from './card-view.ts';
import { rememberFocus } from './focus.ts';
import { readScheme } from './page-scheme.ts';

/** If an answer takes longer than this, in milliseconds, the card says that it is loading. */
const SLOW_MS = 150;

/** An answer that is not null. */
type Shown = Exclude<CardAnswer, null>;

/** A card that the reader went on from, and how it was left. */
type Step = { readonly shown: Shown; readonly left: CardState };

/** Create the card of a document. It starts closed. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share the elements and the state of one card
export function createCard(options: CardOptions): Card {
  const { document, strings, clock } = options;
  const view = document.defaultView;
  if (view === null) throw new TypeError('a card needs a document with a window');
  let host: Host | null = null;
  let guard: CardGuard | null = null;
  let at: CardPlace | null = null;
  let side: Side | null = null;
  let slowTimer = 0;
  /** The number of the last question; answers to earlier ones are dropped. */
  let question = 0;
  let giveFocusBack: (() => void) | null = null;
  let isPinned = false;

  function show(answer: Promise<CardAnswer>, place: CardPlace): void {
    at = place;
    side = null;
    showAnswer(answer, []);
  }

  function hide(): void {
    question += 1;
    clock.clearTimeout(slowTimer);
    at = null;
    if (host === null) return;
    const hadFocus = host.hasFocus();
    close(host);
    isPinned = false;
    if (hadFocus) giveFocusBack?.();
    giveFocusBack = null;
  }

  function close(closing: Host): void {
    guard?.end();
    guard = null;
    closing.close();
    host = null;
  }

  function open(container: Element): Host {
    const { language, direction } = strings;
    const opened = openHost(container, {
      ...options,
      language,
      direction,
      onKey: createKeyListener(options),
      hear: (event) => guard?.hear(event),
      allows: (event) => guard?.allows(event) ?? false,
    });
    const raise = () => {
      const hadFocus = opened.hasFocus();
      raiseHost(opened);
      if (hadFocus) takeFocus(opened);
    };
    guard = guardCard(opened, { ...options, raise, onGone: () => close(opened) });
    return opened;
  }

  function pin(): void {
    if (host === null) return;
    isPinned = true;
    const hadFocus = host.hasFocus();
    host.box.classList.add('pinned');
    drawTools(host);
    // The pressed button is gone, and the focus with it.
    if (hadFocus) takeFocus(host);
  }

  /** A card that no leaving pointer closes needs a button: by key, by finger, or pinned. */
  function drawTools({ box }: Host): void {
    const isByPointer = !isPinned && at?.how === 'pointer';
    const hasActions = box.querySelector('.foot') !== null;
    const tools: CardTools = {
      act: hasActions ? toggleActions : null,
      pin: isPinned ? null : options.onPin,
      close: isByPointer ? null : options.onClose,
    };
    box.querySelector('.tools')?.remove();
    box.firstElementChild?.prepend(buildTools(document, tools, strings));
  }

  /** Show or hide the actions, which a low window hides; whether they are shown now. */
  function toggleActions(): boolean {
    const isActing = host?.box.classList.toggle('acting') ?? false;
    void lay(side);
    return isActing;
  }

  /** Show an answer when it comes. `walk`: the cards shown before it, for the way back. */
  function showAnswer(answer: Promise<CardAnswer>, walk: readonly Step[]): void {
    question += 1;
    const asked = question;
    const say = (text: string) => fill(buildNotice(document, text, backOf(walk), strings));
    const end = (draw: () => void) => {
      if (asked !== question) return;
      clock.clearTimeout(slowTimer);
      draw();
    };
    clock.clearTimeout(slowTimer);
    slowTimer = clock.setTimeout(() => say(strings.say('loading')), SLOW_MS);
    answer.catch(reportFault);
    answer.then(
      (shown) => end(() => (shown ? render(shown, walk) : say(strings.say('gone')))),
      () => end(() => say(strings.say('failed'))),
    );
  }

  function render(shown: Shown, walk: readonly Step[], left: CardState | null = null): void {
    const openRelated = (ref: EntryRef) => {
      const state = host ? readState(host.box) : NEW_STATE;
      showAnswer(options.explain(ref), [...walk, { shown, left: state }]);
    };
    if ('entries' in shown) {
      fill(buildChoice(document, shown, openRelated));
      return;
    }
    const { ref } = shown;
    const actions = {
      openRelated,
      back: backOf(walk),
      // After a step to a related entry the card no longer explains the mention.
      showPlace: walk.length === 0 ? (at?.showPlace ?? null) : null,
      changed(from: HTMLElement | null) {
        void lay(side).then(() => {
          if (host && from) showPart(host.box, from);
        });
      },
      setKnown: ref === null ? null : (isSo: boolean) => options.setKnown(ref, isSo),
      setNotHere: ref === null ? null : (isSo: boolean) => options.setNotHere(ref, isSo),
      copy: async () => host !== null && options.copy(shown, host.box),
    };
    fill(buildCard(document, shown, strings, actions, left?.unfolded), left?.scrolled);
  }

  function backOf(walk: readonly Step[]): (() => void) | null {
    const previous = walk.at(-1);
    return previous ? () => render(previous.shown, walk.slice(0, -1), previous.left) : null;
  }

  /**
   * Put content into the card, and open it if it is closed or was removed by the page.
   *
   * @param scrolled - How far it is scrolled, in CSS pixels.
   */
  function fill(content: DocumentFragment, scrolled = 0): void {
    if (at === null) return;
    const container = findContainer(at.node, options.rootOf);
    const isThere = host?.element.parentNode === container && host.element.matches(':popover-open');
    if (host && !isThere) close(host);
    host ??= open(container);
    const hadFocus = host.hasFocus();
    host.box.style.setProperty('color-scheme', readScheme(at.node) ?? 'light dark');
    host.box.classList.remove('acting');
    host.box.replaceChildren(content);
    drawTools(host);
    void lay(side).then(() => {
      if (scrolled > 0) host?.box.querySelector('.scroll')?.scrollTo(0, scrolled);
    });
    if (at.how === 'key' || hadFocus) takeFocus(host);
  }

  function takeFocus({ box, hasFocus }: Host): void {
    box.role = 'dialog';
    box.setAttribute('aria-labelledby', TITLE_ID);
    if (!hasFocus()) giveFocusBack ??= rememberFocus(document, options.rootOf);
    box.querySelector<HTMLElement>('.scroll')?.focus({ preventScroll: true });
  }

  /**
   * Place the card.
   *
   * @param keep - The side to stay on, so that the card does not jump under the pointer.
   */
  async function lay(keep: Side | null): Promise<void> {
    if (host === null || at === null || view === null) return;
    const { box } = host;
    const asked = question;
    const remember = (chosen: Side) => {
      if (asked === question) side = chosen;
    };
    const viewport = readViewport(view);
    if (isPinned) keepInside(box, viewport);
    else {
      const anchor = readAnchorBox(at.anchor, at.point);
      // A pointer would reach it too late, and in a frame its edge may be out of view.
      const asSheet = at.how === 'tap' && !options.isFramed;
      box.classList.toggle('sheet', asSheet);
      if (asSheet) placeAtEdge(box, anchor, viewport);
      else if (anchor) remember(await placeBeside(box, anchor, viewport, keep));
    }
    guard?.look();
  }

  return {
    show,
    hide,
    pin,
    place: () => void lay(null),
    contains: (event) => host?.contains(event) ?? false,
    keep: (event) => host?.keep(event),
    isAnchored() {
      const anchor = at && readAnchorBox(at.anchor, null);
      return anchor !== null && isInView(anchor, readViewport(view));
    },
  };
}
