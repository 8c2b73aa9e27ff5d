/** A glossary that is fetched from an address, as it is stored, and when it is fetched again. */
import type { FetchFault } from './fetch-fault.ts';

/** What becomes of a newer one: the reader looks at it first, or it is taken at once. */
type Taking = 'look' | 'at once';

export interface Subscription {
  /** As `readPackAddress` gives it; there is one subscription for an address. */
  readonly address: string;
  /** The id of the glossary; null if an administrator gave the address and none came yet. */
  readonly id: string | null;
  /** Whether an administrator has laid it down: then it is daily, and taken at once. */
  readonly isManaged: boolean;
  readonly isDaily: boolean;
  readonly taking: Taking;
  /** When it was last fetched or tried, in milliseconds since 1970. */
  readonly checked: number;
  /** The header `ETag` of the last answer that was read, as the server wrote it. */
  readonly etag: string | null;
  /** SHA-256 of the body of that answer, by which a server without `ETag` is understood. */
  readonly sum: string;
  /** SHA-256 of the glossary that was taken from there last; null: none was yet. */
  readonly takenSum: string | null;
  /** What went wrong the last time. */
  readonly fault: FetchFault | null;
  /** Whether a newer one waits for the reader's look, and whether the one before is kept. */
  readonly isWaiting: boolean;
  readonly hasBefore: boolean;
  /** Whether we asked the browser for access to the host, which is given back then. */
  readonly hasAsked: boolean;
}

/**
 * What came of looking for a newer glossary. `told`: what is stored of it says so, a fault or a newer
 * one that waits; `unsaved`: it could not be stored.
 */
export type Checked = 'same' | 'taken' | 'told' | 'unsaved';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * When it is to be fetched again by itself, in milliseconds since 1970; null: never. After a fault
 * that passes by itself it is tried again an hour later.
 */
export function dueAt({ isDaily, checked, fault }: Subscription): number | null {
  if (!isDaily) return null;
  const isPassing = fault !== null && ['unreachable', 'busy', 'slow'].includes(fault.code);
  return checked + (isPassing ? HOUR_MS : DAY_MS);
}

/** The earliest time at which one of them is to be fetched; null if none ever is. */
export function nextDue(all: readonly Subscription[]): number | null {
  const times = all.map(dueAt).filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** How the addresses of a policy change what is stored. */
interface ManagedChange {
  readonly added: readonly string[];
  readonly dropped: readonly Subscription[];
}

/**
 * Compare the addresses that an administrator gives with what is stored. An address that the reader
 * has added too stays the reader's.
 */
export function changeManaged(
  all: readonly Subscription[],
  addresses: readonly string[],
): ManagedChange {
  const known = new Set(all.map(({ address }) => address));
  return {
    added: [...new Set(addresses)].filter((address) => !known.has(address)),
    dropped: all.filter((each) => each.isManaged && !addresses.includes(each.address)),
  };
}
