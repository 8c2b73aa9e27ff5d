/** Brings the content script into a frame whose scout asks for it. */
import { browser } from 'wxt/browser';
import { looseLines } from '../../core/reading/loose-lines.ts';
import { mayMark } from '../../core/reading/may-mark.ts';
import type { Library } from '../library/library.ts';
import type { Brought, Place, Sender } from '../messages/messages.ts';
import type { FrameSummary } from '../messages/reports.ts';
import { startContent, targetOf } from './open-tabs.ts';
import { isRead } from './reach-page.ts';

interface BringInOptions {
  readonly library: Pick<Library, 'lookUp'>;
  placeOf(tab: Sender['tab']): Promise<Place>;
  /** Keep a report on behalf of a frame without the content script. */
  report(sender: Sender, summary: FrameSummary): Promise<void>;
}

/** The longest text of a frame that is looked through, in UTF-16 code units; its scout sends less. */
const MOST_TEXT = 200_000;

/** Create the answer to the message `bringIn`. */
export function createBringIn({ library, placeOf, report }: BringInOptions) {
  async function mayHold(texts: readonly string[]): Promise<boolean> {
    if (texts.join('').length > MOST_TEXT) return true;
    const lines = looseLines(texts);
    return !lines || mayMark(lines, library.lookUp);
  }

  return async (
    sender: Sender,
    texts: readonly string[] | null,
    since: number,
  ): Promise<Brought> => {
    const { tab, frameId = 0 } = sender;
    if (tab?.id === undefined) return 'off';
    const { settings } = await placeOf(tab);
    const nothing = { terms: [], over: 0 };
    if (!settings.on) {
      await report(sender, { state: 'off', ...nothing, since });
      return 'off';
    }
    if (texts && !(await mayHold(texts))) {
      if (frameId === 0) await report(sender, { state: 'read', ...nothing, since });
      return 'nothing';
    }
    // Reports of an earlier page end with the first report of the top frame.
    if (frameId !== 0 && !(await isRead(tab.id))) {
      const top = await readStart(tab.id);
      if (top !== null) {
        await report({ tab, frameId: 0 }, { state: 'left', ...nothing, since: top });
      }
    }
    await startContent(targetOf(sender));
    return 'in';
  };
}

/** When the document of a tab's top frame began, in milliseconds since 1970; null if untold. */
async function readStart(tabId: number): Promise<number | null> {
  const func = () => performance.timeOrigin;
  const injection = { target: { tabId }, func, injectImmediately: true };
  const [answer] = await browser.scripting.executeScript(injection).catch(() => []);
  return typeof answer?.result === 'number' ? answer.result : null;
}
