import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createMarkPainter, type MarkPainterOptions } from '../src/page/mark-painter.ts';
import { keepCopiesPlain } from '../src/page/plain-copies.ts';

/** Stands where the content script looks for it: both share a world that the page cannot reach. */
export default defineUnlistedScript(() => {
  globalThis.newsglossMarker = createPagePainter;
});

declare global {
  var newsglossMarker: typeof createPagePainter | undefined;
}

function createPagePainter(options: MarkPainterOptions) {
  return keepCopiesPlain(createMarkPainter(options), options.document);
}
