import { type Part, send } from '../../src/extension/messages.ts';

/**
 * Bring a part of the extension into this frame, unless it is there.
 *
 * @param find - Gives what the part leaves where the content script looks for it.
 * @throws When the background cannot be reached.
 */
export async function bringIn<T>(part: Part, find: () => T | undefined): Promise<T> {
  if (find() === undefined) await send('loadPart', part);
  const found = find();
  if (found === undefined) throw new Error(`The part “${part}” is not there.`);
  return found;
}
