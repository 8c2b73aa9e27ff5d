import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isAlive } from '../src/extension/messages/alive.ts';
import { findPart, leavePart } from '../src/page/frame/frame-parts.ts';
import { type Brought, startScout } from '../src/page/reading/scout.ts';

/** Both browsers have `chrome`. This script calls it directly, to stay small. */
declare const chrome: {
  readonly runtime: {
    sendMessage(message: unknown, done: (answer?: Brought) => void): void;
    readonly lastError?: unknown;
  };
};

/** Runs in every frame. The content script is brought in where there may be something to mark. */
export default defineUnlistedScript(() => {
  // Chrome may start a script twice, as in tabs that load during installation.
  if (findPart('scout') === undefined) {
    leavePart('scout', startScout({ document, ask, isAlive }));
  }
});

function ask(isSure: boolean): Promise<Brought> {
  const message = { name: 'bringIn', args: [isSure, performance.timeOrigin] };
  return new Promise((resolve, reject) => {
    chrome.runtime.sendMessage(message, (answer) => {
      // Without an answer the background has ended before it gave one, or is asked too often.
      if (chrome.runtime.lastError || !answer) reject(new Error('no answer'));
      else resolve(answer);
    });
  });
}
