/** On which sites there are highlights, and how that is changed. */
import type { Settings } from './settings.ts';
import { covers, holdsSite } from './site.ts';

/** Whether a site is switched on. It may be while highlights are off everywhere. */
export function isSiteOn(settings: Settings, site: string): boolean {
  if (holdsSite(settings.sitesBarred, site) || holdsSite(settings.sitesOff, site)) return false;
  return settings.pages !== 'listed' || holdsSite(settings.sitesListed, site);
}

/** Whether a site has highlights: they are on everywhere, and the site is switched on. */
export function activeOn(settings: Settings, site: string): boolean {
  return settings.on && isSiteOn(settings, site);
}

/** Whether it is an administrator who decides whether a site is on. */
export function isSiteFixed(
  fixed: ReadonlySet<keyof Settings>,
  settings: Settings,
  site: string,
): boolean {
  if (holdsSite(settings.sitesBarred, site) || fixed.has('sitesOff')) return true;
  return settings.pages === 'listed' && fixed.has('sitesListed');
}

/** Switch highlights on or off everywhere. */
export function switchAll(settings: Settings, on: boolean): Settings {
  return { ...settings, on };
}

/**
 * Switch a site on or off, with its subdomains. If only listed sites are read, to switch it on adds
 * it to the list. If a wider site is off (`example.org` for `a.example.org`), that is switched on.
 */
export function switchSite(settings: Settings, site: string, on: boolean): Settings {
  if (!on) {
    const isOff = holdsSite(settings.sitesOff, site);
    return isOff ? settings : { ...settings, sitesOff: [...settings.sitesOff, site] };
  }
  const others = settings.sitesOff.filter((other) => !covers(other, site));
  const listed = isSiteOn({ ...settings, sitesOff: others }, site);
  return {
    ...settings,
    sitesOff: others,
    sitesListed: listed ? settings.sitesListed : [...settings.sitesListed, site],
  };
}
