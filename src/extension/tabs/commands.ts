/** Handles keyboard commands. The reader assigns their keys in the browser's settings. */
import { browser } from 'wxt/browser';
import { type Direction, sendToPage } from '../messages/messages.ts';
import { readFramesWithTerms } from './tab-reports.ts';

/** Named as in the manifest. */
interface CommandHandlers {
  'next-mention'(tabId: number): void;
  'previous-mention'(tabId: number): void;
  'switch-site'(tabId: number): void;
  'count-terms'(tabId: number): void;
}

/** Listen for commands. Call it synchronously at the background's start, so that they wake it. */
export function watchCommands(handlers: CommandHandlers): void {
  browser.commands?.onCommand.addListener(async (name, given) => {
    if (!Object.hasOwn(handlers, name)) return;
    // Firefox before version 126 passes no tab, and neither does a browser driver.
    const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    const id = given?.id ?? front?.id;
    // `name` was checked above to be a key of the handlers.
    if (id !== undefined) handlers[name as keyof CommandHandlers](id);
  });
}

/**
 * Go to the next or previous mention, in the frame with the focus if it holds terms, else in the
 * top frame, else in the first frame that holds any.
 *
 * @returns Whether there was a mention.
 */
export async function stepInTab(tabId: number, direction: Direction): Promise<boolean> {
  const frames = await readFramesWithTerms(tabId);
  const focused = await Promise.all(
    frames.map((id) => sendToPage(tabId, id, 'hasFocus').catch(() => false)),
  );
  const chosen = frames.find((_, i) => focused[i]) ?? frames[0];
  if (chosen === undefined) return false;
  return sendToPage(tabId, chosen, 'step', direction).catch(() => false);
}
