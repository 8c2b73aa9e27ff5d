/** Reads all definitions of one block: those of its text, and those of its markup. */

import type { Steps } from '../text/slices.ts';
import type { Markup } from '../text/text-block.ts';
import { mayDefine } from './definers.ts';
import type { Definition } from './definition.ts';
import { readDefinitions } from './find-definitions.ts';
import { readMarkup } from './markup-definitions.ts';

/** Read the definitions of a block. Those that need several cells of a row belong to it too. */
export function* readBlockDefinitions(
  text: string,
  markup: readonly Markup[] = [],
): Steps<Definition[]> {
  const found = mayDefine(text) ? yield* readDefinitions(text) : [];
  const known = new Set(found.map(({ short }) => short));
  // Offsets of a row have no meaning in this block: its definitions cover the whole block.
  const whole = { start: 0, end: text.length };
  for (const each of markup) {
    yield;
    const said =
      each.kind === 'row'
        ? (yield* readDefinitions(each.says)).map((one) => ({
            ...one,
            shortSpan: whole,
            longSpan: whole,
          }))
        : readMarkup(text, each).filter(({ short, isUnseen }) => isUnseen || !known.has(short));
    for (const one of said) known.add(one.short);
    found.push(...said);
  }
  return found;
}
