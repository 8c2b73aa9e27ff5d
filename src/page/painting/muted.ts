/** Leaves mentions of muted entries unpainted; they are still listed and counted. */
import type { Mention } from '../../core/senses/mention.ts';
import type { Painter } from './painter.ts';

/**
 * Wrap a painter so that it leaves muted mentions out. After the muted entries change, paint all
 * blocks again: what is painted already stays as it is.
 *
 * @param isMuted - Asked for each mention at each `paint`.
 */
export function withoutMuted<T extends Painter>(
  painter: T,
  isMuted: (mention: Mention) => boolean,
): T {
  return {
    ...painter,
    paint: (block, mentions) =>
      painter.paint(
        block,
        mentions.filter((mention) => !isMuted(mention)),
      ),
  };
}
