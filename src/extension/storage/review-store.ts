/**
 * Texts under review: in a database of their own, apart from the library, which a broken review can
 * so never harm. Texts may be long, so they are written once; decisions are small and written often.
 */
import type { DBSchema } from 'idb';
import type { FoundText } from '../../core/review/found-text.ts';
import { parseReviewHead } from '../../core/review/parse-review.ts';
import type { Review, ReviewHead } from '../../core/review/review-types.ts';
import { startReview } from '../../core/review/start-review.ts';
import { siteOf } from '../../core/settings/site.ts';
import { keepOpen } from './database.ts';

interface ReviewDatabase extends DBSchema {
  /** By the review's id, all but the text; checked whenever it is read. */
  heads: { key: string; value: unknown };
  texts: { key: string; value: string };
}

const open = keepOpen<ReviewDatabase>('newsgloss-reviews', 1, (database) => {
  database.createObjectStore('heads');
  database.createObjectStore('texts');
});

/**
 * Put a review, or put back one that was removed.
 *
 * @throws DOMException when storage is full or switched off; then all is as it was.
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
 * Keep what was decided. Nothing happens if the review is gone, as after it was removed elsewhere.
 *
 * @throws DOMException when storage is full or switched off.
 */
export async function saveReviewHead(head: ReviewHead): Promise<void> {
  const change = (await open()).transaction('heads', 'readwrite');
  if ((await change.store.get(head.id)) !== undefined) await change.store.put(head, head.id);
  await change.done;
}

/** A review; null if there is none by this id, or none that this version can read. */
export async function readReview(id: string): Promise<Review | null> {
  const reading = (await open()).transaction(['heads', 'texts']);
  const [stored, text] = await Promise.all([
    reading.objectStore('heads').get(id),
    reading.objectStore('texts').get(id),
  ]);
  const head = parseReviewHead(stored);
  return head && typeof text === 'string' ? { ...head, text } : null;
}

/** All reviews in progress, the newest first; those that cannot be read are left where they are. */
export async function listReviews(): Promise<ReviewHead[]> {
  const stored = await (await open()).getAll('heads');
  const heads = stored.flatMap((each) => parseReviewHead(each) ?? []);
  return heads.sort((a, b) => (a.begun < b.begun ? 1 : -1));
}

/**
 * Keep a text for review; one that is under review already, from the same site, goes on.
 *
 * @returns The review's id.
 * @throws DOMException when storage is full or switched off.
 */
export async function keepReview(found: FoundText): Promise<string> {
  const site = siteOf(found.about.url ?? '');
  for (const { id, source } of await listReviews()) {
    if (siteOf(source.url ?? '') !== site) continue;
    if ((await readReview(id))?.text === found.text) return id;
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
