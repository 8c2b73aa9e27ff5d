/**
 * The settings: their types, defaults and checks, and all changes to them.
 *
 * Stored is a layer, which holds only what the reader chose: so a better default reaches everyone
 * who did not choose. The settings in force are the defaults, overridden by one or two layers.
 */
import type { EntryRef } from '../glossary/entry-ref.ts';
import { covers, holdsSite } from './site.ts';

/** The version of the stored format. Of a newer one we read the settings that we know. */
const SETTINGS_VERSION = 1;

/** Which pages are read: those with an article or news, all, or only listed sites. */
export const PAGES = ['articles', 'all', 'listed'] as const;

/** How a mention looks. */
export const STYLES = ['dotted', 'solid', 'marker'] as const;

/** The colours of lines and fills; `text` is the colour of the text itself. */
export const COLOURS = ['text', 'blue', 'green', 'red', 'violet'] as const;

/** Which mentions are painted: every one, or the first of each section. */
export const MENTIONS = ['all', 'first'] as const;

/** How long the pointer rests on a mention before its card opens; `DWELL_MS` says how long. */
export const DWELLS = ['short', 'usual', 'long'] as const;

/** Style and colour of a mention in one word; the colour `text` is left out. */
export type Look =
  | Settings['style']
  | `${Settings['style']}-${Exclude<Settings['colour'], 'text'>}`;

/** Longest host name there is, in characters. Source: RFC 1035, section 2.3.4. */
const MAX_HOST_NAME = 253;

/** Longest reference to an entry: two ids of 80 UTF-16 code units and the slash between them. */
const MAX_REF = 161;

/** Most sites, glossaries or muted entries in one list: more than anybody lists by hand. */
const MOST_LISTED = 20_000;

/** An entry that the reader does not want to see on a site. */
interface NotHere {
  readonly ref: EntryRef;
  readonly site: string;
}

/** Everything that can be set, with the defaults filled in. */
export interface Settings {
  /** Whether there are highlights at all. */
  readonly on: boolean;
  /** Host names without `www.` where highlights are off. */
  readonly sitesOff: readonly string[];
  readonly pages: (typeof PAGES)[number];
  /** Host names without `www.`: the sites that are read if `pages` is `listed`. */
  readonly sitesListed: readonly string[];
  readonly style: (typeof STYLES)[number];
  readonly colour: (typeof COLOURS)[number];
  readonly mentions: (typeof MENTIONS)[number];
  readonly dwell: (typeof DWELLS)[number];
  /** Ids of glossaries of the extension or an administrator that are switched off. */
  readonly glossariesOff: readonly string[];
  /** Host names that an administrator has barred: no highlights there. */
  readonly sitesBarred: readonly string[];
  /** Entries that the reader knows: muted everywhere. */
  readonly known: readonly EntryRef[];
  /** Entries that are muted on one site. */
  readonly notHere: readonly NotHere[];
}

/**
 * The settings that a page needs. It holds no list of sites: if a page's process is compromised, it
 * must not learn which other sites the reader visits.
 */
export interface PageSettings
  extends Pick<Settings, 'pages' | 'style' | 'colour' | 'mentions' | 'dwell'> {
  /** Whether highlights are on on this page. */
  readonly on: boolean;
  /** Entries that are muted on this page. */
  readonly quiet: readonly EntryRef[];
}

/** For each setting: the function that reads a stored value; undefined if it cannot be read. */
const FIELDS: { readonly [K in keyof Settings]: (value: unknown) => Settings[K] | undefined } = {
  on: (value) => (typeof value === 'boolean' ? value : undefined),
  sitesOff: readSites,
  pages: (value) => PAGES.find((each) => each === value),
  sitesListed: readSites,
  style: (value) => STYLES.find((each) => each === value),
  known: (value) => (Array.isArray(value) ? listOfAtMost(value.filter(isRef)) : undefined),
  notHere: (value) => (Array.isArray(value) ? listOfAtMost(value.filter(isNotHere)) : undefined),
  colour: (value) => COLOURS.find((each) => each === value),
  mentions: (value) => MENTIONS.find((each) => each === value),
  dwell: (value) => DWELLS.find((each) => each === value),
  // An id of a glossary is a string shorter than the longest host name, so the same check serves.
  glossariesOff: readSites,
  sitesBarred: readSites,
};

/** Read a list of host names; items that are none are left out. */
function readSites(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? listOfAtMost(value.filter(isSite)) : undefined;
}

/** Each item once, and the last `MOST_LISTED`: in Firefox any page's process writes storage. */
function listOfAtMost<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].slice(-MOST_LISTED);
}

/** The settings that one layer holds. */
export type Choices = Partial<Settings>;

/** The defaults. */
export const DEFAULT_SETTINGS: Settings = {
  on: true,
  sitesOff: [],
  pages: 'articles',
  sitesListed: [],
  style: 'dotted',
  colour: 'text',
  mentions: 'all',
  dwell: 'usual',
  glossariesOff: [],
  sitesBarred: [],
  known: [],
  notHere: [],
};

const KEYS = Object.keys(FIELDS) as (keyof Settings)[];

/** The readable part of a stored layer. */
interface StoredLayer {
  readonly choices: Choices;
  /** The stored settings that cannot be read, wholly or in part; `''`: the whole layer. */
  readonly unreadable: readonly (keyof Settings | '')[];
}

/**
 * Read a stored layer, which may be absent, corrupt or of a newer version.
 *
 * Each setting is read by itself, so that a bad value affects no other. Never throws.
 */
export function readLayer(stored: unknown): StoredLayer {
  if (stored === undefined || stored === null) return { choices: {}, unreadable: [] };
  if (!isRecord(stored)) return { choices: {}, unreadable: [''] };
  const choices: Choices = {};
  const unreadable: (keyof Settings)[] = [];
  for (const key of KEYS) {
    const value = stored[key];
    if (value === undefined) continue;
    const read = FIELDS[key](value);
    if (read !== undefined) Object.assign(choices, { [key]: read });
    if (!isSame(read, value)) unreadable.push(key);
  }
  return { choices, unreadable };
}

/** The settings in force: the defaults, overridden by each layer in turn. */
export function layOver(...layers: readonly Choices[]): Settings {
  return Object.assign({}, DEFAULT_SETTINGS, ...layers);
}

/**
 * Make the layer to store after a change by the reader.
 *
 * Only settings that differ between `before` and `after` are written. All others stay as stored,
 * even those that this version does not know. A value that could not be read and is now replaced is
 * kept in `setAside`.
 *
 * @returns The layer; `stored` itself if nothing differs.
 */
export function writeLayer(stored: unknown, before: Settings, after: Settings): unknown {
  const changed = KEYS.filter((key) => !isSame(before[key], after[key]));
  if (changed.length === 0) return stored;
  const { unreadable } = readLayer(stored);
  const old = isRecord(stored) ? stored : {};
  const replaced = unreadable
    .filter((key) => key === '' || changed.includes(key))
    .map((key) => ({ key, value: key === '' ? stored : old[key] }));
  return {
    ...old,
    version: Math.max(SETTINGS_VERSION, readVersion(old)),
    ...Object.fromEntries(changed.map((key) => [key, after[key]])),
    ...(replaced.length > 0 && { setAside: [...listOf(old.setAside), ...replaced] }),
  };
}

/** Whether a site is switched on. It may be while highlights are off everywhere. */
export function isSiteOn(settings: Settings, site: string): boolean {
  if (holdsSite(settings.sitesBarred, site) || holdsSite(settings.sitesOff, site)) return false;
  return settings.pages !== 'listed' || holdsSite(settings.sitesListed, site);
}

/** Whether a site has highlights: they are on everywhere, and the site is switched on. */
export function activeOn(settings: Settings, site: string): boolean {
  return settings.on && isSiteOn(settings, site);
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

/** The settings that a page on a site needs; null: a page that belongs to no site. */
export function settingsFor(settings: Settings, site: string | null): PageSettings {
  const { pages, style, colour, mentions, dwell, known, notHere } = settings;
  const here = notHere
    .filter((each) => site !== null && covers(each.site, site))
    .map(({ ref }) => ref);
  const on = site !== null && activeOn(settings, site);
  return { on, pages, style, colour, mentions, dwell, quiet: [...known, ...here] };
}

/** The look for a style and a colour. */
export function lookOf({ style, colour }: Pick<Settings, 'style' | 'colour'>): Look {
  return colour === 'text' ? style : `${style}-${colour}`;
}

/** All looks. */
export const LOOKS: readonly Look[] = STYLES.flatMap((style) =>
  COLOURS.map((colour) => lookOf({ style, colour })),
);

/** Whether an entry is muted on a site: the reader knows it, or does not want it there. */
export function isQuiet(
  { known, notHere }: Pick<Settings, 'known' | 'notHere'>,
  ref: EntryRef,
  site: string | null,
): boolean {
  return (
    known.includes(ref) ||
    notHere.some((each) => each.ref === ref && site !== null && covers(each.site, site))
  );
}

/** Mute an entry everywhere, since the reader knows it, or undo that. */
export function setKnown(settings: Settings, ref: EntryRef, isKnown: boolean): Settings {
  const others = settings.known.filter((other) => other !== ref);
  return { ...settings, known: isKnown ? [...others, ref] : others };
}

/** Mute an entry on one site, or undo that. */
export function setNotHere(
  settings: Settings,
  ref: EntryRef,
  site: string,
  isNotHere: boolean,
): Settings {
  const others = settings.notHere.filter((each) => each.ref !== ref || !covers(each.site, site));
  return { ...settings, notHere: isNotHere ? [...others, { ref, site }] : others };
}

function isRef(value: unknown): value is EntryRef {
  return typeof value === 'string' && value.length <= MAX_REF && /^[^/]+\/[^/]+$/.test(value);
}

function isNotHere(value: unknown): value is NotHere {
  return isRecord(value) && isRef(value.ref) && isSite(value.site);
}

function isSite(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_HOST_NAME;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function readVersion({ version }: Readonly<Record<string, unknown>>): number {
  return typeof version === 'number' && Number.isFinite(version) ? version : 0;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
