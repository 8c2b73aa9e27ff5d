/** Keeps quiet entries from being painted; whoever reads the page still counts them. */
import type { Mention } from '../../core/senses/mention.ts';
import type { Painter } from './painter.ts';

/**
 * Put before a painter what holds back some mentions. When others are quiet from now on, hand it
 * all mentions again.
 *
 * @param isQuiet - Asked at each `paint`.
 */
export function silence<T extends Painter>(painter: T, isQuiet: (mention: Mention) => boolean): T {
  return {
    ...painter,
    paint: (block, mentions) =>
      painter.paint(
        block,
        mentions.filter((mention) => !isQuiet(mention)),
      ),
  };
}
