/** The bars of `npm run evaluate` for drafts, on labelled articles. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rowsOfDrafts } from '../../src/cli/evaluate/evaluate-draft-rows.ts';
import {
  type LabelledArticle,
  readLabelledArticles,
} from '../../src/cli/evaluate/evaluate-drafts.ts';
import { findReference, NO_REFERENCE_DATA } from '../reference-data.ts';

const own = readLabelledArticles(join(import.meta.dirname, 'data/drafts'));
const folder = findReference('eval', 'drafts');

const missed = (articles: readonly LabelledArticle[]) =>
  rowsOfDrafts('drafts', articles).filter(({ met }) => !met);

describe('drafts of labelled articles', () => {
  it('are of several kinds, in both languages, each word of their labels in its text', () => {
    expect(own.length).toBeGreaterThanOrEqual(6);
    for (const { text, bodies } of own) {
      for (const { names, gloss_ok } of bodies) {
        expect(names.some((name) => text.text.includes(name))).toBe(true);
        for (const gloss of gloss_ok) expect(text.text).toContain(gloss);
      }
    }
  });

  it('reach every bar on the project’s own', () => {
    expect(missed(own)).toEqual([]);
  });

  it('reach every bar on the reference data', ({ skip }) => {
    if (!folder) skip(NO_REFERENCE_DATA);
    expect(missed(readLabelledArticles(folder!))).toEqual([]);
  });
});
