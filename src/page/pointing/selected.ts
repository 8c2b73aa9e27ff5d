/** Finds the text that the reader has selected and asks about. */

import { rectsOf } from '../text/node-properties.ts';
import type { Anchor } from './viewport.ts';

/** A selected text with its place on the page. */
export interface Asked {
  readonly selected: string;
  readonly node: Node;
  readonly anchor: Anchor;
}

/** A longer selection is cut to this, in UTF-16 code units: no term is that long. */
const MOST_LETTERS = 1_000;

/** The place of a card, in CSS pixels, for a selection without rectangles, such as in a field. */
const NOWHERE = { y: 80, width: 1, height: 1 };

/**
 * Find the place of the selected text.
 *
 * @param text - The selected text, as the browser reports it.
 */
export function readSelected(document: Document, text: string): Asked {
  const selected = text.replace(/\s+/g, ' ').trim().slice(0, MOST_LETTERS);
  const selection = document.getSelection();
  if (selection && selection.rangeCount > 0 && !selection.isCollapsed) {
    const range = selection.getRangeAt(0).cloneRange();
    if (hasPlace(range)) return { selected, node: range.startContainer, anchor: range };
  }
  const field = document.activeElement ?? document.documentElement;
  const anchor = { getClientRects: () => rectsOf(field) };
  if (field !== document.body && hasPlace(anchor)) return { selected, node: field, anchor };
  const x = (document.defaultView?.innerWidth ?? 0) / 2;
  return { selected, node: field, anchor: { getClientRects: () => [{ ...NOWHERE, x }] } };
}

function hasPlace(anchor: Anchor): boolean {
  return [...anchor.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
}
