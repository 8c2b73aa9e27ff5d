/** The dated claims of a card down one line, drawn to scale, with the page's own date. */
import type { CardClaim } from '../../core/cards/card-content.ts';
import type { CardStrings } from '../../core/cards/card-strings.ts';
import { formatDate } from '../../core/glossary/partial-date.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** User units; the drawing scales to the card's width. */
const WIDTH = 340;
const ROW = 22;
const TOP = 10;
const LINE_X = 6;
const DOT = 3.5;
/** Where a label begins, and where the stroke to it ends. */
const LABEL_X = 30;
const STROKE_END = 26;
/** Letters for which a line has room; what is longer loses the end of its source's name. */
const LETTERS = 52;

/** One date on the line. */
interface Mark {
  readonly date: string;
  readonly label: string;
  readonly source: string;
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
 * Move labels apart, as little as is needed, and none beyond the end.
 *
 * @param wanted - Where each would stand, in ascending order.
 * @param gap - What lies between two at least. All of them together have room up to `end`.
 */
export function spreadLabels(wanted: readonly number[], gap: number, end: number): number[] {
  const places: number[] = [];
  for (const at of wanted) places.push(Math.max(at, (places.at(-1) ?? -Infinity) + gap));
  let limit = end;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i] as number, limit);
    limit = (places[i] as number) - gap;
  }
  return places;
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
  const marks = listMarks(claims, pageDate, strings);
  if (new Set(marks.filter(({ isPage }) => !isPage).map(({ date }) => date)).size < 2) return null;
  const height = (marks.length - 1) * ROW;
  const dots = scaleDates(marks.map(({ date }) => date)).map((part) => TOP + part * height);
  const labels = spreadLabels(dots, ROW, TOP + height);
  const names = marks.map(({ label, source }) => (source ? `${label} (${source})` : label));
  const drawing = make(document, 'svg', {
    class: 'timeline',
    viewBox: `0 0 ${WIDTH} ${height + 2 * TOP}`,
    role: 'img',
    'aria-label': `${strings.timeline}: ${names.join('; ')}`,
  });
  // Mirrored for scripts that run from the right: the line stands where reading begins.
  const x = (at: number) => (strings.direction === 'rtl' ? WIDTH - at : at);
  const line = { x1: x(LINE_X), y1: TOP, x2: x(LINE_X), y2: TOP + height, class: 'line' };
  drawing.append(make(document, 'line', line));
  marks.forEach((mark, i) => {
    drawing.append(...drawMark(document, mark, dots[i] ?? 0, labels[i] ?? 0, x));
  });
  return drawing;
}

/** Each event of a source once, in the order of time; the page among them. */
function listMarks(
  claims: readonly CardClaim[],
  pageDate: string | null,
  strings: CardStrings,
): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { date, event, source } of claims) {
    if (date === null) continue;
    marks.set(`${date} ${event} ${source}`, { date, label: event, source, isPage: false });
  }
  if (pageDate !== null) {
    const label = `${strings.thisPage} · ${formatDate(pageDate, strings.language)}`;
    marks.set('', { date: pageDate, label, source: '', isPage: true });
  }
  return [...marks.values()].sort((a, b) => readTime(a.date) - readTime(b.date));
}

/** A dot at its time, and a stroke to the label, which may have had to give way to others. */
function drawMark(
  document: Document,
  { label, source, isPage }: Mark,
  y: number,
  labelY: number,
  x: (at: number) => number,
): Element[] {
  const name = isPage ? 'page' : 'dot';
  const path = `M${x(LINE_X)} ${y}H${x(LINE_X + 8)}L${x(STROKE_END - 6)} ${labelY}H${x(STROKE_END)}`;
  const text = make(document, 'text', {
    x: x(LABEL_X),
    y: labelY + 4,
    class: `label ${name}-label`,
  });
  text.textContent = label;
  if (source) {
    const origin = make(document, 'tspan', { class: 'origin', dx: x(LABEL_X) > LABEL_X ? -6 : 6 });
    origin.textContent = shorten(source, LETTERS - label.length);
    text.append(origin);
  }
  return [
    make(document, 'path', { d: path, class: 'stroke' }),
    make(document, 'circle', { cx: x(LINE_X), cy: y, r: DOT, class: name }),
    text,
  ];
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…` : text;
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
