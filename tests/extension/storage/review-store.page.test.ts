/** In real Chromium, for its database. */
import '../fake-browser.ts';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { startReview } from '../../../src/core/review/start-review.ts';
import {
  keepReview,
  listReviews,
  putReview,
  readReview,
  removeReview,
  saveReviewHead,
} from '../../../src/extension/storage/review-store.ts';

const make = (id: string, begun = '2030-05-14T06:00:00.000Z') =>
  startReview({ text: `The text of ${id}.`, about: { title: id } }, id, begun);

beforeEach(() => deleteDB('newsgloss-reviews'));

describe('the store of reviews', () => {
  it('is empty at first', async () => {
    expect(await listReviews()).toEqual([]);
    expect(await readReview('a')).toBeNull();
  });

  it('gives back what was put, and lists it without its text, the newest first', async () => {
    await putReview(make('a'));
    await putReview(make('b', '2030-05-15T06:00:00.000Z'));
    expect(await readReview('a')).toEqual(make('a'));
    const heads = await listReviews();
    expect(heads.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(heads.some((head) => 'text' in head)).toBe(false);
  });

  it('keeps decisions apart from the text', async () => {
    const { text, ...head } = make('a');
    await putReview({ ...head, text });
    const choices = [{ entry: 'ncg', verdict: 'accepted' as const, edit: { gloss: 'Anew.' } }];
    expect(await saveReviewHead({ ...head, choices, total: 3 })).toBe(true);
    expect(await readReview('a')).toEqual({ ...head, choices, total: 3, text });
  });

  it('does not bring back a review that was removed in another tab', async () => {
    const { text: _, ...head } = make('a');
    await putReview(make('a'));
    await removeReview('a');
    expect(await saveReviewHead(head)).toBe(false);
    expect(await listReviews()).toEqual([]);
    expect(await readReview('a')).toBeNull();
  });

  it('goes on with the review of a text that is in progress', async () => {
    await putReview(make('a'));
    const { text } = make('a');
    expect(await keepReview({ text, about: {} })).toBe('a');
    const other = await keepReview({ text: 'Another text.', about: {} });
    expect((await listReviews()).map(({ id }) => id).sort()).toEqual(['a', other].sort());
    await removeReview('a');
    expect(await keepReview({ text, about: {} })).not.toBe('a');
  });

  it.each([
    ['soft hyphens', 'Of two har\u00adbours.'],
    ['spaces of no width', 'Of two har\u200bbours.'],
    ['a line break at its end', 'Of two harbours.\r\n'],
  ])('goes on with a text that has %s', async (_, text) => {
    const id = await keepReview({ text, about: {} });
    expect(await keepReview({ text, about: {} })).toBe(id);
  });

  it('leaves what it cannot read where it is', async () => {
    await putReview(make('a'));
    const database = await openDB('newsgloss-reviews');
    await database.put('heads', { id: 'odd', later: true }, 'odd');
    expect((await listReviews()).map(({ id }) => id)).toEqual(['a']);
    expect(await readReview('odd')).toBeNull();
    expect(await database.get('heads', 'odd')).toEqual({ id: 'odd', later: true });
    database.close();
  });
});
