/**
 * When a card opens and when it closes: a state machine without a clock, a pointer or a DOM.
 *
 * ```text
 *         over a mention              rested DWELL_MS, still there
 *  idle ─────────────────▶ dwelling ───────────────────────────▶ open ⟲ over it, in the card,
 *   ▲  ◀───────────────────┘  ⟲ moved on: wait anew             │  ▲    at once on another mention
 *   │    off it · scroll · press                       off both │  │ over it, another, or the card
 *   │                                                           ▼  │
 *   ◀──────────────── after LEAVE_MS ──────────────────────── leaving
 *
 *  any ── tap by finger or pen, call by key or popup ──▶ open; it stays when the pointer is elsewhere
 *  open so, and over another mention ──▶ switching ── rested DWELL_MS ──▶ open, by pointer
 *  open, leaving, switching ── Esc · press outside · tap elsewhere · scrolled away · hidden ──▶ idle
 * ```
 *
 * After Esc or a press the mention stays **dismissed**: it opens no card until the pointer has left
 * it. A timer runs only in `dwelling`, `switching` and `leaving`. It starts anew with each new
 * state value; as long as `step` returns the identical value, the caller lets it run on.
 */
import type { Settings } from '../../core/settings/settings.ts';

/**
 * How long the pointer rests on a mention before its card opens, in milliseconds, by setting. Page
 * Previews waits 500 ms; a term is a smaller target and less often hit by chance.
 */
export const DWELLS_MS: Readonly<Record<Settings['dwell'], number>> = {
  short: 150,
  usual: 350,
  long: 800,
};

/** The wait by default. */
export const DWELL_MS = DWELLS_MS.usual;

/** Time to reach the card, or to come back, before it closes, in milliseconds; as Page Previews. */
export const LEAVE_MS = 300;

/** Shorter moves, in CSS pixels, do not start the wait again: a resting hand trembles. */
const REST_PX = 6;

/** A point of the viewport, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * What opened a card: a pointer that rests, a tap of a finger or a pen, or a key. But for the first,
 * it stays open while the pointer is elsewhere.
 */
export type Opening = 'pointer' | 'tap' | 'pen' | 'key';

/** A state of the machine. `T` is a mention, which the machine only compares and passes on. */
export type HoverState<T> =
  | { readonly name: 'idle'; readonly dismissed: T | null }
  | { readonly name: 'dwelling'; readonly target: T; readonly at: Point }
  | { readonly name: 'open'; readonly shown: T; readonly how: Opening }
  | { readonly name: 'leaving'; readonly shown: T }
  | {
      readonly name: 'switching';
      readonly shown: T;
      readonly how: Opening;
      readonly target: T;
      readonly at: Point;
    };

/** The events that the machine takes. */
export type HoverEvent<T> =
  /** The pointer moved outside the card with no button down; `target` is under it. */
  | { readonly type: 'over'; readonly target: T | null; readonly at: Point }
  /** The pointer is in the card. */
  | { readonly type: 'enter' }
  /** A button went down outside the card. */
  | { readonly type: 'press'; readonly target: T | null }
  /** A finger or pen tapped outside the card. */
  | { readonly type: 'tap'; readonly target: T | null; readonly how: 'tap' | 'pen' }
  /** A command or the popup asks for this mention's card. */
  | { readonly type: 'call'; readonly target: T }
  /** Something scrolled. `stays`: the open card still belongs to what it is beside. */
  | { readonly type: 'scroll'; readonly stays: boolean }
  | { readonly type: 'escape' }
  /** The page was hidden, or its mentions were erased. */
  | { readonly type: 'stop' }
  /** The dwell timer has ended; `target` is under the pointer now. */
  | { readonly type: 'dwelt'; readonly target: T | null }
  /** The leave timer has ended. */
  | { readonly type: 'left' };

/** The state at the start. */
export const IDLE: HoverState<never> = { name: 'idle', dismissed: null };

/** Which timer a state needs. */
export function timerOf(state: HoverState<unknown>): 'dwell' | 'leave' | null {
  if (state.name === 'dwelling' || state.name === 'switching') return 'dwell';
  return state.name === 'leaving' ? 'leave' : null;
}

/** The mention whose card is open, or null. */
export function shownOf<T>(state: HoverState<T>): T | null {
  return 'shown' in state ? state.shown : null;
}

/**
 * Compute the next state.
 *
 * @param isSame - Whether two values are the same mention on the page.
 * @returns The next state; the identical value if nothing changes and a timer is to run on.
 */
export function step<T>(
  state: HoverState<T>,
  event: HoverEvent<T>,
  isSame: (a: T, b: T) => boolean,
): HoverState<T> {
  switch (event.type) {
    case 'over':
      return event.target === null
        ? stepOff(state)
        : stepOver(state, event.target, event.at, isSame);
    case 'enter':
      return 'shown' in state ? keepOpen(state, state.shown) : state;
    case 'press':
      return { name: 'idle', dismissed: event.target };
    case 'tap':
      return stepTap(state, event.target, event.how, isSame);
    case 'call':
      return { name: 'open', shown: event.target, how: 'key' };
    case 'scroll':
      return stepScroll(state, event.stays);
    case 'escape':
      return 'shown' in state ? { name: 'idle', dismissed: state.shown } : state;
    case 'stop':
      return state.name === 'idle' ? state : IDLE;
    case 'dwelt':
      return stepDwelt(state, event.target);
    case 'left':
      return state.name === 'leaving' ? IDLE : state;
  }
}

function stepOver<T>(
  state: HoverState<T>,
  target: T,
  at: Point,
  isSame: (a: T, b: T) => boolean,
): HoverState<T> {
  switch (state.name) {
    case 'idle':
      if (state.dismissed !== null && isSame(state.dismissed, target)) return state;
      return { name: 'dwelling', target, at };
    case 'dwelling':
      if (isSame(state.target, target) && isNear(state.at, at)) return state;
      return { name: 'dwelling', target, at };
    default:
      if (isSame(state.shown, target)) return keepOpen(state, state.shown);
      if (state.name === 'leaving' || state.how === 'pointer') return keepOpen(state, target);
      if (state.name === 'switching' && isSame(state.target, target) && isNear(state.at, at)) {
        return state;
      }
      return { name: 'switching', shown: state.shown, how: state.how, target, at };
  }
}

function stepOff<T>(state: HoverState<T>): HoverState<T> {
  switch (state.name) {
    case 'idle':
      return state.dismissed === null ? state : IDLE;
    case 'dwelling':
      return IDLE;
    case 'open':
      return state.how === 'pointer' ? { name: 'leaving', shown: state.shown } : state;
    case 'leaving':
      return state;
    case 'switching':
      return { name: 'open', shown: state.shown, how: state.how };
  }
}

function stepTap<T>(
  state: HoverState<T>,
  target: T | null,
  how: Opening,
  isSame: (a: T, b: T) => boolean,
): HoverState<T> {
  if (target === null) return IDLE;
  const shown = shownOf(state);
  const isOpen = shown !== null && isSame(shown, target);
  return { name: 'open', shown: isOpen ? shown : target, how };
}

function stepScroll<T>(state: HoverState<T>, stays: boolean): HoverState<T> {
  if (state.name === 'idle') return state;
  if (state.name === 'dwelling' || !stays) return IDLE;
  return state.name === 'switching' ? { name: 'open', shown: state.shown, how: state.how } : state;
}

function stepDwelt<T>(state: HoverState<T>, target: T | null): HoverState<T> {
  if (timerOf(state) !== 'dwell') return state;
  if (target !== null) return { name: 'open', shown: target, how: 'pointer' };
  return state.name === 'switching' ? { name: 'open', shown: state.shown, how: state.how } : IDLE;
}

/** Count the card as opened by the pointer: once the pointer was on it, leaving closes it. */
function keepOpen<T>(state: HoverState<T>, shown: T): HoverState<T> {
  const isSo = state.name === 'open' && state.how === 'pointer' && state.shown === shown;
  return isSo ? state : { name: 'open', shown, how: 'pointer' };
}

function isNear(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < REST_PX;
}
