/** The browser's permission to reach the host of an address: asked for, looked up, given back. */
import { browser } from 'wxt/browser';
import { hostPatternOf } from '../../core/subscriptions/pack-address.ts';

/** Whether we may reach the host. Readers can withhold it, as a whole or for single hosts. */
export function hasAccess(address: string): Promise<boolean> {
  return browser.permissions.contains(accessTo(address)).catch(() => false);
}

/** Asks the reader for access to one host, if it is missing. To be called at once in a click. */
type AskAccess = (address: string) => Promise<{ has: boolean; asked: boolean }>;

/**
 * Watch whether we have access to all hosts, for as long as the page lives: it must be known before
 * the click, since browsers ask only at once. With such access nothing is asked for: Firefox would
 * note the one host all the same, and keep it when the reader takes the others away.
 */
export function watchAccess(): AskAccess {
  let hasAll = false;
  const look = async () => {
    hasAll = await browser.permissions.contains(ALL).catch(() => false);
  };
  browser.permissions.onAdded.addListener(() => void look());
  browser.permissions.onRemoved.addListener(() => void look());
  void look();
  return async (address) => {
    if (hasAll) return { has: true, asked: false };
    const before = hasAccess(address);
    const granted = browser.permissions.request(accessTo(address)).catch(() => false);
    const [had, has] = await Promise.all([before, granted]);
    return { has: had || has, asked: !had && has };
  };
}

/** Give access to a host back. Chrome keeps what the manifest lists, whoever asked for it. */
export async function returnAccess(address: string): Promise<void> {
  await browser.permissions.remove(accessTo(address)).catch(() => false);
}

const ALL = { origins: ['http://*/*', 'https://*/*'] };

const accessTo = (address: string) => ({ origins: [hostPatternOf(address)] });
