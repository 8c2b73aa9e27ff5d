/**
 * The table of settings: what each holds where nobody chose, how a stored value is read, who may fix
 * it and whether pages are told. The types, the defaults, the policy and its schema follow from it.
 */
import type { EntryRef } from '../glossary/entry-ref.ts';
import { COLOURS, STYLES } from './looks.ts';
import { readSearchAddress } from './search-address.ts';

/** Which pages are read: those with an article or news, all, or only listed sites. */
export const PAGES = ['articles', 'all', 'listed'] as const;

/** Which mentions are painted: every one, or the first of each section. */
export const MENTIONS = ['all', 'first'] as const;

/** How long the pointer rests on a mention before its card opens; `DWELLS_MS` says how long. */
export const DWELLS = ['short', 'usual', 'long'] as const;

/** Longest host name there is, in characters. Source: RFC 1035, section 2.3.4. */
const MAX_HOST_NAME = 253;

/** Longest reference to an entry: two ids of 80 UTF-16 code units and the slash between them. */
const MAX_REF = 161;

/** Most sites, glossaries or muted entries in one list: more than anybody lists by hand. */
export const MOST_LISTED = 20_000;

/** An entry that the reader does not want to see on a site. */
interface NotHere {
  readonly ref: EntryRef;
  readonly site: string;
}

/** What the table says of a setting whose values are of type `T`. */
interface Setting<T> {
  /** What it holds where nobody chose. */
  readonly usual: T;
  /** Read a stored value; undefined if it cannot be read. */
  readonly read: (value: unknown) => T | undefined;
  /** What a value is in JSON. */
  readonly type: 'boolean' | 'string' | 'array';
  /** All values it may have, where they can be listed. */
  readonly values?: readonly T[];
}

/** Who else has to do with a setting. */
interface Use {
  /** What it does, for administrators, who may fix it; absent where it is not theirs to fix. */
  readonly policy?: string;
  /** Whether pages are told its value. Of a list of sites they never are: see `PageSettings`. */
  readonly toldToPages?: true;
}

/** All settings. */
export const SETTINGS = {
  /** Whether there are highlights at all. */
  on: onOrOff(true, { policy: 'Highlights everywhere.' }),
  pages: oneOf(PAGES, 'articles', { policy: 'Which pages are read.', toldToPages: true }),
  /** Host names without `www.`: the sites that are read if `pages` is `listed`. */
  sitesListed: listOf(isSite, {
    policy: 'Host names without www: what is read where pages is "listed".',
  }),
  /** Host names without `www.` where highlights are off. */
  sitesOff: listOf(isSite, { policy: 'Host names without www: where highlights are off.' }),
  style: oneOf(STYLES, 'dotted', { policy: 'How a mention looks.', toldToPages: true }),
  colour: oneOf(COLOURS, 'text', { policy: 'Colour of a mention.', toldToPages: true }),
  mentions: oneOf(MENTIONS, 'all', {
    policy: 'Every mention, or the first of each section.',
    toldToPages: true,
  }),
  dwell: oneOf(DWELLS, 'usual', { policy: 'How soon a card opens.', toldToPages: true }),
  /** Where a card's foot offers to look its term up, with `%s` for the term; empty for nowhere. */
  searchAddress: addressOfSearch({
    policy: 'Where a card offers to look its term up: https, with one %s for the term.',
  }),
  /**
   * Ids of glossaries of the extension or an administrator that are switched off. An id is a string
   * shorter than the longest host name, so the same check serves.
   */
  glossariesOff: listOf(isSite, { policy: 'Ids of glossaries that are not used.' }),
  /** Host names that an administrator has barred: no highlights there. */
  sitesBarred: listOf(isSite, {}),
  /** Entries that the reader knows: muted everywhere. */
  known: listOf(isRef, {}),
  /** Entries that are muted on one site. */
  notHere: listOf(isNotHere, {}),
};

type Table = typeof SETTINGS;

/** What can be said of any row of the table. */
export type SettingRow = Omit<Setting<string>, 'usual' | 'read'> & Use;

/** Everything that can be set, with the defaults filled in. */
export type Settings = { readonly [K in keyof Table]: Table[K]['usual'] };

/** The settings that one layer holds. */
export type Choices = Partial<Settings>;

/** The names of all settings. */
export const SETTING_KEYS = Object.keys(SETTINGS) as (keyof Settings)[];

/** The defaults. */
export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTING_KEYS.map((key) => [key, SETTINGS[key].usual]),
) as unknown as Settings;

/** The names of the settings whose values pages are told. */
export type PageKey = {
  [K in keyof Table]: Table[K] extends { readonly toldToPages: true } ? K : never;
}[keyof Table];

/** The settings whose values pages are told. */
export const PAGE_KEYS = SETTING_KEYS.filter(
  (key): key is PageKey => 'toldToPages' in SETTINGS[key],
);

function onOrOff<U extends Use>(usual: boolean, use: U): Setting<boolean> & U {
  const read = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
  return { type: 'boolean', usual, read, ...use };
}

function oneOf<T extends string, U extends Use>(
  values: readonly T[],
  usual: NoInfer<T>,
  use: U,
): Setting<T> & U {
  const read = (value: unknown) => values.find((each) => each === value);
  return { type: 'string', values, usual, read, ...use };
}

function addressOfSearch<U extends Use>(use: U): Setting<string> & U {
  const read = (value: unknown) => {
    const found = typeof value === 'string' ? readSearchAddress(value) : null;
    return found && 'address' in found ? found.address : undefined;
  };
  return { type: 'string', usual: '', read, ...use };
}

/** A list, empty where nobody chose; items that do not fit are left out. */
function listOf<T, U extends Use>(
  fits: (item: unknown) => item is T,
  use: U,
): Setting<readonly T[]> & U {
  const read = (value: unknown) =>
    Array.isArray(value) ? listOfAtMost(value.filter(fits)) : undefined;
  return { type: 'array', usual: [], read, ...use };
}

/** Each item once, and the last `MOST_LISTED`: in Firefox any page's process writes storage. */
function listOfAtMost<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].slice(-MOST_LISTED);
}

function isRef(value: unknown): value is EntryRef {
  return typeof value === 'string' && value.length <= MAX_REF && /^[^/]+\/[^/]+$/.test(value);
}

function isNotHere(value: unknown): value is NotHere {
  if (typeof value !== 'object' || value === null) return false;
  const { ref, site } = value as Readonly<Record<string, unknown>>;
  return isRef(ref) && isSite(site);
}

function isSite(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_HOST_NAME;
}
