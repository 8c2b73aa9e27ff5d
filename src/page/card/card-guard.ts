/** Ignores presses in a card that were meant for what lay there before or lies over it. */

import type { Clock } from '../frame/clock.ts';
import type { Host } from './card-host.ts';
import {
  isAbove,
  isInTransition,
  isOverlaidFromShadow,
  listRaised,
  type RootOf,
} from './covers.ts';

/** How long presses are ignored after the card has come into view, in milliseconds. */
const CLICK_GUARD_MS = 300;
/** Time between two checks of an open card, in milliseconds: a page can cover it at any time. */
const LOOK_MS = 100;

export interface CardGuard {
  /** Check whether the card was moved or covered. Call it after each move of our own. */
  look(): void;
  /** Notice an event of the page, before the page itself hears of it where that can be had. */
  hear(event: Event): void;
  /** Whether an event is the reader's own and the card had been in view long enough. */
  allows(event: Event): boolean;
  end(): void;
}

interface GuardOptions {
  readonly clock: Clock;
  /** Put the card above everything else in the top layer. */
  raise(): void;
  readonly rootOf: RootOf;
}

/**
 * Guard an open card from presses that were meant for something else.
 *
 * Presses are ignored for `CLICK_GUARD_MS` after the card is shown, moves or is covered. Whatever
 * enters the top layer later is drawn over the card, and a page can make it let the pointer
 * through. A script can neither read the order of the layer nor find elements that ignore the
 * pointer. So we raise the card whenever a popover has opened. Under a modal dialog the card stays,
 * inert. Of popovers in shadow trees we do not hear: where one meets the card, nothing can be pressed.
 */
export function guardCard(host: Host, { clock, raise, rootOf }: GuardOptions): CardGuard {
  const { element, box } = host;
  const { ownerDocument: document, parentNode: home } = element;
  let since = clock.now();
  let place = readPlace(host, home);
  let raised = listRaised(document);
  let timer = clock.setTimeout(watch, LOOK_MS);

  function hear(event: Event): void {
    if (event.type === 'beforetoggle') onToggle(event as ToggleEvent);
    if (event.type !== 'pointerdown' || !event.composedPath().includes(element)) return;
    look();
    if (isOverlaid()) since = clock.now();
  }

  /** A popover can close and open again, now above the card, between two checks. */
  function onToggle({ target, newState }: ToggleEvent): void {
    if (newState !== 'open' || !(target instanceof Element)) return;
    if (target === element) since = clock.now();
    else raised.delete(target);
  }

  const isOverlaid = () => isOverlaidFromShadow(box, rootOf);

  function look(): void {
    const before = { place, raised };
    place = readPlace(host, home);
    raised = listRaised(document);
    const covers = [...raised].filter((other) => !before.raised.has(other));
    if (place !== null && place === before.place && covers.length === 0) return;
    since = clock.now();
    if (place !== null && covers.some(isAbove)) raise();
  }

  function watch(): void {
    look();
    timer = clock.setTimeout(watch, LOOK_MS);
  }

  return {
    look,
    hear,
    allows(event) {
      look();
      // The time of the press, not of its handling: on a busy page events arrive late.
      const madeAt = Math.min(event.timeStamp, clock.now());
      const isLong = madeAt - since >= CLICK_GUARD_MS;
      return event.isTrusted && place !== null && isLong && !isOverlaid();
    },
    end: () => clock.clearTimeout(timer),
  };
}

/**
 * The position of the box in the viewport, in whole CSS pixels; null if it is not shown.
 *
 * @param home - Where the card was put.
 */
function readPlace({ element, box }: Host, home: Node | null): string | null {
  const isShown =
    element.isConnected &&
    element.parentNode === home &&
    element.matches(':popover-open') &&
    // The snapshots of a view transition are drawn over everything.
    !isInTransition(element);
  if (!isShown) return null;
  const { x, y } = box.getBoundingClientRect();
  return `${Math.round(x)} ${Math.round(y)}`;
}
