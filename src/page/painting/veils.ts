/** Tells whether text is seen through elements over it, such as a link stretched over a teaser. */
import { parentOf } from '../text/elements.ts';
import { checkVisibility, contains, localNameOf, rectsOf } from '../text/node-properties.ts';
import { isOn } from './hits.ts';

/** Elements that draw content of their own and so hide what is under them. */
const DRAWN = /^(?:img|picture|video|canvas|iframe|frame|object|embed|svg)$/;
/** A background or element of at most this opacity hides no text. */
const MOST_TINT = 0.1;

/**
 * Whether a text in an element can be seen at a point.
 *
 * @param stack - All elements at the point, the uppermost first. An element that lets the pointer
 *   through is not among them: it is taken to lie on the uppermost one that holds it.
 */
export function isSeenThrough(stack: readonly Element[], element: Element): boolean {
  const isHit = stack.includes(element);
  if (!isHit && !checkVisibility(element, { opacityProperty: true })) return false;
  for (const veil of stack) {
    if (!contains(veil, element)) {
      if (hides(veil)) return false;
    } else if (veil === element || !isHit) return true;
  }
  return false;
}

/** The elements whose text lets the pointer through (`pointer-events: none`), so that no hit finds it. */
interface LetThrough {
  /** Look at an element; its style is computed already. */
  note(element: Element): void;
  /** Whether an element was such a one when it was last looked at. */
  has(element: Element): boolean;
  /** The first of the given children of such elements that has a box at a point. */
  at(children: Iterable<readonly Element[]>, x: number, y: number): Element | undefined;
}

export function createLetThrough(): LetThrough {
  const elements = new WeakSet<Element>();
  return {
    note(element) {
      if (getComputedStyle(element).pointerEvents === 'none') elements.add(element);
      else elements.delete(element);
    },
    has: (element) => elements.has(element),
    at: (children, x, y) =>
      [...children].flat().find((child) => {
        const parent = parentOf(child);
        return parent && elements.has(parent) && isOn(rectsOf(child), x, y);
      }),
  };
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
