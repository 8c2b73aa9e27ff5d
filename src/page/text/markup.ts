/** Reads what the markup of a line says of its text: titles, rows of tables, lists of terms. */
import { mayDefine } from '../../core/definitions/definers.ts';
import type { Markup } from '../../core/text/text-block.ts';
import type { Surroundings } from './elements.ts';
import { attributeOf, localNameOf } from './node-properties.ts';

/** The longest row that may pair a term with its meaning, in UTF-16 code units. */
const LONGEST_ROW = 300;
/** A longer title is none that explains a term; of a list's text no more is read. */
const LONGEST_TITLE = 1_000;

/** An `abbr` or `dfn` in a line, and where its text begins and ends. */
export interface Tagged {
  readonly element: Element;
  readonly start: number;
  end: number;
}

/**
 * Read the markup of a line.
 *
 * @param tagged - The elements in it that name a term.
 * @param start - Where the line begins in the text in which it and they are placed.
 * @param end - Where it ends there.
 */
export function readMarkup(
  tagged: readonly Tagged[],
  { root, isCell }: Surroundings,
  start: number,
  end: number,
): Markup[] {
  const found: Markup[] = isCell ? readCell(root, end - start) : [];
  for (const each of tagged) {
    const kind = localNameOf(each.element) === 'dfn' ? 'dfn' : 'abbr';
    const says = attributeOf(each.element, 'title') ?? '';
    if (says.length > LONGEST_TITLE || (says === '' && kind === 'abbr')) continue;
    found.push({ kind, says, start: each.start - start, end: each.end - start });
  }
  return found;
}

/**
 * Read the row that a cell opens, if its first two cells may define something, and what a list of
 * terms says of the term in it.
 */
function readCell(cell: Element, end: number): Markup[] {
  const isTerm = localNameOf(cell) === 'dt';
  if (!isTerm && cell.previousElementSibling) return [];
  let next = cell.nextElementSibling;
  while (isTerm && next && localNameOf(next) === 'dt') next = next.nextElementSibling;
  if (!next || !/^(?:td|dd)$/.test(localNameOf(next))) return [];
  const says = readText(next, isTerm ? LONGEST_TITLE : LONGEST_ROW);
  const row = `${readText(cell, LONGEST_ROW)}\t${says}`;
  const found: Markup[] = [];
  if (row.length <= LONGEST_ROW && mayDefine(row))
    found.push({ kind: 'row', says: row, start: 0, end });
  if (isTerm) found.push({ kind: 'dt', says, start: 0, end });
  return found;
}

/** The first `most` or a few more code units of an element's text, without blanks at its ends. */
function readText(element: Element, most: number): string {
  const walker = (element.ownerDocument as Document).createTreeWalker(
    element,
    NodeFilter.SHOW_TEXT,
  );
  let text = '';
  while (text.length <= most && walker.nextNode()) {
    text = (text + (walker.currentNode as Text).data).trimStart().slice(0, most + 1);
  }
  return text.trimEnd();
}
