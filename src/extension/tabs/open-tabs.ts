/**
 * Injects scripts into pages: into tabs opened before the extension was installed, or when a page
 * needs another part.
 */
import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import type { Part, Sender } from '../messages/messages.ts';
import { ALL_SITES } from '../network/host-access.ts';
import { reportUnlessRefused } from './refusal.ts';

/** A tab that is frozen, or hangs as it loads, may never answer: it is waited for so many ms. */
const MOST_WAIT_MS = 2_000;

/**
 * Start the scout, which has the content script brought in, in every open tab and frame that we may
 * read. Where it runs already, nothing happens.
 */
export async function startInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ALL_SITES });
  const started = tabs.map(({ id, discarded }) => id !== undefined && !discarded && startInTab(id));
  const patience = new Promise((resolve) => setTimeout(resolve, MOST_WAIT_MS));
  await Promise.race([Promise.all(started), patience]);
}

/** Start the scout in the frames of a tab. A tab that is gone or closed to us stays without. */
export async function startInTab(tabId: number): Promise<void> {
  const scripts = (browser.runtime.getManifest().content_scripts ?? []) as readonly Script[];
  for (const script of scripts) await startIn(tabId, script);
}

/** A frame, or one document in it. */
export type Target =
  | { tabId: number; frameIds: number[] }
  | { tabId: number; documentIds: string[] };

/**
 * The document that sent a message. What is brought into it must not reach the page after it, which
 * may have come meanwhile; Firefox before version 153 knows no more than the frame.
 */
export function targetOf({ tab, frameId, documentId }: Sender): Target {
  const tabId = tab?.id ?? -1;
  return documentId === undefined
    ? { tabId, frameIds: [frameId ?? 0] }
    : { tabId, documentIds: [documentId] };
}

/**
 * Start the content script in a frame; where it runs already, nothing happens.
 *
 * @throws If the frame is gone or closed to us.
 */
export async function startContent(target: Target): Promise<void> {
  await browser.scripting.executeScript({ target, files: ['/content-scripts/content.js'] });
}

/**
 * Load a part into a frame in which the content script runs.
 *
 * @throws If the frame is gone.
 */
export async function startPart(target: Target, part: Part): Promise<void> {
  await browser.scripting.executeScript({ target, files: [`/${part}.js`] });
}

/** The build makes this file from the CSS that the content script imports. */
const RULES = '/content-scripts/content.css';

/**
 * Insert or remove the CSS rules for mentions in a frame.
 *
 * @throws If the frame is gone.
 */
export async function setRules(target: Target, areIn: boolean): Promise<void> {
  const injection = { target, files: [RULES] };
  if (areIn) await browser.scripting.insertCSS(injection);
  else await browser.scripting.removeCSS(injection);
}

/** The scripts in the manifest, as paths of this build. */
interface Script {
  readonly js?: ScriptPublicPath[];
}

async function startIn(tabId: number, { js = [] }: Script): Promise<void> {
  if (js.length === 0) return;
  await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, files: js })
    .catch(reportUnlessRefused);
}
