/** Brings the content script into a frame whose scout asks for it. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { mayMark } from '../../core/reading/may-mark.ts';
import type { Library } from '../library/library.ts';
import type { Brought, Place, Sender } from '../messages/messages.ts';
import type { FrameSummary } from '../messages/reports.ts';
import { startContent, type Target, targetOf } from './open-tabs.ts';
import { isRead } from './reach-page.ts';

interface BringInOptions {
  readonly library: Pick<Library, 'lookUp'>;
  placeOf(tab: Sender['tab']): Promise<Place>;
  /** Keep a report on behalf of a frame without the content script. */
  report(sender: Sender, summary: FrameSummary): Promise<void>;
}

const markup = v.strictObject({
  kind: v.picklist(['row', 'abbr', 'dfn', 'dt', 'term']),
  says: v.string(),
  start: v.number(),
  end: v.number(),
});
const line = v.strictObject({ text: v.string(), markup: v.optional(v.array(markup)) });
/** The answer of the script in the page, whose process may have been taken over. */
const LINES = v.pipe(v.array(line), v.maxLength(60_000));
/** The longest text of a frame that is read here, in UTF-16 code units, with what its markup says. */
const MOST_TEXT = 200_000;

/** Create the answer to the message `bringIn`. */
export function createBringIn({ library, placeOf, report }: BringInOptions) {
  async function mayHold(target: Target): Promise<boolean> {
    // Its text is there already: there is no need to wait until the page has loaded.
    const [answer] = await browser.scripting.executeScript({
      target,
      files: ['/lines.js'],
      injectImmediately: true,
    });
    const { result } = answer ?? {};
    if (!v.is(LINES, result)) return true;
    return lengthOf(result) > MOST_TEXT || mayMark(result, library.lookUp);
  }

  return async (sender: Sender, isSure: boolean, since: number): Promise<Brought> => {
    const { tab, frameId = 0 } = sender;
    if (tab?.id === undefined) return 'off';
    const { settings } = await placeOf(tab);
    const nothing = { terms: [], over: 0 };
    if (!settings.on) {
      await report(sender, { state: 'off', ...nothing, since });
      return 'off';
    }
    if (!isSure && !(await mayHold(targetOf(sender)))) {
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

function lengthOf(lines: v.InferOutput<typeof LINES>): number {
  const says = lines.flatMap((each) => each.markup ?? []);
  return [...lines.map(({ text }) => text), ...says.map((each) => each.says)].join('').length;
}

/** When the document of a tab's top frame began, in milliseconds since 1970; null if untold. */
async function readStart(tabId: number): Promise<number | null> {
  const func = () => performance.timeOrigin;
  const injection = { target: { tabId }, func, injectImmediately: true };
  const [answer] = await browser.scripting.executeScript(injection).catch(() => []);
  return typeof answer?.result === 'number' ? answer.result : null;
}
