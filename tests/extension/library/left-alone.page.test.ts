/** In real Chromium, for its databases. */
import '../fake-browser.ts';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startReview } from '../../../src/core/review/start-review.ts';
import { hasLeftAlone } from '../../../src/extension/library/left-alone.ts';
import { putReview } from '../../../src/extension/storage/review-store.ts';

const DATABASES = ['newsgloss', 'newsgloss-reviews', 'newsgloss-subscriptions'];

beforeEach(async () => {
  fakeBrowser.reset();
  await Promise.all(DATABASES.map((name) => deleteDB(name)));
});

describe('what is left alone', () => {
  it('is nothing where all that is stored can be read', async () => {
    expect(await hasLeftAlone()).toBe(false);
    await fakeBrowser.storage.local.set({ settings: { version: 1, style: 'solid' } });
    await putReview(startReview({ text: 'A text.', about: {} }, 'a', '2030-05-14T06:00:00.000Z'));
    expect(await hasLeftAlone()).toBe(false);
  });

  it.each(DATABASES)('is the database %s where a newer version has upgraded it', async (name) => {
    (await openDB(name, 99)).close();
    expect(await hasLeftAlone()).toBe(true);
    const after = await openDB(name);
    expect(after.version).toBe(99);
    after.close();
  });

  it('is what a newer version has set', async () => {
    await fakeBrowser.storage.local.set({ settings: { version: 2 } });
    expect(await hasLeftAlone()).toBe(true);
  });

  it('is a review that cannot be read', async () => {
    await putReview(startReview({ text: 'A text.', about: {} }, 'a', '2030-05-14T06:00:00.000Z'));
    const database = await openDB('newsgloss-reviews');
    await database.put('heads', { id: 'odd', later: true }, 'odd');
    database.close();
    expect(await hasLeftAlone()).toBe(true);
  });
});
