/** What can go wrong with a glossary that is fetched, as values; pages choose the words. */
import type { Fault } from '../faults/fault.ts';

/**
 * What went wrong:
 *
 * - `unreachable`: no connection, or it broke off. `withheld`: the browser denies us the host.
 * - `moved`: the answer is a redirect. `gone`: 404 or 410. `barred`: 401 or 403. `busy`: 429 or 5xx.
 *   `status`: any other answer that is no success.
 * - `slow`, `tooBig`: a limit was reached. `notJson`: the type says that it is something else.
 * - `notText`: not UTF-8. `faulty`: no glossary, or a broken one. `sealBroken`: not what its SHA-256
 *   says.
 * - `otherId`: another glossary than before. `taken`: its id belongs to another one in the library.
 * - `shrunk`: it has lost more than half of its entries, so the reader looks at it first.
 * - `changed`: what is here is not what came from there last, so the reader looks at it first.
 * - `unsaved`: storage is full.
 */
export const FETCH_FAULTS = [
  'unreachable',
  'withheld',
  'moved',
  'gone',
  'barred',
  'busy',
  'status',
  'slow',
  'tooBig',
  'notJson',
  'notText',
  'faulty',
  'sealBroken',
  'otherId',
  'taken',
  'shrunk',
  'changed',
  'unsaved',
] as const;

type FetchFaultCode = (typeof FETCH_FAULTS)[number];

export interface FetchFault {
  readonly code: FetchFaultCode;
  /** Values for the words, such as the status or what was expected. */
  readonly values: readonly string[];
  /** Faults of the content, if it is `faulty`. */
  readonly faults?: readonly Fault[];
}

export function fetchFault(code: FetchFaultCode, ...values: readonly string[]): FetchFault {
  return { code, values };
}
