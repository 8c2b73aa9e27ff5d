import { shadowRootOf } from '../text/node-properties.ts';

/** The innermost element at a point, also inside open shadow trees. */
export function deepestAt(document: Document, x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  for (;;) {
    const inner = element && shadowRootOf(element)?.elementFromPoint(x, y);
    if (!inner || inner === element) return element;
    element = inner;
  }
}
