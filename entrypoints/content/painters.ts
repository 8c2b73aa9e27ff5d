import type { Look, Settings } from '../../src/core/settings/settings.ts';
import { createHighlightPainter } from '../../src/page/painting/highlight-painter.ts';
import type { Painter } from '../../src/page/painting/painter.ts';
import { whenLoadedAndCalm } from '../../src/page/reading/lifecycle.ts';
import { loadPart } from './parts.ts';

/**
 * What `::highlight` cannot draw, or a browser cannot highlight, is wrapped. In forced colours
 * Chromium draws every highlight as if its text were selected.
 */
function isWrapped(look: Look): boolean {
  return (
    look.startsWith('marker') ||
    CSS.highlights === undefined ||
    (import.meta.env.CHROME && matchMedia('(forced-colors: active)').matches)
  );
}

/** What of a reader's wishes decides what a painter is made of. */
export interface PainterWish {
  readonly look: Look;
  readonly mentions: Settings['mentions'];
}

/** Whether one painter can do what another one does, but for the style that it draws in. */
export function isSameKind(one: PainterWish, other: PainterWish): boolean {
  return isWrapped(one.look) === isWrapped(other.look) && one.mentions === other.mentions;
}

/**
 * Load what a painter needs. The painter that wraps is loaded when it is first needed, and waits
 * until the page is calm: a page that is still hydrating its server's HTML must not find our
 * elements in it. Painting of first mentions alone is loaded when needed too: few readers want it.
 *
 * @returns Makes the painter; another one must have been emptied before.
 * @throws When the background cannot be reached.
 */
export async function preparePainter(
  { look, mentions }: PainterWish,
  signal: AbortSignal,
): Promise<() => Painter> {
  const makePainter = await prepareStyle(look, signal);
  if (mentions === 'all') return makePainter;
  const createFirstMentions = await loadPart('sieve');
  return () => createFirstMentions(makePainter());
}

async function prepareStyle(style: Look, signal: AbortSignal): Promise<() => Painter> {
  const options = { document, style, readCss };
  if (!isWrapped(style)) return () => createHighlightPainter(options);
  const createMarkPainter = await loadPart('marker');
  await whenLoadedAndCalm(document, signal);
  return () => createMarkPainter(options);
}

/** The rules for mentions once more, for shadow trees, which few pages have around their text. */
const readCss = () => loadPart('shadow-css');
