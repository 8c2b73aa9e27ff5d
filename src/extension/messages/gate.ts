/**
 * Who may ask what of the background, and how often. A page's process may have been taken over: it
 * then sends what it likes in the name of our content script, and all day.
 */
import { browser } from 'wxt/browser';
import type { Gate, Name, Sender } from './messages.ts';

/** Asked by pages of the extension alone. */
const OWN: ReadonlySet<Name> = new Set([
  'summarise',
  'searchLibrary',
  'explainAll',
  'listFaults',
] satisfies Name[]);

/**
 * A token bucket: so much at once, and so much a second from then on. Source: J. Turner, “New
 * Directions in Communications”, IEEE Communications Magazine 24(10), 1986.
 */
interface Rate {
  readonly atOnce: number;
  readonly perSecond: number;
  /** What a message takes; 1 unless said. */
  cost?(args: readonly unknown[]): number;
}

/** A reader opens a card in some tenths of a second; the card asks for what it leads to. */
const CARDS: Rate = { atOnce: 200, perSecond: 10 };
/** Nobody learns faster; what is refused can be pressed again. */
const CHOICES: Rate = { atOnce: 20, perSecond: 0.5 };

/** What the pages of one tab may take, its frames together. */
const RATES: { readonly [K in Name]?: Rate } = {
  // A page with a million different words asks for some 400,000 keys, and once. One that grows by
  // fifty articles a second asks for 10,000.
  lookUp: {
    atOnce: 2_000_000,
    perSecond: 20_000,
    cost: ([keys]) => 100 + (keys as readonly number[]).length,
  },
  explain: CARDS,
  identify: CARDS,
  setKnown: CHOICES,
  setNotHere: CHOICES,
};

interface Bucket {
  left: number;
  /** When that was so, in ms of the clock. */
  at: number;
}

export interface TabGate {
  readonly mayAsk: Gate;
  /** A tab is closed: nothing is kept of it. */
  forget(tabId: number): void;
}

/** @param now - A clock in milliseconds. */
export function createGate(now: () => number): TabGate {
  const tabs = new Map<number, Map<Rate, Bucket>>();

  function take(tabId: number, rate: Rate, cost: number): boolean {
    const buckets = tabs.get(tabId) ?? new Map<Rate, Bucket>();
    tabs.set(tabId, buckets);
    const time = now();
    const before = buckets.get(rate) ?? { left: rate.atOnce, at: time };
    const refilled = before.left + ((time - before.at) / 1_000) * rate.perSecond;
    const left = Math.min(rate.atOnce, refilled);
    const isEnough = cost <= left;
    buckets.set(rate, { left: isEnough ? left - cost : left, at: time });
    return isEnough;
  }

  return {
    mayAsk(sender, name, args) {
      if (isOwnPage(sender)) return true;
      if (OWN.has(name)) return false;
      const rate = RATES[name];
      return rate === undefined || take(sender.tab?.id ?? -1, rate, rate.cost?.(args) ?? 1);
    },
    forget: (tabId) => void tabs.delete(tabId),
  };
}

/**
 * Whether a page of the extension has sent a message. Its document says so, and its tab, of which
 * the browser itself tells; a toolbar window has none.
 */
export function isOwnPage({ tab, url }: Sender): boolean {
  const home = browser.runtime.getURL('/');
  const isOurs = (address: string | undefined) => address?.startsWith(home) ?? false;
  return isOurs(url) && (tab === undefined || isOurs(tab.url));
}
