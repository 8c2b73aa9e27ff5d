/** Ignores presses in a card that were meant for what lay there before or lies over it. */

import type { Clock } from '../frame/clock.ts';
import { type Host, isHost } from './card-host.ts';

/** How long presses are ignored after the card has come into view, in milliseconds. */
const CLICK_GUARD_MS = 300;
/** Time between two checks of an open card, in milliseconds: a page can cover it at any time. */
const LOOK_MS = 100;

/** The elements that a page can put into the top layer, where the card is. */
const RAISED = ':popover-open, dialog:modal, :fullscreen';

export interface CardGuard {
  /** Check whether the card was moved or covered. Call it after each move of our own. */
  look(): void;
  /** Whether an event is the reader's own and the card had been in view long enough. */
  allows(event: Event): boolean;
  end(): void;
}

interface GuardOptions {
  readonly clock: Clock;
  /** Put the card above everything else in the top layer. */
  raise(): void;
}

/**
 * Guard an open card from presses that were meant for something else.
 *
 * Presses are ignored for `CLICK_GUARD_MS` after the card is shown, moves or is covered. Whatever
 * enters the top layer later is drawn over the card, and a page can make it let the pointer
 * through. A script can neither read the order of the layer nor find elements that ignore the
 * pointer. So we raise the card whenever a popover has opened. Under a modal dialog the card stays,
 * inert.
 */
export function guardCard(host: Host, { clock, raise }: GuardOptions): CardGuard {
  const { element, box } = host;
  const { ownerDocument: document, parentNode: home } = element;
  const life = new AbortController();
  let since = clock.now();
  let place = readPlace();
  let raised = listRaised();
  let timer = clock.setTimeout(watch, LOOK_MS);
  // A popover can close and open again, now above the card, between two checks.
  document.defaultView?.addEventListener('beforetoggle', onToggle, {
    capture: true,
    signal: life.signal,
  });

  function listRaised(): Set<Element> {
    return new Set([...document.querySelectorAll(RAISED)].filter((other) => !isHost(other)));
  }

  /** The position of the box in the viewport, in whole CSS pixels; null if it is not shown. */
  function readPlace(): string | null {
    const isShown =
      element.isConnected &&
      element.parentNode === home &&
      element.matches(':popover-open') &&
      // The snapshots of a view transition are drawn over everything.
      !document.documentElement.matches(':active-view-transition');
    if (!isShown) return null;
    const { x, y } = box.getBoundingClientRect();
    return `${Math.round(x)} ${Math.round(y)}`;
  }

  function onToggle({ target, newState }: ToggleEvent): void {
    if (newState !== 'open' || !(target instanceof Element)) return;
    if (target === element) since = clock.now();
    else raised.delete(target);
  }

  function look(): void {
    const before = { place, raised };
    place = readPlace();
    raised = listRaised();
    const covers = [...raised].filter((other) => !before.raised.has(other));
    if (place !== null && place === before.place && covers.length === 0) return;
    since = clock.now();
    if (place !== null && covers.some((other) => other.matches(':popover-open'))) raise();
  }

  function watch(): void {
    look();
    timer = clock.setTimeout(watch, LOOK_MS);
  }

  return {
    look,
    allows(event) {
      look();
      // The time of the press, not of its handling: on a busy page events arrive late.
      const madeAt = Math.min(event.timeStamp, clock.now());
      return event.isTrusted && place !== null && madeAt - since >= CLICK_GUARD_MS;
    },
    end() {
      clock.clearTimeout(timer);
      life.abort();
    },
  };
}
