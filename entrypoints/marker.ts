import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leavePart } from '../src/page/frame-parts.ts';
import { createMarkPainter, type MarkPainterOptions } from '../src/page/mark-painter.ts';
import { keepCopiesPlain } from '../src/page/plain-copies.ts';

/** Stands where the content script looks for it. */
export default defineUnlistedScript(() => {
  leavePart('marker', createPagePainter);
});

function createPagePainter(options: MarkPainterOptions) {
  return keepCopiesPlain(createMarkPainter(options), options.document);
}
