/**
 * Lists all glossaries: bundled with the extension, set by an administrator, added by the
 * reader.
 */

import type { Glossary } from '../../core/glossary/glossary.ts';
import { parseGlossary } from '../../core/glossary/parse-glossary.ts';
import { readManaged } from '../storage/managed.ts';
import { readSettings, updateSettings } from '../storage/settings.ts';
import { BUNDLED } from './bundled.ts';
import { listGlossaries, readGlossary, setGlossaryOn } from './glossary-store.ts';
import { listSubscriptions } from './subscription-store.ts';

/** A glossary in the list. */
export interface ListedGlossary {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly entries: number;
  readonly on: boolean;
  readonly origin: 'bundled' | 'managed' | 'added';
  /** Whether it comes from an address, so that a newer one takes its place. */
  readonly isFetched: boolean;
}

/**
 * List all glossaries. Broken managed ones are left out; added ones are listed even if broken.
 * Never fails.
 */
export async function listAllGlossaries(): Promise<ListedGlossary[]> {
  const [fixed, { glossariesOff }, added, fetched] = await Promise.all([
    readFixed(),
    readSettings(),
    // If storage is switched off, the bundled and managed glossaries are still listed.
    listGlossaries().catch(() => []),
    listSubscriptions().catch(() => []),
  ]);
  const byAddress = new Set(fetched.map(({ id }) => id));
  const managed = new Set(fetched.filter(({ isManaged }) => isManaged).map(({ id }) => id));
  const listed = fixed.map(({ glossary, origin }) => ({
    ...headOf(glossary),
    entries: glossary.entries.length,
    on: !glossariesOff.includes(glossary.id),
    origin,
    isFetched: false,
  }));
  const own = added.map((each) => ({
    ...headOf(each),
    entries: each.entries,
    on: each.on,
    origin: managed.has(each.id) ? ('managed' as const) : ('added' as const),
    isFetched: byAddress.has(each.id),
  }));
  return [...listed, ...own];
}

/**
 * Read one glossary of any origin; null if no glossary has this id.
 *
 * @throws GlossaryError naming each fault if the stored content is broken.
 */
export async function readAnyGlossary(id: string): Promise<Glossary | null> {
  const bundled = BUNDLED.find((each) => each.id === id);
  if (bundled) return bundled.read();
  const found = (await readManagedGlossaries()).find((glossary) => glossary.id === id);
  return found ?? readGlossary(id);
}

/** @throws The error of storage if it cannot be written. */
export async function switchGlossary(
  { id, origin }: Pick<ListedGlossary, 'id' | 'origin'>,
  on: boolean,
): Promise<void> {
  if (origin === 'added') return setGlossaryOn(id, on);
  await updateSettings((settings) => {
    const others = settings.glossariesOff.filter((other) => other !== id);
    return { ...settings, glossariesOff: on ? others : [...others, id] };
  });
}

async function readFixed() {
  const [bundled, managed] = await Promise.all([
    Promise.all(BUNDLED.map(({ read }) => read())),
    readManagedGlossaries(),
  ]);
  return [
    ...bundled.map((glossary) => ({ glossary, origin: 'bundled' as const })),
    ...managed.map((glossary) => ({ glossary, origin: 'managed' as const })),
  ];
}

async function readManagedGlossaries(): Promise<Glossary[]> {
  const { glossaries } = await readManaged();
  return glossaries.flatMap((content) => {
    try {
      return [parseGlossary(content, 'managed')];
    } catch {
      // The library reports the faults of this glossary (`listFaults`).
      return [];
    }
  });
}

type Head = Pick<ListedGlossary, 'id' | 'title' | 'version' | 'language'>;

const headOf = ({ id, title, version, language }: Head): Head => ({ id, title, version, language });
