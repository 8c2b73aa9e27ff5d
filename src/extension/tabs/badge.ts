/** The number on the toolbar button: how many entries of the library the page mentions. */
import { browser } from 'wxt/browser';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { TabReport } from '../messages/reports.ts';
import { ALL_SITES } from '../network/host-access.ts';
import { mayRead } from './access.ts';
import { reportUnlessRefused } from './refusal.ts';

/** A dark slate: white digits on it have a contrast of 7:1. It suits light and dark toolbars. */
const BADGE_COLOUR = '#3d4a5c';

/** Shown instead of a count while reading of the page has paused. */
const RESTING = '–';

const ICON_SIZES = [16, 32] as const;

/**
 * Show a tab's count on the button, or a grey icon without a count where highlights are off.
 *
 * @param isMuted - Whether an entry is muted here, because the reader knows it or does not want it
 *   on the site. Muted entries are not counted.
 */
export async function showBadge(
  tabId: number,
  report: TabReport,
  isMuted: (ref: EntryRef) => boolean,
): Promise<void> {
  const count = countTerms(report, isMuted);
  const isOff = report.state === 'off';
  const text = report.state === 'resting' ? RESTING : count > 0 && !isOff ? String(count) : '';
  // The tab may be closed meanwhile.
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR }),
    browser.action.setIcon({ tabId, path: iconsOf(isOff) }),
  ]).catch(reportUnlessRefused);
}

/** How many entries of the library a page mentions, without muted ones. */
export function countTerms({ terms }: TabReport, isMuted: (ref: EntryRef) => boolean): number {
  return terms.filter(({ ref }) => ref !== null && !isMuted(ref)).length;
}

/** Set the icon of a tab that may have no report: grey where highlights are off. */
export async function showTabSwitch(tabId: number, isOn: boolean): Promise<void> {
  // The tab may be closed meanwhile.
  await browser.action.setIcon({ tabId, path: iconsOf(!isOn) }).catch(reportUnlessRefused);
}

/**
 * Set the icon for tabs without a report: grey while highlights are off everywhere, and while the
 * browser does not let us read all sites.
 */
export async function showSwitch(isOn: boolean): Promise<void> {
  const isOff = !isOn || !(await mayRead(ALL_SITES));
  await browser.action.setIcon({ path: iconsOf(isOff) });
}

function iconsOf(isOff: boolean): Record<number, string> {
  const name = isOff ? 'off-' : '';
  return Object.fromEntries(ICON_SIZES.map((size) => [size, `/icons/${name}${size}.png`]));
}
