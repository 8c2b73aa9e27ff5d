/**
 * The browser's permission to reach hosts: looked up, watched, asked for, given back. Both browsers
 * let readers take it away, from all sites or from one, and give it back.
 */
import { browser } from 'wxt/browser';
import { hostPatternOf } from '../../core/subscriptions/pack-address.ts';

/** Patterns of all that the manifest asks for. */
export const ALL_SITES = ['http://*/*', 'https://*/*'];

/** Whether we may reach the host of an address; false for one that the browser takes for no host. */
export function hasAccess(address: string): Promise<boolean> {
  return browser.permissions.contains(accessTo(address)).catch(() => false);
}

/** Call back after each change of access until the signal aborts. */
export function watchAccess(onChange: () => void, signal?: AbortSignal): void {
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    event.addListener(onChange);
    signal?.addEventListener('abort', () => event.removeListener(onChange));
  }
}

/** Asks the reader for access to one host, if it is missing. To be called at once in a click. */
type AskAccess = (address: string) => Promise<{ has: boolean; asked: boolean }>;

/**
 * Make what asks for access. It watches whether we have access to all hosts, for as long as the page
 * lives: that must be known before the click, since browsers ask only at once. With such access
 * nothing is asked for: Firefox would note the one host all the same, and keep it when the reader
 * takes the others away.
 */
export function createAskAccess(): AskAccess {
  let hasAll = false;
  const look = async () => {
    hasAll = await browser.permissions.contains({ origins: ALL_SITES }).catch(() => false);
  };
  watchAccess(() => void look());
  void look();
  return async (address) => {
    if (hasAll) return { has: true, asked: false };
    const before = hasAccess(address);
    // Browsers refuse to ask outside a click, and for what is no host.
    const granted = browser.permissions.request(accessTo(address)).catch(() => false);
    const [had, has] = await Promise.all([before, granted]);
    return { has: had || has, asked: !had && has };
  };
}

/** Give access to a host back. Chrome refuses to for what the manifest lists, whoever asked for it. */
export async function returnAccess(address: string): Promise<void> {
  await browser.permissions.remove(accessTo(address)).catch(() => false);
}

const accessTo = (address: string) => ({ origins: [hostPatternOf(address)] });
