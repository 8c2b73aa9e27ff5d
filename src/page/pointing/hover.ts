/**
 * Drives the state machine of dwell.ts with the pointer, fingers and keys of a page.
 *
 * Only events of the reader count, and only real moves of the pointer: a move that the browser
 * reports because the page moved under the pointer opens nothing. While idle no timer runs.
 */

import type { Clock } from '../frame/clock.ts';
import { findPart, listenEarly } from '../frame/frame-parts.ts';
import type { Painter, PlacedMention } from '../painting/painter.ts';
import {
  DWELL_MS,
  type HoverEvent,
  type HoverState,
  IDLE,
  LEAVE_MS,
  type Opening,
  type Point,
  shownOf,
  step,
  timerOf,
} from './dwell.ts';
import { isInside, isOnControl, isSamePlace, isSameTerm, type Target, tapOf } from './target.ts';

/** The card, as far as pointing needs it. */
interface HoveredCard {
  /** Whether an event comes from inside the card. */
  contains(event: Event): boolean;
  /** Be told of an event: one from inside the card is stopped before further listeners hear it. */
  keep(event: Event): void;
  /** Whether the mention of the open card can be seen. */
  isAnchored(): boolean;
  /** Follow the mention after the page has moved. */
  place(): void;
}

/** What `createHover` needs. */
interface HoverOptions {
  readonly document: Document;
  readonly painter: Pick<Painter, 'mentionAt'>;
  readonly card: HoveredCard;
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  /** How long the pointer has to rest, in milliseconds; `DWELL_MS` by default. */
  dwellMs?(): number;
  /** Called while the pointer is over a mention: a card may be wanted soon. */
  onApproach(): void;
  /** Open the card of a target in place of the open one. `point`: where the pointer is. */
  onOpen(target: Target, how: Opening, point: Point | null): void;
  onClose(): void;
  /** Ends the listeners and the timer, and closes the card. */
  readonly signal: AbortSignal;
}

export interface Hover {
  /** Open a card at once, for a command, a menu or the popup. */
  call(target: Target): void;
  /** The target of the open card; null if none is open. */
  shown(): Target | null;
  /** Listen again if the page has called `document.open`, which removes all listeners. */
  attend(): void;
  /** Close the card or stop waiting for one, for example when the mentions are erased. */
  stop(): void;
}

/** Watch a document for a pointer that rests on a mention, and for taps and keys. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share one state and one timer
export function createHover(options: HoverOptions): Hover {
  const { document, painter, card, clock, signal } = options;
  const view = document.defaultView;
  if (view === null) throw new TypeError('hovering needs a document with a window');
  let state: HoverState<Target> = IDLE;
  let timer = 0;
  let pointer: Point | null = null;
  let isInCard = false;

  function send(event: HoverEvent<Target>): void {
    const next = step(state, event, isSamePlace);
    if (next === state) return;
    const before = shownOf(state);
    const shown = shownOf(next);
    state = next;
    restartTimer();
    if (shown === before) return;
    if (shown === null) options.onClose();
    else if ('how' in next) options.onOpen(shown, next.how, next.how === 'key' ? null : pointer);
  }

  function restartTimer(): void {
    clock.clearTimeout(timer);
    const kind = timerOf(state);
    if (kind === 'dwell') timer = clock.setTimeout(endDwell, options.dwellMs?.() ?? DWELL_MS);
    if (kind === 'leave') timer = clock.setTimeout(() => send({ type: 'left' }), LEAVE_MS);
  }

  /** Ask again what is under the pointer: the text may have changed or moved meanwhile. */
  function endDwell(): void {
    if (!('target' in state)) return;
    const now = mentionUnderPointer();
    send({ type: 'dwelt', target: now && isSameTerm(now, state.target) ? now : null });
  }

  function onMove(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
    // A pen that has tapped moves on over the mention as it lifts off: the card is to stay.
    if ('how' in state && state.how === event.pointerType) return;
    const { clientX: x, clientY: y } = event;
    if (pointer && pointer.x === x && pointer.y === y) return;
    pointer = { x, y };
    isInCard = card.contains(event);
    if (isInCard) send({ type: 'enter' });
    else {
      const target = painter.mentionAt(x, y);
      if (target) options.onApproach();
      send({ type: 'over', target, at: pointer });
    }
  }

  function onLeavePage(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
    pointer = null;
    isInCard = false;
    send({ type: 'over', target: null, at: { x: 0, y: 0 } });
  }

  function onPress(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch' || card.contains(event)) return;
    const target = painter.mentionAt(event.clientX, event.clientY);
    // A pen taps a mention: its click will tell.
    if (!target || event.pointerType !== 'pen') send({ type: 'press', target });
  }

  function onClick(event: PointerEvent): void {
    const how = tapOf(event);
    if (!event.isTrusted || !how || card.contains(event)) return;
    pointer = { x: event.clientX, y: event.clientY };
    const target = isOnControl(event) ? null : painter.mentionAt(pointer.x, pointer.y);
    send({ type: 'tap', target, how });
  }

  /** Esc closes an open card and is kept from the page; with no card open the page gets it. */
  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Escape' || shownOf(state) === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    send({ type: 'escape' });
  }

  function onResize(event: Event): void {
    onScroll(event);
    // A pinned card stays while no other is open.
    card.place();
  }

  function onScroll(event: Event): void {
    if (state.name === 'idle' || card.contains(event) || !isMoved(event)) return;
    const shown = shownOf(state);
    send({ type: 'scroll', stays: shown !== null && card.isAnchored() && isHeld(shown) });
    if (shownOf(state) !== null) card.place();
  }

  /** Whether a scroll may have moved the mention that is shown or waited for. */
  function isMoved(event: Event): boolean {
    const [scroller] = event.composedPath();
    const isAround = (target: Target) =>
      isInside('selected' in target ? target.node : target.block.root, scroller as Node);
    return (
      !(scroller instanceof Node) ||
      ('target' in state && isAround(state.target)) ||
      ('shown' in state && isAround(state.shown))
    );
  }

  /** Whether the pointer, if it opened the card, is still on the card or its mention. */
  function isHeld(shown: Target): boolean {
    if (isInCard || ('how' in state && state.how !== 'pointer')) return true;
    const now = mentionUnderPointer();
    return now !== null && isSamePlace(now, shown);
  }

  function mentionUnderPointer(): PlacedMention | null {
    return pointer && painter.mentionAt(pointer.x, pointer.y);
  }

  const handlers: Readonly<Record<string, (event: never) => void>> = {
    pointermove: onMove,
    // When the pointer enters a frame, `pointerover` arrives but no moves do.
    pointerover: onMove,
    pointerdown: onPress,
    click: onClick,
    scroll: onScroll,
    keydown: onKey,
  };
  let last: Event | null = null;

  /** Handle each event once: it arrives from our listeners and from the early ones. */
  function hear(event: Event): void {
    if (event === last) return;
    last = event;
    handlers[event.type]?.(event as never);
    // Here, since the card's own listeners are later than those of a page that already listens.
    card.keep(event);
  }

  let root: Element | null = null;
  let ears = new AbortController();

  function attend(): void {
    if (root === document.documentElement || signal.aborted) return;
    root = document.documentElement;
    ears.abort();
    ears = new AbortController();
    const heard = AbortSignal.any([signal, ears.signal]);
    listenEarly(hear, { signal: heard });
    view?.addEventListener('resize', onResize, { capture: true, passive: true, signal: heard });
    root.addEventListener('pointerleave', onLeavePage as (event: Event) => void, { signal: heard });
    document.addEventListener('visibilitychange', stop, { signal: heard });
  }

  attend();
  const ear = findPart('ear');
  if (ear) ear.hear = hear;
  signal.addEventListener('abort', end, { once: true });

  function end(): void {
    stop();
    if (ear?.hear === hear) ear.hear = null;
  }

  function call(target: Target): void {
    send({ type: 'call', target });
  }

  function stop(): void {
    send({ type: 'stop' });
  }
  return { call, stop, attend, shown: () => shownOf(state) };
}
