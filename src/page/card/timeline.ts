/** Draws the dated claims of a card down one line, to scale, with the date of the page. */
import type { CardClaim } from '../../core/cards/card-content.ts';
import type { CardStrings } from '../../core/cards/card-strings.ts';
import { formatDate } from '../../core/glossary/partial-date.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** All measures are in SVG user units; the drawing is scaled to the width of the card. */
const WIDTH = 340;
const ROW = 22;
const TOP = 10;
const LINE_X = 6;
const DOT = 3.5;
/** The x at which labels begin; the strokes to them end a little before it. */
const LABEL_X = 30;
const STROKE_END = 26;
/** The letters that fit on a line; of longer ones the source's name is cut. */
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
 * @param dates - ISO days, months or years; a month or year is placed at its first day.
 * @returns For each date its place from 0 to 1; all 0 if they are the same day.
 */
export function scaleDates(dates: readonly string[]): number[] {
  const days = dates.map(readTime);
  const first = Math.min(...days);
  const span = Math.max(...days) - first;
  return days.map((day) => (span === 0 ? 0 : (day - first) / span));
}

/**
 * Move labels apart as little as needed, and none beyond the end.
 *
 * @param wanted - The best place of each label, in ascending order.
 * @param gap - The least distance of two labels. `end` must leave room for all of them.
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
 * It has one label for screen readers, since the list of claims says the same in words.
 *
 * @returns The drawing, or null if there are fewer than two different dates.
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
    'aria-label': `${strings.say('timeline')}: ${names.join('; ')}`,
  });
  // Mirrored for scripts that run from right to left: the line is where reading begins.
  const x = (at: number) => (strings.direction === 'rtl' ? WIDTH - at : at);
  const line = { x1: x(LINE_X), y1: TOP, x2: x(LINE_X), y2: TOP + height, class: 'line' };
  drawing.append(make(document, 'line', line));
  marks.forEach((mark, i) => {
    drawing.append(...drawMark(document, mark, dots[i] ?? 0, labels[i] ?? 0, x));
  });
  return drawing;
}

/** List each event of a source once, and the page, in order of time. */
function listMarks(
  claims: readonly CardClaim[],
  pageDate: string | null,
  strings: CardStrings,
): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { date, event, source } of claims) {
    if (date === null || event === null) continue;
    marks.set(`${date} ${event} ${source}`, { date, label: event, source, isPage: false });
  }
  if (pageDate !== null) {
    const label = `${strings.say('thisPage')} · ${formatDate(pageDate, strings.language)}`;
    marks.set('', { date: pageDate, label, source: '', isPage: true });
  }
  return [...marks.values()].sort((a, b) => readTime(a.date) - readTime(b.date));
}

/** Draw a dot at its time, and a stroke to its label, which may be moved. */
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
