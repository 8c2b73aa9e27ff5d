/** The number on the toolbar button: how many entries of the library the page speaks of. */
import { browser } from 'wxt/browser';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { TabReport } from '../messages/messages.ts';

/** A quiet slate that carries white figures at 7:1, on light and dark toolbars. */
const BADGE_COLOUR = '#3d4a5c';

/** In place of a count, on a page that has been left in peace. */
const RESTING = '–';

const ICON_SIZES = [16, 32] as const;

/**
 * Show a tab's count on the button; a muted icon and no count where highlights are off.
 *
 * @param isQuiet - Entries that the reader does not want to see here do not count.
 */
export async function showBadge(
  tabId: number,
  report: TabReport,
  isQuiet: (ref: EntryRef) => boolean,
): Promise<void> {
  const count = countTerms(report, isQuiet);
  const isOff = report.state === 'off';
  const text = report.state === 'resting' ? RESTING : count > 0 && !isOff ? String(count) : '';
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR }),
      browser.action.setIcon({ tabId, path: iconsOf(isOff) }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}

/** How many entries of the library a page speaks of, those that are quiet left out. */
export function countTerms({ terms }: TabReport, isQuiet: (ref: EntryRef) => boolean): number {
  return terms.filter(({ ref }) => ref !== null && !isQuiet(ref)).length;
}

/** The icon of all tabs that have not reported: muted while highlights are off everywhere. */
export function showSwitch(isOn: boolean): Promise<void> {
  return browser.action.setIcon({ path: iconsOf(!isOn) });
}

function iconsOf(isOff: boolean): Record<number, string> {
  const name = isOff ? 'off-' : '';
  return Object.fromEntries(ICON_SIZES.map((size) => [size, `/icons/${name}${size}.png`]));
}
