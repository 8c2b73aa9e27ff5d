/** Finds the short form–long form pairs that a text itself defines. */

import { type Rewritten, rewriteLetters } from '../text/same-letters.ts';
import { finish, type Steps } from '../text/slices.ts';
import { findAliases } from './aliases.ts';
import { findInBrackets, type Pair } from './bracket-definitions.ts';
import { mayDefine } from './definers.ts';
import type { Definition } from './definition.ts';
import { findInPhrases } from './phrase-definitions.ts';

/** Invisible characters: soft hyphen, zero-width ones, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]+/g;

/**
 * Find every definition of a text.
 *
 * Forms: `LONG (SHORT)` and `SHORT (LONG)` with any kind of bracket, with or without a blank, with
 * a lead-in or more matter in the bracket; `(LONG, SHORT)`; `LONG, or SHORT,`; `SHORT stands for
 * LONG`, `SHORT (short for LONG)`; `SHORT, the LONG,` and `SHORT, for LONG,`; `LONG, known by its
 * acronym SHORT`; `SHORT = LONG`; `LONG – SHORT`; rows of a table; Korean long forms of Latin short
 * forms, and Korean short forms of them; and aliases ("also called X"). A plural short form stays as
 * written: (NCGs) defines "NCGs". Letters are given in their usual form. A pair that is defined twice
 * is found twice, so that the nearest definition can be chosen.
 *
 * @param text - A block or a whole article. A blank line and U+FFFC are boundaries.
 * @returns In the order of the text, by where the pair begins. Offsets are UTF-16 code units of
 *   `text`. Never throws; takes time linear in the length of the text.
 */
export function findDefinitions(text: string): Definition[] {
  return mayDefine(text) ? finish(readDefinitions(text)) : [];
}

/**
 * Find what `findDefinitions` finds, in a text for which `mayDefine` holds; one step for each
 * bracket and each form that is examined.
 */
export function* readDefinitions(text: string): Steps<Definition[]> {
  const { text: visible, spanOf } = rewrite(text);
  const marked = yield* findInBrackets(visible);
  const pairs = [...marked, ...withoutTaken(yield* findInPhrases(visible), marked)];
  const named = withoutTaken(yield* findAliases(visible), pairs);
  const aliases = expandNames(named, pairs, visible);
  const toDefinition =
    (form: Definition['form']) =>
    ({ short, long }: Pair): Definition => ({
      short: collapse(visible.slice(short.start, short.end)),
      long: collapse(visible.slice(long.start, long.end)),
      shortSpan: spanOf(short),
      longSpan: spanOf(long),
      form,
    });
  const found = [...pairs.map(toDefinition('definition')), ...aliases.map(toDefinition('alias'))];
  return found.sort((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ shortSpan, longSpan }: Definition): number =>
  Math.min(shortSpan.start, longSpan.start);

const collapse = (text: string): string => text.replace(/\s+/g, ' ');

/** The pairs whose short form no marked pair and no earlier pair has at the same place. */
function withoutTaken(pairs: readonly Pair[], marked: readonly Pair[]): Pair[] {
  const taken = new Set(marked.map(({ short }) => short.start));
  return pairs.filter(({ short }) => {
    if (taken.has(short.start)) return false;
    taken.add(short.start);
    return true;
  });
}

/** In "The NCG is also called …" let the alias stand for the last long form defined for NCG. */
function expandNames(aliases: readonly Pair[], pairs: readonly Pair[], text: string): Pair[] {
  if (aliases.length === 0) return [];
  const inOrder = (one: Pair, other: Pair) => one.short.start - other.short.start;
  const ordered = [...pairs].sort(inOrder);
  const last = new Map<string, Pair>();
  let next = 0;
  return [...aliases].sort(inOrder).map(({ short, long }) => {
    for (; next < ordered.length; next++) {
      const pair = ordered[next] as Pair;
      if (pair.short.start >= short.start) break;
      last.set(text.slice(pair.short.start, pair.short.end), pair);
    }
    return { short, long: last.get(text.slice(long.start, long.end))?.long ?? long };
  });
}

/** The text with usual letters and without invisible characters. */
function rewrite(text: string): Rewritten {
  const usual = rewriteLetters(text);
  if (usual === null) return withoutInvisible(text);
  const visible = withoutInvisible(usual.text);
  return { text: visible.text, spanOf: (span) => usual.spanOf(visible.spanOf(span)) };
}

function withoutInvisible(text: string): Rewritten {
  const visible = text.replace(INVISIBLE, '');
  if (visible.length === text.length) return { text, spanOf: (span) => span };
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(text[at]!)) starts.push(at);
  }
  return {
    text: visible,
    spanOf: ({ start, end }) => ({ start: starts[start]!, end: starts[end - 1]! + 1 }),
  };
}
