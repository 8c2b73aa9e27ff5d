/** Draws the icons of the card as SVG, in the colour of the text around them. */

const SVG = 'http://www.w3.org/2000/svg';

/** The strokes of each icon, on a field of 16 by 16 user units. */
const STROKES = {
  pin: ['M6 2.5h4l-.6 4.2 2.1 2.3h-7l2.1-2.3z', 'M8 9v4.5'],
  close: ['M4 4l8 8', 'M12 4l-8 8'],
  copy: ['M6 5.5h6.5v8H6z', 'M3.5 10.5v-8H10'],
  know: ['M3 8.5l3.5 3.5L13 4.5'],
  notHere: ['M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0', 'M4.2 4.2l7.6 7.6'],
  undo: ['M5.5 3L3 5.5L5.5 8', 'M3.2 5.5H9a3.5 3.5 0 0 1 0 7H6'],
  act: ['M3.5 8h.01', 'M8 8h.01', 'M12.5 8h.01'],
  place: ['M2.5 3.5h11', 'M2.5 7h6', 'M8 11.5h4.5', 'M10.5 9.5l2 2l-2 2'],
} as const;

export type IconName = keyof typeof STROKES;

/** Draw an icon, hidden from screen readers: words beside it or a label say what it means. */
export function drawIcon(document: Document, name: IconName): SVGSVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  for (const stroke of STROKES[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', stroke);
    icon.append(path);
  }
  return icon;
}
