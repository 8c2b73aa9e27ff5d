/** Keys that the reader has given to commands; the browser's settings hold them. */
import { browser } from 'wxt/browser';
import { type Direction, sendToPage } from '../messages/messages.ts';
import { readFramesWithTerms } from './tab-reports.ts';

/** As the manifest names them. */
export interface CommandHandlers {
  'next-mention'(tabId: number): void;
  'previous-mention'(tabId: number): void;
  'switch-site'(tabId: number): void;
  'count-terms'(tabId: number): void;
}

/** Hear of commands; must be called in the first turn of the background, so that they wake it. */
export function watchCommands(handlers: CommandHandlers): void {
  browser.commands?.onCommand.addListener(async (name, given) => {
    if (!Object.hasOwn(handlers, name)) return;
    // Firefox hands over no tab before version 126, and a driver none at all.
    const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    const id = given?.id ?? front?.id;
    // The line above has checked the name.
    if (id !== undefined) handlers[name as keyof CommandHandlers](id);
  });
}

/**
 * Step to another mention: in the frame that has the focus, where it holds terms; else in the top
 * frame, else in the first that holds any.
 *
 * @returns Whether there was one.
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
