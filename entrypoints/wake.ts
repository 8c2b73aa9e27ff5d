import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Ear, leavePart, listenEarly } from '../src/page/frame/frame-parts.ts';

/** Both browsers have `chrome`. Only this script calls it directly, to stay small. */
declare const chrome: {
  readonly runtime: {
    sendMessage(message: unknown, done: () => void): void;
    readonly lastError?: unknown;
  };
};

/**
 * Wakes the background while the page still loads, so that the first look-up is answered at once,
 * and listens to events before any script of the page does, for the cards. Every page runs this
 * before it shows anything, so it uses neither a polyfill nor a content-script context.
 */
export default defineUnlistedScript(() => {
  chrome.runtime.sendMessage({ name: 'wake', args: [] }, () => void chrome.runtime.lastError);
  const ear: Ear = { hear: null };
  listenEarly((event) => ear.hear?.(event));
  leavePart('ear', ear);
});
