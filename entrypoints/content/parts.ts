import { insist } from '../../src/extension/messages/insist.ts';
import { type Part, send } from '../../src/extension/messages/messages.ts';
import { type FrameParts, findPart } from '../../src/page/frame/frame-parts.ts';
import type { createFirstMentions } from '../../src/page/painting/first-mentions.ts';
import type { MarkPainterOptions } from '../../src/page/painting/mark-painter.ts';
import type { Painter } from '../../src/page/painting/painter.ts';
import type { PageCard, PageCardCalls } from './page-card.ts';

declare module '../../src/page/frame/frame-parts.ts' {
  interface FrameParts {
    readonly card: (calls: PageCardCalls) => PageCard;
    readonly marker: (options: MarkPainterOptions) => Painter;
    readonly sieve: typeof createFirstMentions;
    /** The text of `mentions.css`. */
    readonly 'shadow-css': string;
  }
}

/**
 * Load a part of the extension into this frame, unless it is there already.
 *
 * @throws If the background cannot be reached.
 */
export async function loadPart<K extends Part>(part: K): Promise<FrameParts[K]> {
  if (findPart(part) === undefined) await send('loadPart', part);
  const found = findPart(part);
  if (found === undefined) throw new Error(`The part “${part}” is not there.`);
  return found;
}

/**
 * Load a part for which nobody would ask again; asked until the background answers.
 *
 * @throws Once the signal has aborted or the extension is gone.
 */
export function insistOnPart<K extends Part>(part: K, signal: AbortSignal): Promise<FrameParts[K]> {
  return insist(
    () => loadPart(part),
    () => !signal.aborted,
  );
}
