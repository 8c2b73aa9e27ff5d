import type { Look } from '../../src/core/settings/looks.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import { createHighlightPainter } from '../../src/page/painting/highlight-painter.ts';
import type { Painter } from '../../src/page/painting/painter.ts';
import { whenLoadedAndCalm } from '../../src/page/reading/lifecycle.ts';
import { insistOnPart } from './parts.ts';

/**
 * Whether a look needs wrapping: `::highlight` cannot draw it, or the browser has no highlights, or
 * colours are forced, when Chromium draws every highlight like selected text.
 */
function isWrapped(look: Look): boolean {
  return (
    look.startsWith('marker') ||
    CSS.highlights === undefined ||
    (import.meta.env.CHROME && matchMedia('(forced-colors: active)').matches)
  );
}

/** The settings on which the making of a painter depends. */
export interface PainterWish {
  readonly look: Look;
  readonly mentions: Settings['mentions'];
}

/** Whether two wishes need the same painter, apart from its style. */
export function isSameKind(one: PainterWish, other: PainterWish): boolean {
  return isWrapped(one.look) === isWrapped(other.look) && one.mentions === other.mentions;
}

/**
 * Load what a painter needs. The painter that wraps is loaded when it is first needed, and waits
 * until the page is calm: a page that is still hydrating its server's HTML must not find our
 * elements in it. Painting of first mentions alone is loaded when needed too: few readers want it.
 *
 * @returns A function that makes the painter, in any look of this kind. Erase all that another painter
 *   has painted first.
 * @throws Once the signal has aborted or the extension is gone.
 */
export async function preparePainter(
  { look, mentions }: PainterWish,
  signal: AbortSignal,
): Promise<(look: Look) => Painter> {
  const makePainter = await prepareLook(look, signal);
  if (mentions === 'all') return makePainter;
  const createFirstMentions = await insistOnPart('sieve', signal);
  return (now) => createFirstMentions(makePainter(now));
}

async function prepareLook(look: Look, signal: AbortSignal): Promise<(look: Look) => Painter> {
  // The rules for mentions, again for shadow trees; few pages have text in them.
  const readCss = () => insistOnPart('shadow-css', signal);
  if (!isWrapped(look)) return (style) => createHighlightPainter({ document, style, readCss });
  const createMarkPainter = await insistOnPart('marker', signal);
  await whenLoadedAndCalm(document, signal);
  return (style) => createMarkPainter({ document, style, readCss });
}
