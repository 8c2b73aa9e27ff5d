/** Judges what is found in plain texts, without a browser. */

import type { Glossary } from '../../core/glossary/glossary.ts';
import { indexGlossaries } from '../../core/library/library-index.ts';
import { annotate } from '../../core/reading/annotate.ts';
import type { EvaluationPage } from './evaluation-pages.ts';
import { type FoundMention, type Judgement, judge } from './score.ts';

/** Annotate the text of each page by itself, and judge what is found. */
export function evaluatePure(
  pages: readonly EvaluationPage[],
  glossaries: readonly Glossary[],
): Judgement[] {
  const index = indexGlossaries(glossaries);
  return pages.map((page) => {
    const mentions = annotate(page.text, index, page.lang).flatMap(({ ref, start, end }) =>
      // Terms that the page defines itself are in no glossary and are not judged.
      ref === null ? [] : [{ ref, start, end, surface: page.text.slice(start, end) }],
    );
    return judge(page, mentions satisfies FoundMention[]);
  });
}
