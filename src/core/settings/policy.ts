/**
 * What an administrator has laid down for the readers of an office: a layer of settings over all
 * others, and glossaries that are there without anybody adding them.
 */
import { type Choices, readLayer, type Settings } from './settings.ts';

export interface Policy {
  /** Settings that are fixed: they lie over what the reader chose. */
  readonly choices: Choices;
  /** Glossaries as they were laid down, unchecked. */
  readonly glossaries: readonly unknown[];
}

/** Where nobody administers anything. */
export const NO_POLICY: Policy = { choices: {}, glossaries: [] };

/**
 * Read a policy as the browser hands it over, as far as it can be read. Never throws.
 *
 * @param stored - `{ settings?: {…}, sitesBarred?: […], glossaries?: […] }`; a glossary may be its
 *   JSON text, since some administration tools hold texts alone.
 */
export function readPolicy(stored: unknown): Policy {
  if (typeof stored !== 'object' || stored === null) return NO_POLICY;
  const { settings, sitesBarred, glossaries } = stored as Readonly<Record<string, unknown>>;
  const barred = readLayer({ sitesBarred }).choices;
  return {
    choices: { ...readLayer(settings).choices, ...barred },
    glossaries: Array.isArray(glossaries) ? glossaries.map(readText) : [],
  };
}

/** Which settings a policy fixes. */
export function fixedBy({ choices }: Policy): ReadonlySet<keyof Settings> {
  return new Set(Object.keys(choices) as (keyof Settings)[]);
}

function readText(glossary: unknown): unknown {
  if (typeof glossary !== 'string') return glossary;
  try {
    return JSON.parse(glossary);
  } catch {
    return glossary;
  }
}
