/** The part of the page that can be seen. */

/** A rectangle of the viewport, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The place on the page to which a card belongs, for example a `Range`. */
export interface Anchor {
  getClientRects(): Iterable<Box>;
}

/** The visible part of the page, also if the reader has pinch-zoomed. */
export function readViewport(view: Window): Box {
  const { visualViewport, innerWidth, innerHeight } = view;
  if (!visualViewport) return { x: 0, y: 0, width: innerWidth, height: innerHeight };
  const { offsetLeft: x, offsetTop: y, width, height } = visualViewport;
  return { x, y, width, height };
}

/** Whether any part of a box can be seen. */
export function isInView(box: Box, viewport: Box): boolean {
  return (
    box.x < viewport.x + viewport.width &&
    box.x + box.width > viewport.x &&
    box.y < viewport.y + viewport.height &&
    box.y + box.height > viewport.y
  );
}
