/** The keys that lead from a card to the next one. */
import type { Direction } from '../pointing/walk-mentions.ts';

/**
 * Which way a key of the card leads; null for other keys.
 *
 * @param direction - Of the card's text: arrows follow it.
 */
export function stepOf({ key, code }: KeyboardEvent, direction: 'ltr' | 'rtl'): Direction | null {
  const [forth, back] =
    direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  // By the place of the key too: on a Korean keyboard N writes another letter.
  if (key === forth || key === 'n' || code === 'KeyN') return 'next';
  return key === back || key === 'p' || code === 'KeyP' ? 'previous' : null;
}
