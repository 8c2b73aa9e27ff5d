/** Takes the article of a page for review. It stays on this machine until the review has ended. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { ReadText } from '../../core/articles/read-text.ts';
import { foundAt } from '../../core/review/found-text.ts';
import { MOST_REVIEW_TEXT } from '../../core/review/start-review.ts';
import { keepReview } from '../storage/review-store.ts';
import type { FrontTab } from './front-tab.ts';
import { openReview } from './own-pages.ts';
import { reportUnlessRefused } from './refusal.ts';

/** The outcome of adding an article. */
export type Taken = 'opened' | 'private' | 'unreadable' | 'none' | 'long' | 'unsaved';

/** UTF-16 code units. Shorter texts are a heading or a list of links. */
const LEAST_TEXT = 140;

const line = v.optional(v.pipe(v.string(), v.maxLength(2_000)));
/** The answer of the script in the page, whose process may have been taken over. */
const ANSWER = v.strictObject({
  text: v.string(),
  about: v.strictObject({
    publisher: line,
    title: line,
    author: line,
    published: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
    url: line,
  }),
});

/** Read the article of a tab, store it, and open its review in a tab. */
export async function takeArticle(tab: FrontTab): Promise<Taken> {
  // Nothing from private windows is stored.
  if (tab.windows === 'private') return 'private';
  // On pages that are closed to us, a browser may still run a script in an empty document.
  if (tab.site === null) return 'unreadable';
  const read = await readArticle(tab.id);
  if (read === 'unreadable') return read;
  // The tab may have moved on to another page before the article was read.
  if ((await browser.tabs.get(tab.id)).url !== tab.address) return 'none';
  if (read === null || read.text.length < LEAST_TEXT) return 'none';
  if (read.text.length > MOST_REVIEW_TEXT) return 'long';
  const id = await keepReview(foundAt(read, tab.address)).catch(() => null);
  if (id === null) return 'unsaved';
  await openReview(id);
  return 'opened';
}

/** The longest wait for the title and source of a page, in milliseconds. */
const MOST_WAIT_MS = 1_500;

/** The title and source of a tab's page; null if it tells none or takes longer than the limit. */
export function readAbout(tabId: number): Promise<ReadText['about'] | null> {
  const about = readArticle(tabId).then((read) =>
    typeof read === 'object' ? (read?.about ?? null) : null,
  );
  const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), MOST_WAIT_MS));
  return Promise.race([about, tooLate]);
}

/** Run the script that reads the article. Browsers refuse it on some pages, such as web stores. */
async function readArticle(tabId: number): Promise<ReadText | null | 'unreadable'> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/article.js'],
    });
    return v.is(ANSWER, answer?.result) ? (answer.result as ReadText) : null;
  } catch (error) {
    reportUnlessRefused(error);
    return 'unreadable';
  }
}
