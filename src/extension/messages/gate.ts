/**
 * Limits who may send which message to the background, and how often. A page's process may be taken
 * over; it can then send any message in the name of our content script, without end.
 */
import { browser } from 'wxt/browser';
import type { Telling } from '../../core/reading/telling.ts';
import type { Gate, Name, Sender } from './messages.ts';

/** Messages that only pages of the extension may send. */
const OWN: ReadonlySet<Name> = new Set([
  'summarise',
  'searchLibrary',
  'explainAll',
  'listFaults',
  'fetchFirst',
  'checkSubscription',
] satisfies Name[]);

/**
 * A token bucket: `atOnce` tokens at first, refilled by `perSecond`. Source: J. Turner, “New
 * Directions in Communications”, IEEE Communications Magazine 24(10), 1986.
 */
interface Rate {
  readonly atOnce: number;
  readonly perSecond: number;
  /** Tokens that a message takes; 1 by default. */
  cost?(args: readonly unknown[]): number;
}

/** A reader opens a card within tenths of a second, and the card asks for related entries. */
const CARDS: Rate = { atOnce: 200, perSecond: 10 };
/**
 * Sent by each frame, of which a page may have a thousand, at its start and after each change of the
 * settings, and then as its terms change. What is refused is sent again a little later.
 */
const NOTICES: Rate = { atOnce: 5_000, perSecond: 100 };
/** A reader clicks less often than this; a refused click can be repeated. */
const CHOICES: Rate = { atOnce: 20, perSecond: 0.5 };

/** Limits for each tab, all its frames together. */
const RATES: { readonly [K in Name]?: Rate } = {
  // A huge page of four million code units is told whole, and again where the background was stopped.
  // A page that grows by fifty articles a second tells 100,000 code units a second.
  read: { atOnce: 20_000_000, perSecond: 200_000, cost: ([telling]) => 1_000 + costOf(telling) },
  // A page has some thirty frames. One that changes without end is looked at every few seconds.
  bringIn: { atOnce: 400, perSecond: 10 },
  explain: CARDS,
  identify: CARDS,
  setKnown: CHOICES,
  setNotHere: CHOICES,
  report: NOTICES,
  askPlace: NOTICES,
  askSearchAddress: NOTICES,
  loadPart: NOTICES,
  setRules: NOTICES,
};

/** What a block costs besides its text, in UTF-16 code units: an object in three tables. */
const BLOCK_COST = 75;

/** What it costs to read a telling, in UTF-16 code units of text, as far as it is sound. */
function costOf(telling: unknown): number {
  const { sheets, gone, orders } = (telling ?? {}) as Partial<Telling>;
  let cost = BLOCK_COST * (countOf(gone) + countOf(orders));
  for (const sheet of Array.isArray(sheets) ? sheets : []) {
    const { text, ends, markup } = sheet ?? {};
    if (typeof text === 'string') cost += text.length;
    cost += BLOCK_COST * countOf(ends);
    for (const each of Array.isArray(markup) ? markup : []) {
      for (const one of Array.isArray(each?.[1]) ? each[1] : []) {
        cost += BLOCK_COST + (typeof one?.says === 'string' ? one.says.length : 0);
      }
    }
  }
  return cost;
}

const countOf = (list: unknown) => (Array.isArray(list) ? list.length : 0);

interface Bucket {
  left: number;
  /** When `left` was computed, in milliseconds of the clock. */
  at: number;
}

interface TabGate {
  readonly mayAsk: Gate;
  /** Drop the state of a closed tab. */
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
 * Whether the sender is a page of the extension. The document's address is the sender's own claim;
 * the tab's address comes from the browser. A popup has no tab.
 */
export function isOwnPage({ tab, url }: Sender): boolean {
  const home = browser.runtime.getURL('/');
  const isOurs = (address: string | undefined) => address?.startsWith(home) ?? false;
  return isOurs(url) && (tab === undefined || isOurs(tab.url));
}
