/**
 * What the reader has set: its shape, its types and its check, from one declaration.
 *
 * What is stored is a layer: only what the reader chose, so that a better default reaches everyone
 * who left it alone. Settings are the defaults with one or two layers laid over them.
 */
import type { EntryRef } from '../glossary/entry-ref.ts';
import { covers, holdsSite } from './site.ts';

/** The version of the stored form; a newer one is read as far as it is understood. */
const SETTINGS_VERSION = 1;

/** Which pages are read: those with an article or news, all, or listed sites alone. */
export const PAGES = ['articles', 'all', 'listed'] as const;

/** How a mention looks. */
export const STYLES = ['dotted', 'solid', 'marker'] as const;

/** Which lines and fills there are to choose from; `text` is the colour of the text itself. */
export const COLOURS = ['text', 'blue', 'green', 'red', 'violet'] as const;

/** Which mentions are painted: every one, or the first of each section. */
export const MENTIONS = ['all', 'first'] as const;

/** How long the pointer rests on a mention before its card opens; `DWELL_MS` says how long. */
export const DWELLS = ['short', 'usual', 'long'] as const;

/** How a mention looks, in one word: a style, and a colour where it is not the text's own. */
export type Look =
  | Settings['style']
  | `${Settings['style']}-${Exclude<Settings['colour'], 'text'>}`;

/** Longest host name there is, in characters. Source: RFC 1035, section 2.3.4. */
const MAX_HOST_NAME = 253;

/** Two ids of a glossary and the stroke between them. */
const MAX_REF = 161;

/** Sites, glossaries or quiet entries in one list: more than any reader or administrator names. */
const MOST_LISTED = 20_000;

/** An entry that the reader does not want to see on a site. */
interface NotHere {
  readonly ref: EntryRef;
  readonly site: string;
}

/** Everything that can be set, with the defaults filled in. */
export interface Settings {
  /** Highlights everywhere. */
  readonly on: boolean;
  /** Host names without `www.` where highlights are off. */
  readonly sitesOff: readonly string[];
  readonly pages: (typeof PAGES)[number];
  /** Host names without `www.`: what is read when `pages` is `listed`. */
  readonly sitesListed: readonly string[];
  readonly style: (typeof STYLES)[number];
  readonly colour: (typeof COLOURS)[number];
  readonly mentions: (typeof MENTIONS)[number];
  readonly dwell: (typeof DWELLS)[number];
  /** Ids of glossaries that came with the extension or from an administrator and are not used. */
  readonly glossariesOff: readonly string[];
  /** Host names that an administrator has barred: highlights are never on there. */
  readonly sitesBarred: readonly string[];
  /** Entries that the reader knows: quiet everywhere. */
  readonly known: readonly EntryRef[];
  /** Entries that are quiet on one site. */
  readonly notHere: readonly NotHere[];
}

/**
 * What of the settings a page needs. It names no site: a page's process may have been taken over,
 * and where else the reader goes is none of its business.
 */
export interface PageSettings
  extends Pick<Settings, 'pages' | 'style' | 'colour' | 'mentions' | 'dwell'> {
  /** Highlights are on there. */
  readonly on: boolean;
  /** Entries that stay unpainted there. */
  readonly quiet: readonly EntryRef[];
}

/** How each setting is read from what is stored: the value, or undefined where it cannot be read. */
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
  // An id of a glossary is shorter than a host name, and as much of a plain word.
  glossariesOff: readSites,
  sitesBarred: readSites,
};

/** Host names; what is none of them is left out, the others hold. */
function readSites(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? listOfAtMost(value.filter(isSite)) : undefined;
}

/** Each once, and of too many the last: in Firefox any page's process can write storage. */
function listOfAtMost<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].slice(-MOST_LISTED);
}

/** Some settings: what one layer holds. */
export type Choices = Partial<Settings>;

/** What is right for most. */
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

/** A stored layer, read as far as it can be. */
interface StoredLayer {
  readonly choices: Choices;
  /** What is there and cannot be read, wholly or in part; `''` stands for the whole. */
  readonly unreadable: readonly (keyof Settings | '')[];
}

/**
 * Read a layer as it was stored, whatever it is: nothing, a corrupt one, one of a newer version.
 *
 * Each setting is read by itself, so that one bad value spoils no other. Never throws.
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

/** The settings that hold: the defaults, with each layer laid over the ones before it. */
export function layOver(...layers: readonly Choices[]): Settings {
  return Object.assign({}, DEFAULT_SETTINGS, ...layers);
}

/**
 * The layer to store once the reader has changed something.
 *
 * Only what differs between `before` and `after` is written. All else stays as it is stored, also
 * what this version does not know; a value that could not be read and is now replaced moves to
 * `setAside`.
 *
 * @returns `stored` itself when nothing differs.
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

/** Whether the switch of a site is on. It can be while highlights are off everywhere. */
export function isSiteOn(settings: Settings, site: string): boolean {
  if (holdsSite(settings.sitesBarred, site) || holdsSite(settings.sitesOff, site)) return false;
  return settings.pages !== 'listed' || holdsSite(settings.sitesListed, site);
}

/** Whether highlights are to be on a site: on everywhere, and on there. */
export function activeOn(settings: Settings, site: string): boolean {
  return settings.on && isSiteOn(settings, site);
}

/** Switch highlights on or off everywhere. */
export function switchAll(settings: Settings, on: boolean): Settings {
  return { ...settings, on };
}

/**
 * Switch highlights on or off on one site, with its subdomains; where only listed sites are read, on
 * lists it. A wider site that is off is switched on as a whole.
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

/** What a page on a site needs of the settings. */
export function settingsFor(settings: Settings, site: string | null): PageSettings {
  const { pages, style, colour, mentions, dwell, known, notHere } = settings;
  const here = notHere
    .filter((each) => site !== null && covers(each.site, site))
    .map(({ ref }) => ref);
  const on = site !== null && activeOn(settings, site);
  return { on, pages, style, colour, mentions, dwell, quiet: [...known, ...here] };
}

/** How a mention looks by these settings. */
export function lookOf({ style, colour }: Pick<Settings, 'style' | 'colour'>): Look {
  return colour === 'text' ? style : `${style}-${colour}`;
}

/** Every look that there is. */
export const LOOKS: readonly Look[] = STYLES.flatMap((style) =>
  COLOURS.map((colour) => lookOf({ style, colour })),
);

/** Whether an entry stays unpainted on a site: the reader knows it, or does not want it there. */
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

/** Quiet an entry everywhere, since the reader knows it, or take that back. */
export function setKnown(settings: Settings, ref: EntryRef, isKnown: boolean): Settings {
  const others = settings.known.filter((other) => other !== ref);
  return { ...settings, known: isKnown ? [...others, ref] : others };
}

/** Quiet an entry on one site, or take that back. */
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
