/** Ignores presses in a card that were meant for what lay there before or lies over it. */

import type { Clock } from '../frame/clock.ts';
import type { Host } from './card-host.ts';
import type { CardOptions } from './card-options.ts';
import { isAbove, isInTransition, isOverlaidFromShadow, watchRaised } from './covers.ts';
import type { RootOf } from './flat-tree.ts';

/** How long presses are ignored after the card was drawn as it is now, in milliseconds. */
const CLICK_GUARD_MS = 300;
/** Time between two checks of an open card, in milliseconds: a page can cover it at any time. */
const LOOK_MS = 100;

export interface CardGuard {
  /** Check whether the card was moved. Call it after each move of our own. */
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
  /** Called when the page has removed the card: nothing is left to guard. */
  onGone(): void;
  readonly rootOf: RootOf;
  readonly whenDrawn: CardOptions['whenDrawn'];
}

/**
 * Guard an open card from presses that were meant for something else.
 *
 * Presses are ignored for `CLICK_GUARD_MS` after the card is shown, moves or is covered, counted
 * from when that was drawn: a page that keeps the thread busy lets its reader press what was there
 * before. Whatever enters the top layer later is drawn over the card, and a page can make it let the
 * pointer through. A script can neither read the order of the layer nor find elements that ignore
 * the pointer. So we raise the card whenever something has come there. Under a modal dialog the card
 * stays, inert. Of popovers in shadow trees we do not hear: where one meets the card, nothing can be
 * pressed.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share what is known of one card
export function guardCard(host: Host, options: GuardOptions): CardGuard {
  const { clock, raise, onGone, rootOf, whenDrawn } = options;
  const { element, box } = host;
  const { ownerDocument: document, parentNode: home } = element;
  const placeNow = () => readPlace(host, home, document, rootOf);
  /** When the card was drawn as it is now; never yet: infinite. */
  let since = Number.POSITIVE_INFINITY;
  let changes = 0;
  let place = placeNow();
  const raised = watchRaised(document, clock);
  let timer = clock.setTimeout(watch, LOOK_MS);
  waitAnew();

  function waitAnew(): void {
    since = Number.POSITIVE_INFINITY;
    changes += 1;
    const change = changes;
    whenDrawn(() => {
      if (change === changes) since = clock.now();
    });
  }

  function hear(event: Event): void {
    if (event.type === 'beforetoggle') onToggle(event as ToggleEvent);
    if (event.type !== 'pointerdown' || !host.contains(event)) return;
    lookAround();
    if (isOverlaid()) waitAnew();
  }

  /** A popover can close and open again, now above the card, between two checks. */
  function onToggle({ target, newState }: ToggleEvent): void {
    if (newState !== 'open' || !(target instanceof Element)) return;
    if (target === element) waitAnew();
    else raised.forget(target);
  }

  const isOverlaid = () => isOverlaidFromShadow(box, rootOf);

  function look(): void {
    const before = place;
    place = placeNow();
    if (place === null || place !== before) waitAnew();
  }

  function lookAround(): void {
    look();
    const covers = raised.findNew();
    if (covers.length === 0) return;
    waitAnew();
    if (place !== null && covers.some(isAbove)) raise();
  }

  function watch(): void {
    if (!element.isConnected) {
      onGone();
      return;
    }
    timer = clock.setTimeout(watch, LOOK_MS);
    if (document.visibilityState !== 'visible') return;
    if (raised.isDue()) lookAround();
    else look();
  }

  return {
    look,
    hear,
    allows(event) {
      lookAround();
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
 * @param home - Where the card was put, in which document: a page can take both into a frame.
 */
function readPlace(
  { element, box }: Host,
  home: Node | null,
  document: Document,
  rootOf: RootOf,
): string | null {
  const isShown =
    element.isConnected &&
    element.ownerDocument === document &&
    element.parentNode === home &&
    element.matches(':popover-open') &&
    // The snapshots of a view transition are drawn over everything.
    !isInTransition(element, rootOf);
  if (!isShown) return null;
  const { x, y } = box.getBoundingClientRect();
  return `${Math.round(x)} ${Math.round(y)}`;
}
