/**
 * What an administrator has set for the readers of an office: a layer of settings over all others,
 * and glossaries that readers need not add.
 */

import { readLayer } from './layer.ts';
import type { Choices, Settings } from './settings.ts';

export interface Policy {
  /** Fixed settings: they override what the reader chose. */
  readonly choices: Choices;
  /** Glossaries as the administrator gave them, unchecked. */
  readonly glossaries: readonly unknown[];
  /** Addresses from which glossaries are fetched, unchecked. */
  readonly addresses: readonly string[];
}

/** Most addresses of glossaries that are read. */
const MOST_ADDRESSES = 100;

/** The policy if there is no administrator. */
export const NO_POLICY: Policy = { choices: {}, glossaries: [], addresses: [] };

/**
 * Read a policy from the browser's managed storage; parts that cannot be read are left out. Never
 * throws.
 *
 * @param stored - `{ settings?: {…}, sitesBarred?: […], glossaries?: […],
 *   glossaryAddresses?: […] }`. A glossary may be a string of JSON, since some administration tools
 *   store only strings.
 */
export function readPolicy(stored: unknown): Policy {
  if (typeof stored !== 'object' || stored === null) return NO_POLICY;
  const { settings, sitesBarred, glossaries, glossaryAddresses } = stored as Readonly<
    Record<string, unknown>
  >;
  const barred = readLayer({ sitesBarred }).choices;
  return {
    choices: { ...readLayer(settings).choices, ...barred },
    glossaries: Array.isArray(glossaries) ? glossaries.map(readText) : [],
    addresses: Array.isArray(glossaryAddresses)
      ? glossaryAddresses.filter((each) => typeof each === 'string').slice(0, MOST_ADDRESSES)
      : [],
  };
}

/** Which settings a policy fixes. */
export function fixedBy({ choices }: Pick<Policy, 'choices'>): ReadonlySet<keyof Settings> {
  return new Set(Object.keys(choices) as (keyof Settings)[]);
}

function readText(glossary: unknown): unknown {
  if (typeof glossary !== 'string') return glossary;
  try {
    return JSON.parse(glossary);
  } catch {
    // No JSON: the check of the glossary says so.
    return glossary;
  }
}
