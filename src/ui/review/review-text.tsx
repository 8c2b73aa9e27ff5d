import Mark from 'mark.js';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { DraftEntry } from '../../core/draft/format/draft-types.ts';
import type { Proposal } from '../../core/review/proposals.ts';
import {
  createTermFinder,
  cutParagraphs,
  type Paragraph,
  type TermSpan,
} from '../../core/review/text-spans.ts';
import type { Translate } from '../shared/text.ts';

/** Paragraphs drawn at a time, so that a text as long as a book does not block the page. */
const AT_A_TIME = 80;
/** How long the pointer must rest on a mark before its entry is selected, in milliseconds. */
const DWELL_MS = 250;
/** Name of the CSS highlight for the quotes of the current entry. */
const QUOTES = 'newsgloss-quote';

interface ReviewTextProps {
  readonly text: string;
  readonly entries: readonly DraftEntry[];
  readonly proposals: readonly Proposal[];
  /** The current proposal. */
  readonly current: Proposal | null;
  /** Whether the text scrolls to the quotes. Not if the reader points at the text itself. */
  readonly follows: boolean;
  readonly onPoint: (entry: string, isPressed: boolean) => void;
  readonly t: Translate;
}

/** The text with its terms marked; the quotes of the current entry are highlighted. */
export function ReviewText(props: ReviewTextProps) {
  const { text, entries, proposals, current, follows, onPoint, t } = props;
  const box = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(() => cutParagraphs(text), [text]);
  const findTerms = useMemo(() => createTermFinder(entries), [entries]);
  useDrawn(box, paragraphs, findTerms, [proposals, current, follows]);
  useStates(box, proposals, current);
  useQuotes(box, paragraphs, current, follows);
  const timer = useRef(0);
  const pointer = useRef('');
  const markOf = ({ target }: Event) => (target as Element).closest<HTMLElement>('mark');
  const press = (event: Event) => {
    clearTimeout(timer.current);
    const entry = markOf(event)?.dataset.entry;
    if (entry !== undefined) onPoint(entry, true);
  };
  const move = (event: MouseEvent) => {
    // Scrolling under a resting pointer also sends pointer events; ignore them.
    const place = `${event.screenX} ${event.screenY}`;
    const hasMoved = pointer.current !== '' && pointer.current !== place;
    pointer.current = place;
    if (!hasMoved) return;
    clearTimeout(timer.current);
    const entry = markOf(event)?.dataset.entry;
    if (entry !== undefined && entry !== current?.id) {
      timer.current = window.setTimeout(() => onPoint(entry, false), DWELL_MS);
    }
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list does the same by key
    <section
      ref={box}
      class="source-text"
      dir="auto"
      // A pane that scrolls must be reached by key.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      aria-label={t('review.text')}
      onClick={press}
      onMouseMove={move}
      onMouseLeave={() => clearTimeout(timer.current)}
    />
  );
}

type Box = { readonly current: HTMLElement | null };

/** Draw the paragraphs in slices, with each term wrapped. This changes the DOM without Preact. */
function useDrawn(
  box: Box,
  paragraphs: readonly Paragraph[],
  findTerms: (paragraph: string) => readonly TermSpan[],
  states: readonly [readonly Proposal[], Proposal | null, boolean],
): void {
  const latest = useRef(states);
  latest.current = states;
  useEffect(() => {
    const host = box.current;
    if (!host) return;
    host.replaceChildren();
    let timer = 0;
    const draw = (from: number) => {
      const [proposals, current, follows] = latest.current;
      const drawn = paragraphs
        .slice(from, from + AT_A_TIME)
        .map(({ text }) => drawParagraph(text, findTerms(text)));
      for (const paragraph of drawn) showStates(paragraph, proposals, current);
      host.append(...drawn);
      if (from + AT_A_TIME < paragraphs.length) {
        timer = window.setTimeout(draw, 0, from + AT_A_TIME);
      } else showQuotes(host, paragraphs, current, follows);
    };
    draw(0);
    return () => clearTimeout(timer);
  }, [box, paragraphs, findTerms]);
}

function drawParagraph(text: string, terms: readonly TermSpan[]): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  const entries = new Map(terms.map(({ start, entry }) => [start, entry]));
  const ranges = terms.map(({ start, end }) => ({ start, length: end - start }));
  if (ranges.length > 0) {
    new Mark(paragraph).markRanges(ranges, {
      each: (node, range) => {
        (node as HTMLElement).dataset.entry = entries.get(range.start) ?? '';
      },
    });
  }
  return paragraph;
}

function useStates(box: Box, proposals: readonly Proposal[], current: Proposal | null): void {
  useEffect(() => {
    if (box.current) showStates(box.current, proposals, current);
  }, [box, proposals, current]);
}

/** Show on each mark whether its entry was accepted, rejected or is open. */
function showStates(
  host: HTMLElement,
  proposals: readonly Proposal[],
  current: Proposal | null,
): void {
  const verdicts = new Map(proposals.map(({ id, verdict }) => [id, verdict]));
  for (const mark of host.querySelectorAll('mark')) {
    const entry = mark.dataset.entry ?? '';
    mark.dataset.verdict = verdicts.get(entry) ?? 'idle';
    mark.classList.toggle('current', entry === current?.id);
  }
}

function useQuotes(
  box: Box,
  paragraphs: readonly Paragraph[],
  current: Proposal | null,
  follows: boolean,
): void {
  const id = current?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: edits do not move quotes
  useEffect(() => {
    if (box.current) showQuotes(box.current, paragraphs, current, follows);
    return () => void CSS.highlights?.delete(QUOTES);
  }, [box, paragraphs, id]);
}

function showQuotes(
  host: HTMLElement,
  paragraphs: readonly Paragraph[],
  current: Proposal | null,
  follows: boolean,
): void {
  CSS.highlights?.delete(QUOTES);
  if (!current || host.childElementCount < paragraphs.length) return;
  const { claims, entry, glossFrom } = current;
  const quoted = claims.filter(({ on }) => on).map(({ claim }) => claim);
  const spans = glossFrom ? [glossFrom, ...quoted] : quoted;
  const ranges = spans.flatMap(({ start, end }) => rangesOf(host, paragraphs, start, end));
  if (ranges.length > 0) CSS.highlights?.set(QUOTES, new Highlight(...ranges));
  const [first] = spans.length > 0 ? spans : entry.names;
  if (first && follows) showPlace(host, paragraphs, first.start);
}

/** Scroll the pane to a place; the page itself does not scroll. */
function showPlace(host: HTMLElement, paragraphs: readonly Paragraph[], at: number): void {
  const number = paragraphs.findIndex(({ start, end }) => start <= at && at < end);
  const paragraph = host.children[number];
  if (!paragraph || host.scrollHeight <= host.clientHeight) return;
  const { top, bottom } = paragraph.getBoundingClientRect();
  const { top: edge, height } = host.getBoundingClientRect();
  if (top >= edge && bottom <= edge + height) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  host.scrollBy({ top: top - edge - height / 4, behavior: isStill ? 'instant' : 'smooth' });
}

/** The ranges of a quote, one for each paragraph that it touches. */
function rangesOf(
  host: HTMLElement,
  paragraphs: readonly Paragraph[],
  start: number,
  end: number,
): Range[] {
  return paragraphs.flatMap((paragraph, i) => {
    const element = host.children[i];
    if (!element || paragraph.end <= start || end <= paragraph.start) return [];
    const from = pointIn(element, Math.max(0, start - paragraph.start));
    const to = pointIn(element, Math.min(end, paragraph.end) - paragraph.start);
    if (!from || !to) return [];
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return range;
  });
}

function pointIn(element: Element, offset: number): [Node, number] | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left <= length) return [node, left];
    left -= length;
  }
  return null;
}
