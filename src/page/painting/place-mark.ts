/** Marks a place on the page for a moment, by a highlight and without a change of the DOM. */
import { scrollTo } from '../text/node-properties.ts';

const NAME = 'newsgloss-place';
/** How long the mark shows, in milliseconds: the eye must find it after the page has moved. */
const SHOWN_MS = 2_500;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Scroll to a range and mark it for a moment; at once for readers who want reduced motion. */
export function showPlace(range: Range, view: Window): void {
  const { startContainer: node } = range;
  const element = node instanceof Element ? node : node.parentElement;
  const isCalm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (element) scrollTo(element, { block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
  clearTimeout(timer);
  // A browser without highlights only scrolls.
  if (CSS.highlights === undefined) return;
  CSS.highlights.set(NAME, new Highlight(range));
  timer = setTimeout(() => CSS.highlights.delete(NAME), SHOWN_MS);
}

/** Take the mark away before its time. */
export function clearPlace(): void {
  clearTimeout(timer);
  CSS.highlights?.delete(NAME);
}
