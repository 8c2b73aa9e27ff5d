/** What the pages of a site are told of the settings. */
import type { EntryRef } from '../glossary/entry-ref.ts';
import { PAGE_KEYS, type PageKey, type Settings } from './settings.ts';
import { covers } from './site.ts';
import { activeOn } from './site-switches.ts';

/**
 * The settings that a page needs. It holds no list of sites: if a page's process is compromised, it
 * must not learn which other sites the reader visits.
 */
export interface PageSettings extends Pick<Settings, PageKey> {
  /** Whether highlights are on on this page. */
  readonly on: boolean;
  /** Entries that are muted on this page. */
  readonly muted: readonly EntryRef[];
}

/** The settings that a page on a site needs; null: a page that belongs to no site. */
export function settingsFor(settings: Settings, site: string | null): PageSettings {
  const here = settings.notHere
    .filter((each) => site !== null && covers(each.site, site))
    .map(({ ref }) => ref);
  const told = Object.fromEntries(PAGE_KEYS.map((key) => [key, settings[key]]));
  return {
    ...(told as unknown as Pick<Settings, PageKey>),
    on: site !== null && activeOn(settings, site),
    muted: [...settings.known, ...here],
  };
}
