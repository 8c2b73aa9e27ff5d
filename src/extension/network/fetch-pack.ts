/**
 * The one door to the network: fetches a file from an address that the reader or an administrator
 * has given. No cookies, no referrer, no cache, no redirect; limits on size and time. Nothing else
 * of the extension asks for anything beyond its own package (`tests/architecture.test.ts`).
 */
import { type FetchFault, fetchFault } from '../../core/subscriptions/fetch-fault.ts';
import { judgeHead, MOST_FETCHED, tooBig } from '../../core/subscriptions/judge-answer.ts';

/** Limits in milliseconds. Chrome ends a background that waits 30 s for the head of an answer. */
const HEAD_MS = 20_000;
const WHOLE_MS = 60_000;

/** A body within the limits, with the header `ETag` that came with it. */
export interface Fetched {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string | null;
}

/** Longest `ETag` that is kept and sent back, in UTF-16 code units. */
const LONGEST_ETAG = 200;

/**
 * Fetch a file.
 *
 * @param etag - The `ETag` of what is there already; null at the first fetch.
 * @returns The body; `unchanged` if the server says that it is still the same; or what went wrong.
 */
export async function fetchPack(
  address: string,
  etag: string | null,
): Promise<Fetched | 'unchanged' | FetchFault> {
  const life = new AbortController();
  let isSlow = false;
  const giveUp = () => {
    isSlow = true;
    life.abort();
  };
  const whole = setTimeout(giveUp, WHOLE_MS);
  const head = setTimeout(giveUp, HEAD_MS);
  try {
    const answer = await fetch(address, requestOf(etag, life.signal));
    clearTimeout(head);
    const { status, headers, body } = answer;
    const verdict = judgeHead({
      status,
      isRedirect: answer.type === 'opaqueredirect',
      type: headers.get('content-type'),
      length: headers.get('content-length'),
    });
    if (verdict !== 'body') return verdict;
    const bytes = await readBody(body);
    return bytes === null ? tooBig() : { bytes, etag: keptEtag(headers.get('etag')) };
  } catch {
    // The browser tells no more than that it failed.
    return isSlow ? fetchFault('slow', String(WHOLE_MS / 1_000)) : fetchFault('unreachable');
  } finally {
    clearTimeout(whole);
    clearTimeout(head);
    // Ends what is still coming, such as a body without end.
    life.abort();
  }
}

function requestOf(etag: string | null, signal: AbortSignal): RequestInit {
  return {
    // A redirect could lead to another host: none is followed.
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { accept: 'application/json', ...(etag !== null && { 'if-none-match': etag }) },
    signal,
  };
}

/** Read a body piece by piece; null once it exceeds the limit, whatever its head said. */
async function readBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) break;
    size += value.length;
    if (size > MOST_FETCHED) return null;
    pieces.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const keptEtag = (etag: string | null): string | null =>
  etag !== null && etag.length <= LONGEST_ETAG ? etag : null;
