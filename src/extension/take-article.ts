/** Takes the article of a page for review. It is kept on this machine until the review is over. */
import { browser } from 'wxt/browser';
import type { ReadText } from '../core/read-text.ts';
import { MOST_REVIEW_TEXT } from '../core/review/start-review.ts';
import { siteOf } from '../core/site.ts';
import type { FrontTab } from './front-tab.ts';
import { openReview } from './own-pages.ts';
import { keepReview } from './review-store.ts';

/** What becomes of the wish to add an article. */
export type Taken = 'opened' | 'private' | 'unreadable' | 'none' | 'long' | 'unsaved';

/** UTF-16 code units; less is a heading or a list of links. */
const LEAST_TEXT = 140;

/** Read the article of a tab, keep it, and open its review in a new tab. */
export async function takeArticle(tab: FrontTab): Promise<Taken> {
  // Nothing of private windows is kept.
  if (tab.windows === 'private') return 'private';
  // Where Newsgloss may not be, a browser may still let a script into an empty page.
  if (tab.site === null) return 'unreadable';
  const read = await readArticle(tab.id);
  if (read === 'unreadable') return read;
  if (read === null || read.text.length < LEAST_TEXT) return 'none';
  if (read.text.length > MOST_REVIEW_TEXT) return 'long';
  const about = { publisher: siteOf(tab.address) ?? '', url: tab.address, ...read.about };
  const id = await keepReview({ ...read, about }).catch(() => null);
  if (id === null) return 'unsaved';
  await openReview(id);
  return 'opened';
}

/** The script answers with what it read; where none can be, as in a store, nothing is read. */
async function readArticle(tabId: number): Promise<ReadText | null | 'unreadable'> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/article.js'],
    });
    return (answer?.result as ReadText | null | undefined) ?? null;
  } catch {
    return 'unreadable';
  }
}
