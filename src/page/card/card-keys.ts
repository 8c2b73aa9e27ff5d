/** The keys of a card: they close it, and lead to the next or previous one. */
import type { Direction } from '../pointing/walk-mentions.ts';
import type { CardOptions } from './card-options.ts';

/** Make the listener for keys that are pressed in the card. */
export function createKeyListener({
  strings,
  onClose,
  onStep,
}: Pick<CardOptions, 'strings' | 'onClose' | 'onStep'>): (event: KeyboardEvent) => void {
  return (event) => {
    if (!event.isTrusted || event.ctrlKey || event.altKey || event.metaKey) return;
    const direction = stepOf(event, strings.direction);
    if (event.key === 'Escape') onClose();
    else if (direction) onStep(direction);
    else return;
    event.preventDefault();
  };
}

/**
 * The direction in which a key pressed in the card leads; null for other keys.
 *
 * @param direction - The direction of the card's text, which the arrow keys follow.
 */
function stepOf({ key, code }: KeyboardEvent, direction: 'ltr' | 'rtl'): Direction | null {
  const [forth, back] =
    direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  // By the position of the key too: on a Korean keyboard N types another letter.
  if (key === forth || key === 'n' || code === 'KeyN') return 'next';
  return key === back || key === 'p' || code === 'KeyP' ? 'previous' : null;
}
