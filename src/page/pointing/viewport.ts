/** What of a page can be seen. */

/** A rectangle of the viewport, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a card belongs to; a `Range` is one. */
export interface Anchor {
  getClientRects(): Iterable<Box>;
}

/** The part of the page that can be seen, also when the reader has zoomed in with two fingers. */
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
