/** Brings scripts into pages: where a tab was open before the extension was, or needs one more. */
import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import type { Part } from '../messages/messages.ts';

/**
 * Start the content script in every open tab and frame. Chrome needs this on installation and on
 * update; Firefox does it by itself, and there nothing is done.
 */
export async function startInOpenTabs(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  const scripts = (browser.runtime.getManifest().content_scripts ?? []) as readonly Script[];
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  await Promise.all(
    tabs.flatMap(({ id, discarded }) =>
      id === undefined || discarded ? [] : scripts.map((script) => startIn(id, script)),
    ),
  );
}

/**
 * Bring a part into a frame where the content script is.
 *
 * @throws When the frame has gone.
 */
export async function startPart(tabId: number, frameId: number, part: Part): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: [`/${part}.js`] });
}

/** Made of what the content script imports. */
const RULES = '/content-scripts/content.css';

/**
 * Bring the rules by which mentions look into a frame, or take them out.
 *
 * @throws When the frame has gone.
 */
export async function setRules(tabId: number, frameId: number, areIn: boolean): Promise<void> {
  const injection = { target: { tabId, frameIds: [frameId] }, files: [RULES] };
  if (areIn) await browser.scripting.insertCSS(injection);
  else await browser.scripting.removeCSS(injection);
}

/** The manifest's own files, which are paths of this build. */
interface Script {
  readonly js?: ScriptPublicPath[];
}

async function startIn(tabId: number, { js = [] }: Script): Promise<void> {
  if (js.length === 0) return;
  // Stores and pages that show an error take no scripts; the other tabs do.
  await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, files: js })
    .catch(() => undefined);
}
