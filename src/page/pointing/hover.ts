/**
 * Drives the state machine of dwell.ts with the pointer, fingers and keys of a page.
 *
 * Only the reader's own events count, and only real moves of the pointer: one that a browser
 * reports because the page moved under it opens nothing. At rest no timer runs.
 */

import type { Clock } from '../frame/clock.ts';
import { findPart, listenEarly } from '../frame/frame-parts.ts';
import type { Painter, PlacedMention } from '../painting/painter.ts';
import { assignedSlotOf, matchesSelector, parentNodeOf } from '../text/node-properties.ts';
import { isElement } from '../text/nodes.ts';
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
import type { Asked } from './selected.ts';

/** A tap on one of these does what it is there for. */
const CONTROLS =
  'a[href], area[href], button, summary, label, input, select, textarea, [role="button"], [role="link"]';

/** What a card can belong to: a mention, or what the reader has selected. */
export type Target = PlacedMention | Asked;

/** The open card, as far as a pointer has to do with it. */
interface HoveredCard {
  /** Whether an event comes from inside the card. */
  contains(event: Event): boolean;
  /** Keep an event that comes from inside the card from whoever has not heard it yet. */
  keep(event: Event): void;
  /** Whether the mention of the open card can be seen. */
  isAnchored(): boolean;
  /** Follow the mention after the page has moved. */
  place(): void;
}

/** What hovering needs from its maker. */
interface HoverOptions {
  readonly document: Document;
  readonly painter: Pick<Painter, 'mentionAt'>;
  readonly card: HoveredCard;
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  /** How long the pointer has to rest, in milliseconds; `DWELL_MS` unless said. */
  dwellMs?(): number;
  /** Open the card of a mention, in place of what is open. `point`: where the pointer is. */
  onOpen(target: Target, how: Opening, point: Point | null): void;
  onClose(): void;
  /** Ends it all: listeners, timer, card. */
  readonly signal: AbortSignal;
}

export interface Hover {
  /** Open a card at once, as a command, a menu or the popup asks. */
  call(target: Target): void;
  /** Whose card is open; null if none is. */
  shown(): Target | null;
  /** Listen again if a page has written itself anew, which takes all listeners away. */
  attend(): void;
  /** Close the card and forget the pointer, as when the mentions are taken away. */
  stop(): void;
}

/** Watch a document for readers who rest on a mention. */
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

  /** The text may have changed or moved since the pointer came to rest, so ask again. */
  function endDwell(): void {
    if (!('target' in state)) return;
    const now = mentionUnderPointer();
    send({ type: 'dwelt', target: now && isSameTerm(now, state.target) ? now : null });
  }

  function onMove(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
    const { clientX: x, clientY: y } = event;
    if (pointer && pointer.x === x && pointer.y === y) return;
    pointer = { x, y };
    isInCard = card.contains(event);
    if (isInCard) send({ type: 'enter' });
    else send({ type: 'over', target: painter.mentionAt(x, y), at: pointer });
  }

  function onLeavePage(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
    pointer = null;
    isInCard = false;
    send({ type: 'over', target: null, at: { x: 0, y: 0 } });
  }

  function onPress(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch' || card.contains(event)) return;
    send({ type: 'press', target: painter.mentionAt(event.clientX, event.clientY) });
  }

  function onClick(event: MouseEvent): void {
    if (!event.isTrusted || !isByFinger(event) || card.contains(event)) return;
    pointer = { x: event.clientX, y: event.clientY };
    const target = isOnControl(event) ? null : painter.mentionAt(pointer.x, pointer.y);
    send({ type: 'tap', target });
  }

  /** Esc is the page's own unless a card is open; then it closes the card and nothing else. */
  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Escape' || shownOf(state) === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    send({ type: 'escape' });
  }

  function onScroll(event: Event): void {
    if (state.name === 'idle' || card.contains(event) || !isMoved(event)) return;
    const shown = shownOf(state);
    send({ type: 'scroll', stays: shown !== null && card.isAnchored() && isHeld(shown) });
    if (shownOf(state) !== null) card.place();
  }

  /** Whether it may be a mention in question that scrolls, and not something elsewhere. */
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

  /** Whether an open card stays open while the page moves: the pointer has to be with it still. */
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
    // Over a frame no moves arrive, but the entering does.
    pointerover: onMove,
    pointerdown: onPress,
    click: onClick,
    scroll: onScroll,
    keydown: onKey,
  };
  let last: Event | null = null;

  /** Once for each event, whoever hands it over. */
  function hear(event: Event): void {
    if (event === last) return;
    last = event;
    handlers[event.type]?.(event as never);
    // Before a page that listens from now on hears them, which a card itself comes too late for.
    if (/^(?:pointer|key)/.test(event.type)) card.keep(event);
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
    view?.addEventListener('resize', onScroll, { capture: true, passive: true, signal: heard });
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

/** Whether a node stands in another as the page is drawn: what has a slot stands there. */
function isInside(node: Node, outer: Node): boolean {
  for (let at: Node | null = node; at; ) {
    if (at === outer) return true;
    at = (isElement(at) && assignedSlotOf(at)) || parentNodeOf(at) || hostOf(at);
  }
  return false;
}

const hostOf = (node: Node) => (node instanceof ShadowRoot ? node.host : null);

function isSamePlace(a: Target, b: Target): boolean {
  if (a === b || 'selected' in a || 'selected' in b) return a === b;
  return a.block === b.block && a.mention.start === b.mention.start;
}

/** Also true of a mention whose block was read anew, since the page had rewritten its text. */
function isSameTerm(a: Target, b: Target): boolean {
  if (isSamePlace(a, b)) return true;
  if ('selected' in a || 'selected' in b) return false;
  return a.mention.ref !== null && a.mention.ref === b.mention.ref;
}

function isByFinger(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === 'touch';
}

function isOnControl(event: Event): boolean {
  return event
    .composedPath()
    .some((node) => node instanceof Element && matchesSelector(node, CONTROLS));
}
