/** Shows for a moment where something stands, as a highlight: nothing of the page changes. */
import { scrollTo } from '../text/node-properties.ts';

const NAME = 'newsgloss-place';
/** Long enough to be found by the eye after the page has moved. */
const SHOWN_MS = 2_500;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Scroll to a range and mark it for a moment. Without smooth motion where the reader wants less. */
export function showPlace(range: Range, view: Window): void {
  const { startContainer: node } = range;
  const element = node instanceof Element ? node : node.parentElement;
  const isCalm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (element) scrollTo(element, { block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
  clearTimeout(timer);
  // Where ranges cannot be highlighted, the page has moved there all the same.
  if (CSS.highlights === undefined) return;
  CSS.highlights.set(NAME, new Highlight(range));
  timer = setTimeout(() => CSS.highlights.delete(NAME), SHOWN_MS);
}

/** Take the mark away before its time. */
export function clearPlace(): void {
  clearTimeout(timer);
  CSS.highlights?.delete(NAME);
}
