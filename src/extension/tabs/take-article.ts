/** Takes the article of a page for review. It is kept on this machine until the review is over. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { ReadText } from '../../core/articles/read-text.ts';
import { foundAt } from '../../core/review/found-text.ts';
import { MOST_REVIEW_TEXT } from '../../core/review/start-review.ts';
import { keepReview } from '../storage/review-store.ts';
import type { FrontTab } from './front-tab.ts';
import { openReview } from './own-pages.ts';

/** What becomes of the wish to add an article. */
export type Taken = 'opened' | 'private' | 'unreadable' | 'none' | 'long' | 'unsaved';

/** UTF-16 code units; less is a heading or a list of links. */
const LEAST_TEXT = 140;

const line = v.optional(v.pipe(v.string(), v.maxLength(2_000)));
/** What the script in the page answers: the page's process may have been taken over. */
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

/** Read the article of a tab, keep it, and open its review in a new tab. */
export async function takeArticle(tab: FrontTab): Promise<Taken> {
  // Nothing of private windows is kept.
  if (tab.windows === 'private') return 'private';
  // Where Newsgloss may not be, a browser may still let a script into an empty page.
  if (tab.site === null) return 'unreadable';
  const read = await readArticle(tab.id);
  if (read === 'unreadable') return read;
  // The reader meant the page that was there; what was read may be of the next one.
  if ((await browser.tabs.get(tab.id)).url !== tab.address) return 'none';
  if (read === null || read.text.length < LEAST_TEXT) return 'none';
  if (read.text.length > MOST_REVIEW_TEXT) return 'long';
  const id = await keepReview(foundAt(read, tab.address)).catch(() => null);
  if (id === null) return 'unsaved';
  await openReview(id);
  return 'opened';
}

/** How long a page may take to say what it is. */
const PATIENCE_MS = 1_500;

/** What the page of a tab says of itself; null where it does not, or takes too long. */
export function readAbout(tabId: number): Promise<ReadText['about'] | null> {
  const about = readArticle(tabId).then((read) =>
    typeof read === 'object' ? (read?.about ?? null) : null,
  );
  const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return Promise.race([about, silence]);
}

/** The script answers with what it read; where none can be, as in a store, nothing is read. */
async function readArticle(tabId: number): Promise<ReadText | null | 'unreadable'> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/article.js'],
    });
    return v.is(ANSWER, answer?.result) ? (answer.result as ReadText) : null;
  } catch {
    return 'unreadable';
  }
}
