/**
 * Which texts may define something. It is asked of every page; what reads the definitions themselves
 * is brought in only where there may be one.
 */

import type { Steps } from '../text/slices.ts';
import { startAt } from '../text/span.ts';
import type { Definition } from './definition.ts';

/** Reads the definitions of a text that may have some: `readDefinitions`, once it is there. */
export type DefinitionReader = (text: string) => Steps<Definition[]>;

/**
 * What every definition has at least one of: a bracket, two capitals in one word, an equals sign, a
 * verb of naming, or a comma and a name ("Nato, the North …"); in
 * ASCII, as most texts of a page are, which are links and have none of it.
 */
const MAY_DEFINE =
  /[()[\]=\x80-\uffff]|[A-Z]\S*[A-Z]| (?:called|known|referred|dubbed|named)|, (?:an?|for|or|the) [A-Z]/;
/** The same for a text with other letters, and Hangul. */
const MAY_DEFINE_BEYOND_ASCII =
  /[()（）[\]［］〔〕「」『』【】=\u1100-\u11ff가-힣]|\p{Lu}\S*\p{Lu}| (?:called|known|referred|dubbed|named)|, (?:an?|for|or|the) \p{Lu}/u;

/** The same search, from one text to the next. */
const MAY_DEFINE_NEXT = new RegExp(MAY_DEFINE, 'g');

/**
 * The texts that may define something, of many in one; what holds nothing is told at once.
 *
 * @param ends - Where each ends in `text`; the first begins at 0.
 * @returns Their numbers, in order.
 */
export function findDefiners(text: string, ends: readonly number[]): number[] {
  const definers: number[] = [];
  let number = 0;
  MAY_DEFINE_NEXT.lastIndex = 0;
  for (let found = MAY_DEFINE_NEXT.exec(text); found; found = MAY_DEFINE_NEXT.exec(text)) {
    while (found.index >= (ends[number] as number)) number++;
    const end = ends[number] as number;
    if (MAY_DEFINE_BEYOND_ASCII.test(text.slice(startAt(ends, number), end))) definers.push(number);
    MAY_DEFINE_NEXT.lastIndex = end;
  }
  return definers;
}

/** Whether a text may define something. */
export const mayDefine = (text: string): boolean =>
  MAY_DEFINE.test(text) && MAY_DEFINE_BEYOND_ASCII.test(text);
