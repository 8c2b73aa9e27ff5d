/** The dated claims of a card on one line, drawn to scale, with the page's own date. */
import type { CardClaim } from '../core/card-content.ts';
import type { CardStrings } from '../core/card-strings.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** User units; the drawing scales to the card's width. */
const WIDTH = 340;
const HEIGHT = 54;
const SIDE = 10;
const LINE_Y = 22;
const DOT = 4;
/** Room that a written year takes. */
const YEAR = 40;

/** One mark on the line. */
interface Mark {
  readonly x: number;
  readonly label: string;
  readonly isPage: boolean;
}

/**
 * Place dates on a line, to scale.
 *
 * @param dates - ISO days or parts of one; a part stands at its beginning.
 * @returns For each date its place between 0 and 1; all 0 when they are one day.
 */
export function scaleDates(dates: readonly string[]): number[] {
  const days = dates.map(readTime);
  const first = Math.min(...days);
  const span = Math.max(...days) - first;
  return days.map((day) => (span === 0 ? 0 : (day - first) / span));
}

/**
 * Draw the timeline.
 *
 * The picture says what the list of claims says in words, so it has one label for all of it.
 *
 * @returns Null when fewer than two dates differ: a point is no line.
 */
export function drawTimeline(
  document: Document,
  claims: readonly CardClaim[],
  pageDate: string | null,
  strings: CardStrings,
): SVGSVGElement | null {
  const dated = claims.filter(({ date }) => date !== null);
  const dates = [...new Set(dated.map(({ date }) => date ?? ''))].sort();
  if (dates.length < 2) return null;
  const all = pageDate === null ? dates : [...dates, pageDate];
  const marks = scaleDates(all).map((part, i) => ({
    x: SIDE + part * (WIDTH - 2 * SIDE),
    label: all[i]?.slice(0, 4) ?? '',
    isPage: i === dates.length,
  }));
  const names = dated.map(({ event }) => event).reverse();
  const drawing = make(document, 'svg', {
    class: 'timeline',
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: 'img',
    'aria-label': `${strings.timeline}: ${names.join('; ')}`,
  });
  const line = { x1: SIDE, y1: LINE_Y, x2: WIDTH - SIDE, y2: LINE_Y, class: 'line' };
  drawing.append(make(document, 'line', line), ...drawMarks(document, marks, strings));
  return drawing;
}

/** The marks, and each year once, under the first mark that has room. */
function drawMarks(document: Document, marks: readonly Mark[], strings: CardStrings): Element[] {
  const drawn: Element[] = [];
  let lastYear = '';
  let free = 0;
  for (const { x, label, isPage } of marks) {
    if (isPage) {
      drawn.push(make(document, 'line', { x1: x, y1: 12, x2: x, y2: 32, class: 'page' }));
      drawn.push(write(document, x, 8, strings.thisPage, 'page-label'));
      continue;
    }
    drawn.push(make(document, 'circle', { cx: x, cy: LINE_Y, r: DOT, class: 'dot' }));
    if (label === lastYear || x < free) continue;
    drawn.push(write(document, x, 46, label, 'year'));
    lastYear = label;
    free = x + YEAR;
  }
  return drawn;
}

function write(document: Document, x: number, y: number, text: string, name: string): Element {
  const anchor = x < WIDTH / 4 ? 'start' : x > (WIDTH * 3) / 4 ? 'end' : 'middle';
  const at = anchor === 'start' ? x - DOT : anchor === 'end' ? x + DOT : x;
  const label = make(document, 'text', { x: at, y, class: name, 'text-anchor': anchor });
  label.textContent = text;
  return label;
}

function make<K extends keyof SVGElementTagNameMap>(
  document: Document,
  tag: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  return element as SVGElementTagNameMap[K];
}

function readTime(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
}
