/** A step of the build: of WXT's context of a content script, what ours asks for. */

/** Without the timers, listeners and the watcher of addresses that only other scripts use. */
const CONTEXT = `
import { getUniqueEventName } from './internal/custom-events.mjs';
const STARTED = getUniqueEventName('wxt:content-script-started');
export class ContentScriptContext {
  #life = new AbortController();
  constructor(contentScriptName) {
    const messageId = Math.random();
    const { signal } = this.#life;
    const detail = { contentScriptName, messageId };
    document.dispatchEvent(new CustomEvent(STARTED, { detail }));
    document.addEventListener(STARTED, ({ detail: other }) => {
      const isNewer = other?.contentScriptName === contentScriptName && other.messageId !== messageId;
      if (isNewer) this.#life.abort();
    }, { signal });
  }
  onInvalidated(callback) {
    this.#life.signal.addEventListener('abort', callback);
  }
}
`;

/** What our context does in the place of WXT's own. */
const DONE = ['stopOldScripts()', 'listenForNewerScripts()', 'onInvalidated(cb)'];

/** Every frame would read the rest, a twentieth of the content script. */
export function leanContext() {
  return {
    name: 'lean-context',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!/\/wxt\/dist\/utils\/content-script-context\.mjs$/.test(id)) return null;
      const missing = DONE.filter((each) => !code.includes(each));
      if (missing.length > 0) throw new Error(`WXT has changed: no ${missing.join()}`);
      return { code: CONTEXT, map: null };
    },
  };
}
