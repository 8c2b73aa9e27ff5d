/** What the reader has selected and asks about. */

import { rectsOf } from '../text/node-properties.ts';
import type { Anchor } from './viewport.ts';

/** A selected text and where it stands. */
export interface Asked {
  readonly selected: string;
  readonly node: Node;
  readonly anchor: Anchor;
}

/** What is selected beyond this, in UTF-16 code units, is no part of a term. */
const MOST_LETTERS = 1_000;

/** Where a card goes for a selection that shows no place of its own, such as one in a field. */
const NOWHERE = { y: 80, width: 1, height: 1 };

/**
 * Find where the selected text stands.
 *
 * @param text - As the browser says that it is selected.
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
