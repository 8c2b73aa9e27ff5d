/** What the head of an answer from a server means, before anything of its body is read. */
import { clip } from '../faults/fault.ts';
import { type FetchFault, fetchFault } from './fetch-fault.ts';

/** Largest body that is read, in bytes: the longest glossary takes three for each UTF-16 unit. */
export const MOST_FETCHED = 15_000_000;

/** What we need of the head of an answer. */
export interface AnswerHead {
  readonly status: number;
  /** Whether it is a redirect, of which browsers tell neither status nor target. */
  readonly isRedirect: boolean;
  /** The header `Content-Type`; null if there is none. */
  readonly type: string | null;
  /** The header `Content-Length`; null if there is none. */
  readonly length: string | null;
}

/** @returns `body` if the body is to be read, `unchanged` if there is nothing new, else the fault. */
export function judgeHead({
  status,
  isRedirect,
  type,
  length,
}: AnswerHead): 'body' | 'unchanged' | FetchFault {
  if (status === 304) return 'unchanged';
  if (isRedirect || (status >= 300 && status < 400)) return fetchFault('moved');
  if (status === 404 || status === 410) return fetchFault('gone', String(status));
  if (status === 401 || status === 403) return fetchFault('barred', String(status));
  if (status === 429 || status >= 500) return fetchFault('busy', String(status));
  if (status !== 200) return fetchFault('status', String(status));
  if (!mayBeJson(type)) return fetchFault('notJson', clip(type ?? ''));
  return Number(length) > MOST_FETCHED ? tooBig() : 'body';
}

/** The fault of a body that is larger than `MOST_FETCHED`. */
export const tooBig = (): FetchFault => fetchFault('tooBig', String(MOST_FETCHED / 1_000_000));

/** Static hosts send JSON as plain text or as unknown bytes, too; never as HTML, a picture and so on. */
function mayBeJson(type: string | null): boolean {
  const bare = (type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return /^$|^(?:application|text)\/(?:[\w.-]+\+)?json$|^text\/plain$|octet-stream$/.test(bare);
}
