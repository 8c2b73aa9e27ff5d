/** The keys that lead from a card to the next or previous one. */
import type { Direction } from '../pointing/walk-mentions.ts';

/**
 * The direction in which a key pressed in the card leads; null for other keys.
 *
 * @param direction - The direction of the card's text, which the arrow keys follow.
 */
export function stepOf({ key, code }: KeyboardEvent, direction: 'ltr' | 'rtl'): Direction | null {
  const [forth, back] =
    direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  // By the position of the key too: on a Korean keyboard N types another letter.
  if (key === forth || key === 'n' || code === 'KeyN') return 'next';
  return key === back || key === 'p' || code === 'KeyP' ? 'previous' : null;
}
