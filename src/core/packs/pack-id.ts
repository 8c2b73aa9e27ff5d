/** Which ids a glossary from outside may have. */

import { type Fault, faultAt } from '../faults/fault.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { OWN_GLOSSARY } from '../glossary/own-glossary.ts';
import { skeletonOf } from '../text/look-alikes.ts';

/**
 * Check the id of a glossary that comes in: it must not replace a fixed glossary or look like one.
 *
 * @param mayBeOwn - Whether it may hold the reader's own entries, as a backup does.
 */
export function checkId(
  { id }: Pick<Glossary, 'id'>,
  fixed: ReadonlySet<string>,
  mayBeOwn: boolean,
): Fault[] {
  if (fixed.has(id)) return [faultAt('id', 'fixed', id)];
  if (id === OWN_GLOSSARY) return mayBeOwn ? [] : [faultAt('id', 'reserved', id)];
  const like = [...fixed, OWN_GLOSSARY].find((other) => skeletonOf(other) === skeletonOf(id));
  return like === undefined ? [] : [faultAt('id', 'likeOther', id, like)];
}

/** Whether a new glossary may get an id: none that looks like a fixed or the own glossary's. */
export const mayBeGiven = (id: string, fixed: ReadonlySet<string>): boolean =>
  [...fixed, OWN_GLOSSARY].every((other) => skeletonOf(other) !== skeletonOf(id));
