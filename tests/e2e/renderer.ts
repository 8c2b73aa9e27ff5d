/** Acts with the rights that a page has once it has taken over its process: those of a content script. */
import type { Page } from 'puppeteer-core';

/** The part of the extension's world that such a script has; Firefox has it under this name too. */
export interface RendererWorld {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: {
    readonly local: {
      get(key: string | null): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
    readonly sync: { get(key: string | null): Promise<Record<string, unknown>> };
  };
}

/** Runs in the page: has to stand on its own. */
export type RendererTask<A extends readonly unknown[], T> = (...args: A) => Promise<T> | T;

/**
 * Run a function beside our content script, in all frames of the tab that shows an address.
 *
 * @param inside - A page of the extension.
 * @returns What each frame answers.
 */
export function runInRenderer<A extends readonly unknown[], T>(
  inside: Page,
  address: string,
  task: RendererTask<A, T>,
  ...args: A
): Promise<T[]> {
  return inside.evaluate(`(async () => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find(({ url }) => url === ${JSON.stringify(address)});
    const frames = await chrome.scripting.executeScript({
      target: { tabId: tab.id, allFrames: true },
      func: ${String(task)},
      args: ${JSON.stringify(args)},
    });
    return frames.map(({ result }) => result);
  })()`) as Promise<T[]>;
}
