/** The library: all glossaries that are on, checked and indexed. Broken ones are reported. */

import { faultAt } from '../../core/faults/fault.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../../core/glossary/parse-glossary.ts';
import {
  describeEntry,
  type EntryLine,
  explainEntry,
  type Hits,
} from '../../core/library/library-answers.ts';
import {
  indexGlossaries,
  type LibraryIndex,
  lookUp,
  refOf,
} from '../../core/library/library-index.ts';
import { identify, searchLibrary } from '../../core/library/search.ts';
import { layTogether } from '../../core/library/supplements.ts';
import type { Explained } from '../../core/library/told.ts';
import type { Candidate } from '../../core/matching/candidate.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { hashText } from '../../core/text/word-keys.ts';
import type { GlossaryFault } from '../messages/messages.ts';
import { readManaged } from '../storage/managed.ts';
import { readSettings, watchSettings } from '../storage/settings.ts';
import { readItem } from '../storage/stored.ts';
import type { BundledGlossary } from './bundled.ts';
import { readContents } from './glossary-store.ts';
import { noteOrigin } from './library-origin.ts';
import { announceLibraryChange, REVISION, revisionIn, watchLibrary } from './library-revision.ts';
import { openStoredIndex, readState, storeIndex } from './stored-index.ts';

/** A stored or managed glossary, not yet checked. */
interface Found {
  readonly origin: string;
  readonly content: unknown;
}

export interface Library {
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
  /** @param language - Related entries are named in it where they can be. */
  explain(ref: EntryRef, language?: string): Promise<Explained | null>;
  /** One line for each entry; entries that are no longer in the library are left out. */
  describe(refs: readonly EntryRef[], language: string): Promise<readonly EntryLine[]>;
  /** The entries that a selected text names, each in one line. */
  identify(text: string, language: string): Promise<readonly EntryLine[]>;
  /** @param most - The number of entries to describe; the count covers all. */
  search(query: string, most: number, language: string): Promise<Hits>;
  faults(): Promise<readonly GlossaryFault[]>;
  /** Resolves once it is noted what the library was made from, or noting it has failed. */
  noted(): Promise<void>;
}

/**
 * Open the library, and reopen it after each change until the signal aborts. Questions asked while
 * it is being read wait for it. Which glossaries are off stands in the settings, which a reader, a
 * file or another device may change: that is announced here, for all of them.
 */
export function openLibrary(bundled: readonly BundledGlossary[], signal?: AbortSignal): Library {
  let shelf = openShelf(bundled);
  if (signal) {
    watchLibrary(() => {
      shelf = openShelf(bundled);
    }, signal);
    const compare = async ({ glossariesOff }: Settings) => {
      if (String(glossariesOff) !== String(await shelf.off())) await announceLibraryChange();
    };
    watchSettings((settings) => void compare(settings).catch(console.error), signal);
  }
  const describe = async (refs: readonly EntryRef[], language: string) => {
    const { index } = await shelf.whole();
    return refs
      .map((ref) => describeEntry(index, ref, language))
      .filter((line): line is EntryLine => line !== null);
  };
  return {
    lookUp: (keys) => shelf.lookUp(keys),
    explain: async (ref, language) => explainEntry((await shelf.whole()).index, ref, language),
    describe,
    identify: async (text, language) =>
      describe(identify((await shelf.whole()).index, text), language),
    search: async (query, most, language) => {
      const found = searchLibrary((await shelf.whole()).index, query);
      const refs = found.slice(0, most).map(({ glossary, entry }) => refOf(glossary, entry.id));
      return { lines: await describe(refs, language), count: found.length };
    },
    faults: async () => (await shelf.whole()).faults,
    noted: () => shelf.noted,
  };
}

/** The library between two changes. */
interface Shelf {
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
  whole(): Promise<WholeLibrary>;
  readonly noted: Promise<void>;
  /** Ids of the glossaries that were switched off when it was opened. */
  off(): Promise<Settings['glossariesOff']>;
}

interface WholeLibrary {
  readonly index: LibraryIndex;
  readonly faults: readonly GlossaryFault[];
}

/**
 * Open one state of the library. Look-ups use the stored index if there is one; the whole library
 * is read only for other questions, since reading a large one takes long.
 */
function openShelf(bundled: readonly BundledGlossary[]): Shelf {
  const revision = readItem(REVISION).then(revisionIn);
  // Who awaits it gets the failure, which would else count as unhandled until then.
  revision.catch(() => undefined);
  const sources = readSources(bundled);
  // Where the index cannot be opened, the whole library answers, and its faults are reported.
  const stored = sources.then(({ origin }) => openStoredIndex(origin)).catch(() => null);
  let reading: Promise<WholeLibrary> | null = null;
  const whole = () => {
    reading ??= sources.then(readLibrary);
    return reading;
  };
  async function readAndStore(): Promise<void> {
    if (await stored) return;
    const [{ index }, { origin, state }] = await Promise.all([whole(), sources]);
    await storeIndex(index, origin, state);
  }
  // If the index cannot be stored, each start of the background reads the whole library.
  readAndStore().catch(console.error);
  const note = async () => noteOrigin((await sources).origin, await revision);
  const noted = note().catch(console.error);
  return {
    whole,
    noted,
    off: async () => (await sources).off,
    async lookUp(keys) {
      const answer = await stored;
      // If the database fails or a pack is missing, look up in the whole library instead.
      const found = await answer?.lookUp(keys).catch(() => null);
      return found ?? lookUp((await whole()).index, keys);
    },
  };
}

async function readLibrary({ checked, contents }: Sources): Promise<WholeLibrary> {
  const glossaries = [...(await checked())];
  const faults: GlossaryFault[] = [];
  for (const { origin, content } of await contents()) {
    try {
      const glossary = parseGlossary(content, origin);
      if (glossaries.some(({ id }) => id === glossary.id)) {
        faults.push({ origin, ...faultAt('id', 'taken', glossary.id) });
      } else glossaries.push(glossary);
    } catch (error) {
      faults.push(...describeFault(error, origin));
    }
  }
  return { index: indexGlossaries(layTogether(glossaries)), faults };
}

function describeFault(error: unknown, origin: string): GlossaryFault[] {
  if (error instanceof GlossaryError) return error.faults.map((fault) => ({ origin, ...fault }));
  return [{ origin, ...faultAt('', 'unreadable', String(error)) }];
}

/** The glossaries that the library is made from. */
interface Sources {
  /** Identifies the set of glossaries: other content has another origin. */
  readonly origin: string;
  /** State of the stored glossaries, as `readState` returns it. */
  readonly state: string;
  /** Ids of the glossaries that are switched off in the settings. */
  readonly off: Settings['glossariesOff'];
  /** Reads the bundled glossaries. */
  checked(): Promise<Glossary[]>;
  /** Reads the glossaries of an administrator and of the reader, unchecked. */
  contents(): Promise<Found[]>;
}

async function readSources(bundled: readonly BundledGlossary[]): Promise<Sources> {
  const [{ glossariesOff }, { glossaries: managed }, state] = await Promise.all([
    readSettings(),
    readManaged(),
    readState().catch(() => ''),
  ]);
  const isOn = (id: string) => !glossariesOff.includes(id);
  const given = bundled.filter(({ id }) => isOn(id));
  const laidDown = managed
    .map((content, i): Found => ({ origin: `policy glossary ${i + 1}`, content }))
    .filter(({ content }) => isOn(idOf(content)));
  const marks = given.map(({ mark }) => mark);
  return {
    origin: `${hashText(JSON.stringify([marks, laidDown]))} ${state}`,
    state,
    off: glossariesOff,
    checked: () => Promise.all(given.map(({ read }) => read())),
    async contents() {
      // If storage is switched off, the library holds the other glossaries.
      const stored = await readContents().catch(() => []);
      const added = stored
        .filter(({ on }) => on)
        .map(({ id, content }) => ({ origin: id, content }));
      return [...laidDown, ...added];
    },
  };
}

function idOf(content: unknown): string {
  const { id } = (content ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? id : '';
}
