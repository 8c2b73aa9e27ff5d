/** The actions of commands and menus on a tab, and the messages that they show. */
import { browser } from 'wxt/browser';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import { isMuted } from '../../core/settings/muted.ts';
import { fixedBy } from '../../core/settings/policy.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { siteOf } from '../../core/settings/site.ts';
import { activeOn, isSiteFixed, isSiteOn, switchSite } from '../../core/settings/site-switches.ts';
import type { Direction } from '../messages/messages.ts';
import { readManaged } from '../storage/managed.ts';
import { readSettings, updateSettings, type Windows } from '../storage/settings.ts';
import { countTerms, showTabSwitch } from './badge.ts';
import { stepInTab } from './commands.ts';
import { showSiteOff } from './menus.ts';
import { bringReports, reachPage } from './reach-page.ts';
import { readReport } from './tab-reports.ts';

/** The messages, in the reader's language. */
interface TabWords {
  on(site: string): string;
  off(site: string): string;
  offEverywhere(): string;
  /** That it is an administrator who decides. */
  fixed(): string;
  count(terms: number): string;
}

interface TabActions {
  /** Go to the next or previous mention and open its card; if there is none, show the count. */
  step(tabId: number, direction: Direction): Promise<void>;
  /** Switch highlights on the tab's site on or off, and show a message; null toggles them. */
  switchSite(tabId: number, on: boolean | null): Promise<void>;
  /** Show how many terms the page has, or that highlights are off. */
  sayCount(tabId: number): Promise<void>;
  /** Update the toolbar button and the check box in its menu for the site in front. */
  tellMenu(): Promise<void>;
}

/** The fields of a tab that are used here. */
interface Tab {
  readonly url?: string | undefined;
  readonly incognito: boolean;
}

export function windowsOf(tab: Pick<Tab, 'incognito'> | undefined): Windows {
  return tab?.incognito ? 'private' : 'normal';
}

/** Returns a test for entries that are muted in a tab. */
export async function readMuted(tab: Tab): Promise<(ref: EntryRef) => boolean> {
  const settings = await readSettings(windowsOf(tab));
  const site = siteOf(tab.url ?? '');
  return (ref) => isMuted(settings, ref, site);
}

export function createTabActions(words: TabWords): TabActions {
  async function step(tabId: number, direction: Direction): Promise<void> {
    await bringReports(tabId);
    if (!(await stepInTab(tabId, direction))) await sayCount(tabId);
  }

  async function switchTab(tabId: number, wanted: boolean | null): Promise<void> {
    const tab = await browser.tabs.get(tabId);
    const site = siteOf(tab.url ?? '');
    if (site === null) return;
    const windows = windowsOf(tab);
    const before = await readSettings(windows);
    const on = wanted ?? !isSiteOn(before, site);
    const isFixedHere = await isFixed(before, site);
    if (!isFixedHere) await updateSettings((now) => switchSite(now, site, on), windows);
    const state = describeSwitch(await readSettings(windows), site) ?? words.on(site);
    await say(tabId, isFixedHere ? `${state} ${words.fixed()}` : state);
  }

  async function sayCount(tabId: number): Promise<void> {
    const tab = await browser.tabs.get(tabId);
    await bringReports(tabId);
    const [report, isMutedHere, settings] = await Promise.all([
      readReport(tabId),
      readMuted(tab),
      readSettings(windowsOf(tab)),
    ]);
    const off = describeSwitch(settings, siteOf(tab.url ?? ''));
    await say(tabId, off ?? words.count(report ? countTerms(report, isMutedHere) : 0));
  }

  /** The message that says why highlights are off on a site; null if they are on. */
  function describeSwitch(settings: Settings, site: string | null): string | null {
    if (site === null || activeOn(settings, site)) return null;
    return isSiteOn(settings, site) ? words.offEverywhere() : words.off(site);
  }

  async function tellMenu(): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    const site = siteOf(tab?.url ?? '');
    if (tab?.id === undefined || site === null) return showSiteOff(null);
    const settings = await readSettings(windowsOf(tab));
    await showSiteOff(!isSiteOn(settings, site), await isFixed(settings, site));
    await showTabSwitch(tab.id, activeOn(settings, site));
  }

  return { step, switchSite: switchTab, sayCount, tellMenu };
}

async function isFixed(settings: Settings, site: string): Promise<boolean> {
  return isSiteFixed(fixedBy(await readManaged()), settings, site);
}

async function say(tabId: number, words: string): Promise<void> {
  // A page that is closed to our scripts cannot show a message.
  await reachPage(tabId, 0, 'say', words).catch(() => undefined);
}
