/**
 * Reaches the content script of a frame for what the reader asks of a page: where the scout has
 * found nothing to mark, it is brought in first.
 */
import { type Messages, type Name, sendToPage } from '../messages/messages.ts';
import { startContent } from './open-tabs.ts';
import { reportUnlessRefused } from './refusal.ts';
import { nextReport } from './tab-reports.ts';

/** The longest wait for the first report of a page, in milliseconds. */
const MOST_WAIT_MS = 2_000;

/**
 * Send a message to one frame of a tab. If the content script is not there, bring it in and send
 * the message again.
 *
 * @throws If the frame is gone or closed to us.
 */
export async function reachPage<K extends Name>(
  tabId: number,
  frameId: number,
  name: K,
  ...args: Parameters<Messages[K]>
): Promise<Awaited<ReturnType<Messages[K]>>> {
  try {
    return await sendToPage(tabId, frameId, name, ...args);
  } catch {
    await startContent({ tabId, frameIds: [frameId] });
    return sendToPage(tabId, frameId, name, ...args);
  }
}

/**
 * Make sure that the reports of a tab are those of its present page: where the content script is
 * not in the top frame they may be of an earlier page. So it is brought in, and its report waited
 * for.
 */
export async function bringReports(tabId: number): Promise<void> {
  if (await isRead(tabId)) return;
  const reported = nextReport(tabId);
  try {
    await startContent({ tabId, frameIds: [0] });
  } catch (error) {
    // A page that is closed to us has no report.
    return reportUnlessRefused(error);
  }
  const tooLate = new Promise<void>((resolve) => setTimeout(resolve, MOST_WAIT_MS));
  await Promise.race([reported, tooLate]);
}

/** Whether the content script runs in the top frame. If not, the reports are of an earlier page. */
export async function isRead(tabId: number): Promise<boolean> {
  try {
    return await sendToPage(tabId, 0, 'isThere');
  } catch {
    return false;
  }
}
