import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createMarkPainter } from '../src/page/mark-painter.ts';

/** Stands where the content script looks for it: both share a world that the page cannot reach. */
export default defineUnlistedScript(() => {
  globalThis.newsglossMarker = createMarkPainter;
});

declare global {
  var newsglossMarker: typeof createMarkPainter | undefined;
}
