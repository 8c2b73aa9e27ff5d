import { isAlive } from '../../src/extension/messages/alive.ts';
import { findPart } from '../../src/page/frame/frame-parts.ts';

/** If the extension was removed, which no event reports, end what is left of it in the frame. */
export function endIfRemoved(): void {
  if (!isAlive()) findPart('life')?.abort();
}
