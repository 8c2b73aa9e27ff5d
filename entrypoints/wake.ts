import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Ear, leavePart, listenEarly } from '../src/page/frame/frame-parts.ts';

/** Both browsers have it; only here is it called by its own name. */
declare const chrome: {
  readonly runtime: {
    sendMessage(message: unknown, done: () => void): void;
    readonly lastError?: unknown;
  };
};

/**
 * Wakes the background while the page still loads, so that its first look-up is answered at once.
 * Listens before any script of the page does, for whoever opens cards later. Every page runs this
 * before its first byte is shown: it does without polyfill and context.
 */
export default defineUnlistedScript(() => {
  chrome.runtime.sendMessage({ name: 'wake', args: [] }, () => void chrome.runtime.lastError);
  const ear: Ear = { hear: null };
  listenEarly((event) => ear.hear?.(event));
  leavePart('ear', ear);
});
