import mentionsCss from '../../assets/styles/mentions.css?inline';
import type { Look } from '../../src/core/settings.ts';
import { send } from '../../src/extension/messages.ts';
import { createHighlightPainter } from '../../src/page/highlight-painter.ts';
import { whenQuiet } from '../../src/page/lifecycle.ts';
import type { Painter } from '../../src/page/painter.ts';

/**
 * What `::highlight` cannot draw, or a browser cannot highlight, is wrapped. In forced colours
 * Chromium draws every highlight as if its text were selected.
 */
export function isWrapped(look: Look): boolean {
  return (
    look.startsWith('marker') ||
    CSS.highlights === undefined ||
    (import.meta.env.CHROME && matchMedia('(forced-colors: active)').matches)
  );
}

/**
 * Bring in what the painter of a style needs. The one that wraps comes when it is first needed, and
 * waits until the page has settled: a page that is still taking over its server's HTML must not
 * meet our elements in it.
 *
 * @returns Makes the painter; another one must have been emptied before.
 * @throws When the background cannot be reached.
 */
export async function preparePainter(style: Look, signal: AbortSignal): Promise<() => Painter> {
  const options = { document, style, css: mentionsCss };
  if (!isWrapped(style)) return () => createHighlightPainter(options);
  if (!globalThis.newsglossMarker) await send('loadPart', 'marker');
  await whenQuiet(document, signal);
  const createMarkPainter = globalThis.newsglossMarker;
  if (!createMarkPainter) throw new Error('The mark painter is not there.');
  return () => createMarkPainter(options);
}
