/** Places a card beside its mention, inside the viewport and never over the mention. */
import { computePosition, flip, offset, type Platform, shift, size } from '@floating-ui/dom';
import type { Point } from '../pointing/dwell.ts';
import type { Anchor, Box } from '../pointing/viewport.ts';

/** Room between a mention and its card, in CSS pixels: the pointer must reach it in `LEAVE_MS`. */
const GAP = 6;
/** Room between a card and the edge of the viewport, in CSS pixels. */
const MARGIN = 8;
/** The greatest height of a card, in CSS pixels; longer content scrolls. */
const TALLEST = 540;
/** The share of the viewport's height that a sheet may take. */
const SHEET_PART = 0.6;

/**
 * The box that a card must not cover: as wide as the mention's line under the pointer, as high as
 * all its lines. If a mention runs over the end of a column, only the line under the pointer
 * counts, since the box around both parts could be half the page.
 *
 * @returns The box, or null if the mention has no rectangles.
 */
export function readAnchorBox(anchor: Anchor, point: Point | null): Box | null {
  const lines = [...anchor.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const [first] = lines;
  if (!first) return null;
  const line = lines.find((box) => point !== null && isInside(point, box)) ?? first;
  const top = Math.min(...lines.map(({ y }) => y));
  const bottom = Math.max(...lines.map(({ y, height }) => y + height));
  const tallest = Math.max(...lines.map(({ height }) => height));
  const areTogether = bottom - top <= lines.length * tallest * 2;
  return areTogether ? { x: line.x, y: top, width: line.width, height: bottom - top } : line;
}

/** The side of its mention on which a card is. */
export type Side = 'top' | 'bottom';

/**
 * Put a card below its mention, or above if it does not fit below, and limit its height to the room
 * there. The promise resolves before the next frame: only the library's API is asynchronous.
 *
 * @param card - Laid out, absolutely positioned in a box at the viewport's origin.
 * @param keep - The side to stay on even if it does not fit; null to choose.
 */
export async function placeBeside(
  card: HTMLElement,
  box: Box,
  viewport: Box,
  keep: Side | null,
): Promise<Side> {
  card.style.setProperty('max-height', `${TALLEST}px`);
  const { x, y, placement } = await computePosition(toVirtualElement(box), card, {
    placement: `${keep ?? 'bottom'}-start`,
    platform: platformOf(card, box, viewport),
    middleware: [
      offset(GAP),
      keep === null && flip({ padding: MARGIN, crossAxis: false }),
      shift({ padding: MARGIN }),
      size({
        padding: MARGIN,
        apply({ availableHeight }) {
          const height = Math.max(0, Math.min(TALLEST, Math.floor(availableHeight)));
          card.style.setProperty('max-height', `${height}px`);
        },
      }),
    ],
  });
  moveTo(card, x, y);
  return placement.startsWith('top') ? 'top' : 'bottom';
}

/** Put a card as a sheet at the lower edge, or at the upper one if it would cover its mention. */
export function placeAtEdge(card: HTMLElement, box: Box | null, viewport: Box): void {
  card.style.setProperty('max-height', `${Math.floor(viewport.height * SHEET_PART)}px`);
  const bottom = viewport.y + viewport.height;
  const below = box ? bottom - (box.y + box.height) - GAP : viewport.height;
  const above = box ? box.y - viewport.y - GAP : 0;
  const goesBelow = card.offsetHeight <= below || below >= above;
  const room = Math.max(0, Math.min(viewport.height * SHEET_PART, goesBelow ? below : above));
  card.style.setProperty('max-height', `${Math.floor(room)}px`);
  const x = viewport.x + Math.max(0, (viewport.width - card.offsetWidth) / 2);
  moveTo(card, x, goesBelow ? bottom - card.offsetHeight : viewport.y);
}

/** Leave a card where it is, but move it back into the viewport if it is outside. */
export function keepInside(card: HTMLElement, viewport: Box): void {
  const tallest = Math.min(TALLEST, viewport.height - 2 * MARGIN);
  card.style.setProperty('max-height', `${Math.floor(tallest)}px`);
  const within = (at: number, size: number, start: number, room: number) =>
    Math.max(start + MARGIN, Math.min(at, start + room - size - MARGIN));
  moveTo(
    card,
    within(card.offsetLeft, card.offsetWidth, viewport.x, viewport.width),
    within(card.offsetTop, card.offsetHeight, viewport.y, viewport.height),
  );
}

function moveTo(card: HTMLElement, x: number, y: number): void {
  card.style.setProperty('left', `${Math.round(x)}px`);
  card.style.setProperty('top', `${Math.round(y)}px`);
}

/**
 * The platform for Floating UI. The top layer has no scrollers, offset parents or transforms, so
 * three answers suffice, and no style of the card's ancestors can make them wrong.
 */
function platformOf(card: HTMLElement, box: Box, viewport: Box): Platform {
  // Not `getBoundingClientRect`, which a transform would change.
  const readSize = () => ({ width: card.offsetWidth, height: card.offsetHeight });
  const answers: Partial<Platform> = {
    getElementRects: () => ({ reference: { ...box }, floating: { x: 0, y: 0, ...readSize() } }),
    getClippingRect: () => ({ ...viewport }),
    getDimensions: readSize,
  };
  // The type asks for more methods, but Floating UI calls no others if these are given.
  return answers as Platform;
}

function toVirtualElement({ x, y, width, height }: Box) {
  const rect = { x, y, width, height, top: y, left: x, right: x + width, bottom: y + height };
  return { getBoundingClientRect: () => rect };
}

function isInside(point: Point, box: Box): boolean {
  return (
    point.x >= box.x &&
    point.x <= box.x + box.width &&
    point.y >= box.y &&
    point.y <= box.y + box.height
  );
}
