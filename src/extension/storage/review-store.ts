/**
 * Stores texts under review, in a database of their own, so that a broken review cannot harm the
 * library. A text may be long and is written once; decisions are small and written often, so they
 * are stored apart from it.
 */
import type { DBSchema } from 'idb';
import type { FoundText } from '../../core/review/found-text.ts';
import { parseReviewHead } from '../../core/review/parse-review.ts';
import type { Review, ReviewHead } from '../../core/review/review-types.ts';
import { cleanText, startReview } from '../../core/review/start-review.ts';
import { siteOf } from '../../core/settings/site.ts';
import { keepOpen } from './database.ts';

interface ReviewDatabase extends DBSchema {
  /** The review by its id, without the text. Checked each time it is read. */
  heads: { key: string; value: unknown };
  texts: { key: string; value: string };
}

const open = keepOpen<ReviewDatabase>('newsgloss-reviews', 1, (database) => {
  database.createObjectStore('heads');
  database.createObjectStore('texts');
});

/**
 * Store a review, new or removed before.
 *
 * @throws DOMException if storage is full or switched off; then nothing has changed.
 */
export async function putReview({ text, ...head }: Review): Promise<void> {
  const change = (await open()).transaction(['heads', 'texts'], 'readwrite');
  await Promise.all([
    change.objectStore('heads').put(head, head.id),
    change.objectStore('texts').put(text, head.id),
    change.done,
  ]);
}

/**
 * Store the decisions, unless the review no longer exists, as when another tab removed it.
 *
 * @returns Whether it exists.
 * @throws DOMException if storage is full or switched off.
 */
export async function saveReviewHead(head: ReviewHead): Promise<boolean> {
  const change = (await open()).transaction('heads', 'readwrite');
  const isThere = (await change.store.get(head.id)) !== undefined;
  if (isThere) await change.store.put(head, head.id);
  await change.done;
  return isThere;
}

/** Read a review; null if none has this id or this version cannot read it. */
export async function readReview(id: string): Promise<Review | null> {
  const reading = (await open()).transaction(['heads', 'texts']);
  const [stored, text] = await Promise.all([
    reading.objectStore('heads').get(id),
    reading.objectStore('texts').get(id),
  ]);
  const head = parseReviewHead(stored);
  return head && typeof text === 'string' ? { ...head, text } : null;
}

/**
 * All reviews in progress, the newest first. Those that this version cannot read are left out but
 * stay stored.
 */
export async function listReviews(): Promise<ReviewHead[]> {
  const stored = await (await open()).getAll('heads');
  const heads = stored.flatMap((each) => parseReviewHead(each) ?? []);
  return heads.sort((a, b) => (a.begun < b.begun ? 1 : -1));
}

/** The number of stored reviews that this version cannot read. */
export async function countUnreadableReviews(): Promise<number> {
  const stored = await (await open()).getAll('heads');
  return stored.filter((each) => parseReviewHead(each) === null).length;
}

/**
 * Store a text for review. If the same text from the same site is under review already, that review
 * is continued.
 *
 * @returns The review's id.
 * @throws DOMException if storage is full or switched off.
 */
export async function keepReview(found: FoundText): Promise<string> {
  const site = siteOf(found.about.url ?? '');
  const text = cleanText(found.text);
  for (const { id, source } of await listReviews()) {
    if (siteOf(source.url ?? '') !== site) continue;
    if ((await readReview(id))?.text === text) return id;
  }
  const id = crypto.randomUUID();
  await putReview(startReview(found, id, new Date().toISOString()));
  return id;
}

/** Remove a review with its text. */
export async function removeReview(id: string): Promise<void> {
  const change = (await open()).transaction(['heads', 'texts'], 'readwrite');
  await Promise.all([
    change.objectStore('heads').delete(id),
    change.objectStore('texts').delete(id),
    change.done,
  ]);
}
