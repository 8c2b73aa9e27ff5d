import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leavePart } from '../src/page/frame/frame-parts.ts';
import { createMarkPainter, type MarkPainterOptions } from '../src/page/painting/mark-painter.ts';
import { keepCopiesPlain } from '../src/page/painting/plain-copies.ts';

/** Leaves the painter that wraps in the frame, where the content script finds it. */
export default defineUnlistedScript(() => {
  leavePart('marker', createPagePainter);
});

function createPagePainter(options: MarkPainterOptions) {
  return keepCopiesPlain(createMarkPainter(options), options.document);
}
