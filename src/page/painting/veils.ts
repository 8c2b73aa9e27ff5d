/** Tells whether text is seen through elements over it, such as a link stretched over a teaser. */
import { contains, localNameOf } from '../text/node-properties.ts';

/** Elements that draw content of their own and so hide what is under them. */
const DRAWN = /^(?:img|picture|video|canvas|iframe|frame|object|embed|svg)$/;
/** A background or element of at most this opacity hides no text. */
const MOST_TINT = 0.1;

/**
 * Whether a text in an element can be seen at a point.
 *
 * @param stack - All elements at the point, the uppermost first.
 */
export function isSeenThrough(stack: readonly Element[], element: Element): boolean {
  for (const veil of stack) {
    if (veil === element) return true;
    if (!contains(veil, element) && hides(veil)) return false;
  }
  return false;
}

function hides(veil: Element): boolean {
  if (DRAWN.test(localNameOf(veil))) return true;
  return [null, '::before', '::after'].some((part) => {
    const { backgroundColor, backgroundImage, content, opacity } = getComputedStyle(veil, part);
    if (Number(opacity) <= MOST_TINT || (part && content === 'none')) return false;
    return backgroundImage !== 'none' || alphaOf(backgroundColor) > MOST_TINT;
  });
}

/** The opacity of a colour, from 0 to 1. */
function alphaOf(colour: string): number {
  const isPartly = colour.startsWith('rgba') || colour.includes('/');
  return isPartly ? Number.parseFloat(colour.split(/[,/]/).at(-1)!) : 1;
}
