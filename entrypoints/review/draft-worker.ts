/** Drafts beside the page: a book takes a second, in which the page goes on answering. */

import { draftGlossary } from '../../src/core/draft/draft-glossary.ts';
import type { Draft, DraftText } from '../../src/core/draft/draft-types.ts';

/** What is asked, and answered under the same number. */
export interface DraftQuestion {
  readonly number: number;
  readonly text: DraftText;
}

export interface DraftAnswer {
  readonly number: number;
  readonly draft: Draft;
}

addEventListener('message', ({ data }: MessageEvent<DraftQuestion>) => {
  const answer: DraftAnswer = { number: data.number, draft: draftGlossary([data.text]) };
  postMessage(answer);
});
