/** A build step that replaces WXT's content script context by the part that our scripts use. */

/** The replacement, without timers, other listeners and the watcher of address changes. */
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

/** Calls in WXT's context that the replacement covers. The build fails if WXT has changed them. */
const DONE = ['stopOldScripts()', 'listenForNewerScripts()', 'onInvalidated(cb)'];

/** The rest is a twentieth of the content script, which every frame would have to load. */
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
