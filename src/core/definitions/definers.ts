/** Finds the texts that may define something: to read the definitions of a text takes far longer. */

import type { Steps } from '../text/slices.ts';
import { startAt } from '../text/span.ts';
import type { Markup } from '../text/text-block.ts';
import type { Definition } from './definition.ts';

/** Reads the definitions of a block, as `readBlockDefinitions` does. */
export type DefinitionReader = (text: string, markup?: readonly Markup[]) => Steps<Definition[]>;

/**
 * Every definition has at least one of these: a bracket, two capitals in one word, an equals sign,
 * a verb of naming, or a comma and a name ("Nato, the North …"). For ASCII; any other letter
 * passes. Most texts of a page are short links in ASCII and have none of them.
 */
const MAY_DEFINE =
  /[()[\]=\x80-\uffff]|[A-Z]\S*[A-Z]| (?:called|known|referred|dubbed|named)|, (?:an?|for|or|the) [A-Z]/;
/** The same for texts with other letters, and Hangul. */
const MAY_DEFINE_BEYOND_ASCII =
  /[()（）[\]［］〔〕「」『』【】=\u1100-\u11ff가-힣]|\p{Lu}\S*\p{Lu}| (?:called|known|referred|dubbed|named)|, (?:an?|for|or|the) \p{Lu}/u;

/** `MAY_DEFINE`, searched for from an offset on. */
const MAY_DEFINE_NEXT = new RegExp(MAY_DEFINE, 'g');

/**
 * Find those of many joined texts that may define something.
 *
 * @param text - The texts, one behind the other, so that most are passed over by one search.
 * @param ends - Where each ends in `text`; the first begins at 0.
 * @returns The numbers of those that may define something, in order.
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
