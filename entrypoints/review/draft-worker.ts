/** Drafts in a worker: a book takes a second, in which the page must stay responsive. */

import { draftGlossary } from '../../src/core/draft/draft-glossary.ts';
import type { Draft, DraftText } from '../../src/core/draft/format/draft-types.ts';

/** A text to draft. The answer has the same number. */
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
