/** Puts the accepted entries into a glossary, in one write that can be undone. */

import type { Draft } from '../../core/draft/format/draft-types.ts';
import { firstFreeId, idOf } from '../../core/glossary/free-id.ts';
import { type Glossary, SCHEMA_VERSION } from '../../core/glossary/glossary.ts';
import { OWN_GLOSSARY } from '../../core/glossary/own-glossary.ts';
import { createOwnGlossary, type Writer } from '../../core/own/own-entries.ts';
import { enrichGlossary } from '../../core/review/build-glossary.ts';
import { decide } from '../../core/review/choices.ts';
import type { Proposal } from '../../core/review/proposals.ts';
import type { Review } from '../../core/review/review-types.ts';
import type { ReviewModel } from './review-model.ts';

/** The result of a finished review. */
interface Finished {
  /** The review after the write; its accepted entries are marked as stored. */
  readonly review: Review;
  readonly title: string;
  readonly count: number;
  /** True if nothing was left to decide; then the review was removed. */
  readonly isOver: boolean;
  undo(): Promise<void>;
}

/**
 * Put the accepted entries into the chosen glossary.
 *
 * @throws GlossaryError or DOMException if that fails; then nothing has changed.
 */
export async function finishReview(
  model: ReviewModel,
  review: Review,
  draft: Draft,
  proposals: readonly Proposal[],
  writer: Writer,
): Promise<Finished> {
  const { target } = review;
  const before = 'id' in target ? await model.readGlossary(target.id) : null;
  const base = before ?? (await createTarget(model, review, writer));
  const { glossary, kept } = enrichGlossary(base, draft, proposals);
  await model.putGlossary(glossary);
  const next: Review = {
    ...review,
    target: { id: glossary.id },
    choices: decide(review.choices, kept, 'kept'),
  };
  const isOver = proposals.every(
    ({ id, verdict }) => kept.includes(id) || verdict === 'rejected' || verdict === 'kept',
  );
  if (isOver) await model.remove(review.id);
  return {
    review: next,
    title: glossary.title,
    count: kept.length,
    isOver,
    async undo() {
      if (before) await model.putGlossary(before);
      else await model.removeGlossary(glossary.id);
      await model.putBack(review);
    },
  };
}

/** The glossary of the reader's own entries, or a new one with the title that the reader typed. */
async function createTarget(
  model: ReviewModel,
  { id, target }: Review,
  writer: Writer,
): Promise<Glossary> {
  if (!('title' in target)) return createOwnGlossary(writer);
  const taken = new Set((await model.listGlossaries()).map((each) => each.id));
  const wanted = idOf(target.title, `glossary-${id.slice(0, 8)}`);
  return {
    schema: SCHEMA_VERSION,
    id: firstFreeId(wanted, (each) => taken.has(each) || each === OWN_GLOSSARY),
    title: target.title,
    version: '1.0.0',
    language: writer.language,
    licence: 'private',
    sources: [],
    entries: [],
  };
}
