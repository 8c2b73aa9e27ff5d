/** Whether what a reader presses in a card is what he sees there. */

import type { Clock } from '../frame/clock.ts';
import { type Host, isHost } from './card-host.ts';

/** A press this soon after the card came into view, in milliseconds, was meant for what lay there. */
const CLICK_GUARD_MS = 300;
/** An open card is looked at this often, in milliseconds: a page can cover it at any time. */
const LOOK_MS = 100;

/** What a page can have in the top layer, where the card is. */
const RAISED = ':popover-open, dialog:modal, :fullscreen';

export interface CardGuard {
  /** See whether the card was moved or covered; to be asked after each move of our own. */
  look(): void;
  /** Whether an event is the reader's own, and made when its place had been in view for a while. */
  allows(event: Event): boolean;
  end(): void;
}

interface GuardOptions {
  readonly clock: Clock;
  /** Put the card above all that is in the top layer by now. */
  raise(): void;
}

/**
 * Guard an open card from presses that were meant for something else.
 *
 * The guard is armed for `CLICK_GUARD_MS` whenever the card is shown, moves, or is covered. What
 * comes into the top layer later is drawn over the card, and lets the pointer through where the page
 * wants that; a script can neither read the order of the layer nor hit what ignores the pointer. So
 * the card is raised whenever a popover has opened since. Under a modal dialog it stays, inert.
 */
export function guardCard(host: Host, { clock, raise }: GuardOptions): CardGuard {
  const { element, box } = host;
  const { ownerDocument: document, parentNode: home } = element;
  const life = new AbortController();
  let since = clock.now();
  let place = readPlace();
  let raised = listRaised();
  let timer = clock.setTimeout(watch, LOOK_MS);
  // A popover that was there can close and open again, above the card, between two looks.
  document.defaultView?.addEventListener('beforetoggle', onToggle, {
    capture: true,
    signal: life.signal,
  });

  function listRaised(): Set<Element> {
    return new Set([...document.querySelectorAll(RAISED)].filter((other) => !isHost(other)));
  }

  /** Where the box stands, in whole CSS pixels of the viewport; null when it is not shown as it was. */
  function readPlace(): string | null {
    const isShown =
      element.isConnected &&
      element.parentNode === home &&
      element.matches(':popover-open') &&
      // Its pictures of the page are drawn over everything.
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
      // When it was made, not when it is heard: a busy page hears it late.
      const madeAt = Math.min(event.timeStamp, clock.now());
      return event.isTrusted && place !== null && madeAt - since >= CLICK_GUARD_MS;
    },
    end() {
      clock.clearTimeout(timer);
      life.abort();
    },
  };
}
