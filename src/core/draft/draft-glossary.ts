/**
 * Drafting: from texts to a glossary in the making.
 *
 * Nothing is invented. Every name, claim and relation of a draft has its quote with offsets, its
 * source and the day of that source, and a confidence; what it is worth is for a person to judge.
 */

import { draftArticle } from './draft-article.ts';
import { createCollector } from './entries/collect.ts';
import { proposeEntries } from './entries/propose-entries.ts';
import { DRAFT_VERSION, type Draft, type DraftText } from './format/draft-types.ts';
import { keysOfNames } from './names/name-keys.ts';

/** A draft that takes one text after the other, so that no more than one is in memory. */
interface Drafting {
  readonly add: (text: DraftText) => void;
  readonly finish: () => Draft;
}

/** Create an empty draft. Its memory grows with the terms, not with the texts. */
export function createDrafting(): Drafting {
  const collector = createCollector();
  return {
    add: (article) => {
      const { text: _, ...source } = article;
      const findings = draftArticle(article);
      collector.addSource({ ...source, names: keysOfNames(findings.names) });
      collector.add(findings);
    },
    finish: () => {
      const sources = collector.sources();
      const entries = proposeEntries(collector.holdings(), sources);
      return { draft: DRAFT_VERSION, sources, entries };
    },
  };
}

/**
 * Draft a glossary from texts.
 *
 * @param texts - Each with its own id, publisher, title and day.
 * @returns The same draft in whatever order the texts come.
 */
export function draftGlossary(texts: Iterable<DraftText>): Draft {
  const drafting = createDrafting();
  for (const text of texts) drafting.add(text);
  return drafting.finish();
}
