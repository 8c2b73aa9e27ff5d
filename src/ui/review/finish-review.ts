/** Puts the accepted entries into a glossary, in one write that can be undone. */

import type { Draft } from '../../core/draft/format/draft-types.ts';
import { firstFreeId, idOf } from '../../core/glossary/free-id.ts';
import { type Glossary, SCHEMA_VERSION } from '../../core/glossary/glossary.ts';
import { OWN_GLOSSARY } from '../../core/glossary/own-glossary.ts';
import { createOwnGlossary, type Writer } from '../../core/own/own-entries.ts';
import { unmergePack } from '../../core/packs/pack-unmerge.ts';
import { enrichGlossary } from '../../core/review/build-glossary.ts';
import { decide } from '../../core/review/choices.ts';
import type { Proposal } from '../../core/review/proposals.ts';
import type { Review } from '../../core/review/review-types.ts';
import type { ListedGlossary } from '../../extension/library/glossary-list.ts';
import type { ReviewModel } from './review-model.ts';

/** The result of a finished review. */
interface Finished {
  /** The review after the write; its accepted entries are marked as stored. */
  readonly review: Review;
  readonly title: string;
  /** The ids of the proposals that were stored. */
  readonly kept: readonly string[];
  /** True if nothing was left to decide; then the review was removed. */
  readonly isOver: boolean;
  /** Takes out of the glossary what was put into it; what has come since stays. */
  undo(): Promise<void>;
}

/**
 * Whether accepted entries can go into a glossary, beside the reader's own and a new one. Not into
 * one that comes from an address: they would go with its next version.
 */
export const isTarget = ({ id, origin, isFetched }: ListedGlossary): boolean =>
  origin === 'added' && !isFetched && id !== OWN_GLOSSARY;

/**
 * Put the accepted entries into the chosen glossary, beside what is stored there.
 *
 * @returns Null if the chosen glossary is gone or no target any more; then nothing has changed.
 * @throws GlossaryError or DOMException if it fails; then nothing has changed either.
 */
export async function finishReview(
  model: ReviewModel,
  review: Review,
  draft: Draft,
  proposals: readonly Proposal[],
  writer: Writer,
): Promise<Finished | null> {
  const place = await findPlace(model, review, writer);
  if (place === null) return null;
  let put = null as (ReturnType<typeof enrichGlossary> & { readonly before: Glossary }) | null;
  let isNew = false;
  await model.changeGlossary(place.id, (stored) => {
    const before = stored ?? place.fresh;
    if (before === null) return null;
    isNew = stored === null;
    put = { ...enrichGlossary(before, draft, proposals), before };
    return put.glossary;
  });
  if (put === null) return null;
  const { before, glossary, kept } = put;
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
    kept,
    isOver,
    undo: () =>
      model.changeGlossary(glossary.id, (now) => {
        const left = now && unmergePack(now, before, glossary);
        return isNew && left?.entries.length === 0 ? null : left;
      }),
  };
}

/** Where the accepted entries go. */
interface Place {
  readonly id: string;
  /** What to begin with if nothing is stored under the id; null: then it is gone. */
  readonly fresh: Glossary | null;
}

async function findPlace(
  model: ReviewModel,
  { id, target }: Review,
  writer: Writer,
): Promise<Place | null> {
  if ('id' in target && target.id === OWN_GLOSSARY) {
    return { id: target.id, fresh: createOwnGlossary(writer) };
  }
  const glossaries = await model.listGlossaries();
  if ('id' in target) {
    const isThere = glossaries.some((each) => each.id === target.id && isTarget(each));
    return isThere ? { id: target.id, fresh: null } : null;
  }
  const taken = new Set([OWN_GLOSSARY, ...glossaries.map((each) => each.id)]);
  const wanted = idOf(target.title, `glossary-${id.slice(0, 8)}`);
  const fresh: Glossary = {
    schema: SCHEMA_VERSION,
    id: firstFreeId(wanted, (each) => taken.has(each)),
    title: target.title,
    version: '1.0.0',
    language: writer.language,
    licence: 'private',
    sources: [],
    entries: [],
  };
  return { id: fresh.id, fresh };
}
