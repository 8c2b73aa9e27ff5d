/** Checks a glossary that comes from outside. */
import * as v from 'valibot';
import { describeFault, type Fault, faultAt, MOST_FAULTS } from '../faults/fault.ts';
import { faultOfIssue } from '../faults/schema-fault.ts';
import { CAPS } from './caps.ts';
import {
  type Entry,
  entrySchema,
  type Glossary,
  glossarySchema,
  SCHEMA_VERSION,
} from './glossary.ts';
import { findBrokenReferences, findCrowdedNames } from './references.ts';

/** A glossary cannot be used: its faults, each with its path. */
export class GlossaryError extends Error {
  override readonly name = 'GlossaryError';
  readonly origin: string;
  readonly faults: readonly Fault[];

  constructor(origin: string, faults: readonly Fault[]) {
    const [first] = faults;
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
    super(`${origin}: ${first ? describeFault(first) : 'cannot be read'}${more}`);
    this.origin = origin;
    this.faults = faults;
  }
}

/**
 * Check a glossary that comes from outside.
 *
 * @param input - Any value, such as `JSON.parse` returns.
 * @param origin - How messages name it: a file name or "stored glossary".
 * @returns The glossary, with the defaults filled in.
 * @throws GlossaryError with `origin` and the faults. Checking stops at the entry at which there
 *   are more than `MOST_FAULTS`.
 */
export function parseGlossary(input: unknown, origin: string): Glossary {
  const version = readVersion(input);
  if (version !== undefined && version > SCHEMA_VERSION) {
    const fault = faultAt('schema', 'newerFormat', String(version), String(SCHEMA_VERSION));
    throw new GlossaryError(origin, [fault]);
  }
  if (typeof input === 'object' && (input === null || !isPack(input))) {
    throw new GlossaryError(origin, [faultAt('', 'notPack')]);
  }
  const { faults, glossary } = checkParts(input);
  if (glossary === null) throw new GlossaryError(origin, faults);
  const broken = [...findBrokenReferences(glossary), ...findCrowdedNames(glossary, CAPS)];
  if (broken.length > 0) throw new GlossaryError(origin, broken);
  return glossary;
}

/** Whether it has one of the fields by which we know a glossary. */
const isPack = (input: object): boolean =>
  !Array.isArray(input) && ['schema', 'id', 'entries'].some((key) => Object.hasOwn(input, key));

/** Check the entries one by one, so that checking can stop once there are too many faults. */
function checkParts(input: unknown): { faults: readonly Fault[]; glossary: Glossary | null } {
  const given = hasEntries(input) ? input.entries : [];
  const rest = hasEntries(input) ? { ...input, entries: [] } : input;
  const head = v.safeParse(glossarySchema, rest, { abortPipeEarly: true });
  const faults = head.success ? [] : head.issues.map((issue) => faultOfIssue(issue));
  const entries: Entry[] = [];
  for (const [i, entry] of given.entries()) {
    const result = v.safeParse(entrySchema, entry, { abortPipeEarly: true });
    if (result.success) entries.push(result.output);
    else faults.push(...result.issues.map((issue) => faultOfIssue(issue, `entries[${i}]`)));
    if (faults.length > MOST_FAULTS) break;
  }
  if (!head.success || faults.length > 0) return { faults, glossary: null };
  const { sha256: _, ...kept } = head.output;
  return { faults, glossary: { ...kept, entries } };
}

/** Whether there is a list of entries within the limit; if not, the schema reports the fault. */
function hasEntries(input: unknown): input is { readonly entries: readonly unknown[] } {
  if (typeof input !== 'object' || input === null || !('entries' in input)) return false;
  return Array.isArray(input.entries) && input.entries.length <= CAPS.entries;
}

function readVersion(input: unknown): number | undefined {
  if (typeof input !== 'object' || input === null || !('schema' in input)) return undefined;
  return typeof input.schema === 'number' ? input.schema : undefined;
}
