/** Tells whether a point is on the boxes of a text. */

/** How far beside its box a text can be hit, in CSS pixels: it is drawn on whole pixels. */
const TOLERANCE_PX = 1;

/** Whether a point of the viewport, in CSS pixels, is on one of some boxes. */
export function isOn(boxes: Iterable<DOMRect>, x: number, y: number): boolean {
  return [...boxes].some(
    ({ left, right, top, bottom }) =>
      x >= left - TOLERANCE_PX &&
      x <= right + TOLERANCE_PX &&
      y >= top - TOLERANCE_PX &&
      y <= bottom + TOLERANCE_PX,
  );
}
