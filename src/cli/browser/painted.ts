/** Reads what Newsgloss has painted on a page, from outside the extension. */
import type { Frame, Page } from 'puppeteer-core';
import { until } from './until.ts';

/** One painted mention. */
export interface Painted {
  /** As written on the page. */
  readonly text: string;
  /** Name of its CSS highlight, e.g. `newsgloss-dotted`, or `news-gloss` if it is an element. */
  readonly by: string;
  /** Whether it is a term that only the page itself defines. */
  readonly own: boolean;
  /** The first box of its text, in CSS pixels of the frame's viewport. */
  readonly box: Box;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Time between two looks at a page while waiting, in milliseconds. */
const POLL_MS = 50;

/**
 * Read all painted mentions of a page or frame, in reading order.
 *
 * A name that tags interrupt is painted in pieces. Pieces in one block without text between them
 * count as one mention.
 */
export function readPainted(page: Page | Frame): Promise<Painted[]> {
  return page.evaluate(paintedHere);
}

/** Runs in the page. */
export function paintedHere(): Painted[] {
  interface Piece {
    readonly range: Range;
    readonly by: string;
    readonly own: boolean;
  }
  const pieces: Piece[] = [];
  for (const [by, highlight] of CSS.highlights ?? []) {
    if (!by.startsWith('newsgloss')) continue;
    for (const part of highlight) {
      const range = toRange(part);
      if (range) pieces.push({ range, by, own: by.startsWith('newsgloss-page') });
    }
  }
  for (const element of document.querySelectorAll('news-gloss')) {
    const range = document.createRange();
    range.selectNodeContents(element);
    pieces.push({ range, by: 'news-gloss', own: element.hasAttribute('own') });
  }
  return joinPieces(pieces.sort(inOrder)).map(({ range, by, own }) => {
    const { x, y, width, height } = range.getClientRects()[0] ?? new DOMRect();
    return { text: range.toString(), by, own, box: { x, y, width, height } };
  });

  /** Null if nothing is painted: the text is gone, or the offsets no longer fit. */
  function toRange(part: AbstractRange): Range | null {
    try {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return part.startContainer.isConnected && !range.collapsed ? range : null;
    } catch {
      return null;
    }
  }

  function inOrder({ range: a }: Piece, { range: b }: Piece): number {
    const sameTree = a.startContainer.getRootNode() === b.startContainer.getRootNode();
    return sameTree ? a.compareBoundaryPoints(Range.START_TO_START, b) : 0;
  }

  function joinPieces(sorted: readonly Piece[]): Piece[] {
    const joined: Piece[] = [];
    for (const piece of sorted) {
      const last = joined.at(-1);
      if (last && last.by === piece.by && last.own === piece.own && meet(last, piece)) {
        last.range.setEnd(piece.range.endContainer, piece.range.endOffset);
      } else joined.push(piece);
    }
    return joined;
  }

  function meet({ range: a }: Piece, { range: b }: Piece): boolean {
    if (blockOf(a.endContainer) !== blockOf(b.startContainer)) return false;
    const between = document.createRange();
    between.setStart(a.endContainer, a.endOffset);
    between.setEnd(b.startContainer, b.startOffset);
    return between.toString() === '';
  }

  /** The nearest block around a node: an element other than an inline one, or a shadow root. */
  function blockOf(node: Node): Node | null {
    let around = node.parentNode;
    while (
      around instanceof Element &&
      /^(?:inline|contents)$/.test(getComputedStyle(around).display)
    ) {
      around = around.parentNode;
    }
    return around;
  }
}

/** Paint that has not changed for this long is done, in milliseconds. */
const UNCHANGED_MS = 1_000;
/** The longest wait for paint, in milliseconds. */
const MOST_WAIT_MS = 10_000;

/** Wait until the painted mentions no longer change, and return what there is then. */
export async function waitForPaint(page: Page | Frame): Promise<Painted[]> {
  const start = Date.now();
  let painted = await readPainted(page);
  let since = start;
  while (Date.now() - since < UNCHANGED_MS && Date.now() - start < MOST_WAIT_MS) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    const next = await readPainted(page);
    if (!sameTexts(next, painted)) since = Date.now();
    painted = next;
  }
  return painted;
}

function sameTexts(a: readonly Painted[], b: readonly Painted[]): boolean {
  return a.length === b.length && a.every((mention, i) => mention.text === b[i]?.text);
}

/**
 * Move the real pointer onto the `nth` painted mention of a text, scrolled into view.
 *
 * @param nth - Counted from 0.
 * @param frame - The frame of the mention; by default the page itself.
 * @throws Error naming what is painted if there is no such mention.
 */
export async function hoverOver(
  page: Page,
  text: string,
  nth = 0,
  frame: Frame = page.mainFrame(),
): Promise<Painted> {
  const mention = await bringNear(frame, text, nth);
  const outer = await (await frame.frameElement())?.boundingBox();
  const { x, y, width, height } = mention.box;
  const point = { x: x + width / 2, y: y + height / 2 };
  const move = async () => {
    await page.mouse.move(2, 2);
    await page.mouse.move((outer?.x ?? 0) + point.x, (outer?.y ?? 0) + point.y, {
      steps: 3, // Like a real pointer, which passes over other places.
    });
  };
  await move();
  if (frame !== page.mainFrame()) {
    await until('the pointer on a mention in a frame', () => rest(frame, point, move));
  }
  return mention;
}

/** Tap the `nth` painted mention of a text, scrolled into view, with a finger. */
export async function tapOn(page: Page, text: string, nth = 0): Promise<void> {
  const { box } = await bringNear(page.mainFrame(), text, nth);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

async function bringNear(frame: Frame, text: string, nth: number): Promise<Painted> {
  const { box } = await findPainted(frame, text, nth);
  await frame.evaluate(scrollNear, box.y);
  return findPainted(frame, text, nth);
}

/** Runs in the page: scroll until a place is well in view, and until the page has heard of that. */
async function scrollNear(y: number): Promise<void> {
  if (y >= 0 && y <= innerHeight * 0.6) return;
  // The page hears of it with its next frame. A reader rests the pointer after that: a page that
  // scrolls under a resting pointer opens no card.
  const heard = new Promise((resolve) => {
    addEventListener('scroll', resolve, { once: true, capture: true });
    // A page that is at its end already does not scroll.
    setTimeout(resolve, 500);
  });
  scrollBy({ top: y - innerHeight / 3, behavior: 'instant' });
  await heard;
}

/**
 * Whether the pointer is on what lies at a point of a frame. If not, the browser did not know yet
 * where the frame lies, or how far it is scrolled.
 */
async function rest(
  frame: Frame,
  point: { readonly x: number; readonly y: number },
  move: () => Promise<void>,
): Promise<boolean> {
  const isThere = await frame.evaluate(({ x, y }) => {
    const at = document.elementFromPoint(x, y);
    // In quirks mode `:hover` alone matches links only.
    return at?.matches(`${at.localName}:hover`);
  }, point);
  if (!isThere) await move();
  return isThere === true;
}

async function findPainted(frame: Frame, text: string, nth: number): Promise<Painted> {
  const painted = await readPainted(frame);
  const mention = painted.filter((it) => it.text === text)[nth];
  if (mention) return mention;
  const there = painted.map((it) => it.text).join(', ') || 'nothing';
  throw new Error(`“${text}” (number ${nth}) is not painted, but: ${there}`);
}
