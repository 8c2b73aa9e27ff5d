/** Judges what the built extension paints on served pages in a real browser. */
import type { Page } from 'puppeteer-core';
import type { Span } from '../../core/text/span.ts';
import { overlap } from '../../core/text/span.ts';
import { startBrowser } from '../browser/drive.ts';
import { serve } from '../browser/serve.ts';
import type { BrowserKind } from '../build/build-extension.ts';
import type { EvaluationPage } from './evaluation-pages.ts';
import { type Judgement, judge } from './score.ts';
import { joinPieces, type NameTable } from './surface-names.ts';

/** A page counts as read once its paint has not changed for this long, in milliseconds. */
const QUIET_MS = 400;
/**
 * A page without paint counts as read after this time in milliseconds, or three times the slowest
 * paint so far if that is longer.
 */
const EMPTY_MS = 800;
/** Time limit for a page, in milliseconds. */
const LIMIT_MS = 6_000;
const POLL_MS = 40;
/** Time limit for the first page, in milliseconds: a browser that has just started may be slow. */
const WARM_UP_MS = 15_000;

/** A judged page, with errors that concern the page as a whole. */
export interface BrowserJudgement extends Judgement {
  /** The number of `context` distractors that were painted, wholly or in part. */
  readonly touched: number;
  /** Whether the article's text differs from the labelled one. Then offsets mean nothing. */
  readonly textChanged: boolean;
}

/** The painted parts of a page, over the text of its article. */
interface Seen {
  readonly text: string;
  readonly pieces: readonly Span[];
}

const WARM_UP = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Warm-up</title>
<article><h1>Warm-up</h1><p>The Nuclear Consultative Group (NCG) of Seoul and Washington met.</p></article>`;

/**
 * Open every page in a browser with the last built extension, and judge what it paints.
 *
 * @throws Error if nothing is painted on a page that defines a term itself: then the extension does
 *   not work.
 */
export async function evaluateInBrowser(
  kind: BrowserKind,
  pages: readonly EvaluationPage[],
  entryOf: NameTable,
): Promise<BrowserJudgement[]> {
  const server = await serve(async (path) => {
    const page = pages[Number(path.slice(1))];
    return { body: page ? page.html : WARM_UP };
  });
  try {
    const session = await startBrowser(kind);
    try {
      const tab = await session.browser.newPage();
      await tab.setViewport({ width: 1280, height: 2400 });
      const visit = createVisitor(tab);
      const { pieces } = await visit(`${server.origin}/warm-up`, WARM_UP_MS);
      if (pieces.length === 0) throw new Error('Nothing is painted: the extension does not work.');
      const judgements: BrowserJudgement[] = [];
      // Pages with terms first, since the slowest of them tells how long to wait for an empty page.
      const order = [...pages.entries()].toSorted(([, a], [, b]) => hasTerms(b) - hasTerms(a));
      for (const [i, page] of order) {
        judgements.push(judgeSeen(page, await visit(`${server.origin}/${i}`), entryOf));
      }
      return judgements;
    } finally {
      await session.close();
    }
  } finally {
    await server.close();
  }
}

function hasTerms({ gold }: EvaluationPage): number {
  return gold.length > 0 ? 1 : 0;
}

/** Create a function that opens a page and waits in proportion to the slowest page so far. */
function createVisitor(tab: Page) {
  let slowest = 0;
  return async (address: string, emptyMs?: number): Promise<Seen> => {
    await tab.goto(address, { waitUntil: 'load' });
    const started = performance.now();
    const isDue = (elapsed: number, quiet: number, isEmpty: boolean) =>
      isEmpty ? elapsed >= (emptyMs ?? Math.max(EMPTY_MS, 3 * slowest)) : quiet >= QUIET_MS;
    let seen = await tab.evaluate(readPaint);
    let changed = 0;
    for (;;) {
      const elapsed = performance.now() - started;
      if (elapsed > (emptyMs ?? LIMIT_MS)) return seen;
      if (isDue(elapsed, elapsed - changed, seen.pieces.length === 0)) break;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      const next = await tab.evaluate(readPaint);
      if (JSON.stringify(next) !== JSON.stringify(seen)) changed = performance.now() - started;
      seen = next;
    }
    // Leave out the first page, which includes the start of the browser.
    if (emptyMs === undefined) slowest = Math.max(slowest, changed);
    return seen;
  };
}

/** Runs in the page: the painted spans as offsets in the text of its article. */
function readPaint(): { text: string; pieces: { start: number; end: number }[] } {
  const article = document.querySelector('article');
  if (!article) return { text: '', pieces: [] };
  const ranges: AbstractRange[] = [];
  for (const [name, highlight] of CSS.highlights ?? []) {
    const isOurs = name.startsWith('newsgloss') && !name.startsWith('newsgloss-page');
    if (isOurs) ranges.push(...highlight);
  }
  for (const element of document.querySelectorAll('news-gloss:not([own])')) {
    const range = document.createRange();
    range.selectNodeContents(element);
    ranges.push(range);
  }
  const offsetOf = (node: Node, offset: number) => {
    const before = document.createRange();
    before.setStart(article, 0);
    before.setEnd(node, offset);
    return before.toString().length;
  };
  const pieces = ranges
    .filter(({ startContainer }) => article.contains(startContainer))
    .map((range) => ({
      start: offsetOf(range.startContainer, range.startOffset),
      end: offsetOf(range.endContainer, range.endOffset),
    }))
    .filter(({ start, end }) => end > start);
  return { text: article.textContent ?? '', pieces };
}

function judgeSeen(page: EvaluationPage, seen: Seen, entryOf: NameTable): BrowserJudgement {
  const { base } = page;
  const shift = ({ start, end }: Span) => ({ start: start - base, end: end - base });
  const pieces = seen.pieces.map(shift);
  const mentions = joinPieces(seen.text, seen.pieces, entryOf);
  const context = page.distractors.filter(({ kind }) => kind === 'context');
  return {
    ...judge(
      page,
      mentions.map((mention) => ({ ...mention, ...shift(mention) })),
    ),
    touched: context.filter((span) => pieces.some((piece) => overlap(span, piece))).length,
    textChanged: seen.text.slice(base, base + page.text.length) !== page.text,
  };
}
