/** A build step that reduces webextension-polyfill to the browser interfaces that we call. */

/** Interfaces that are wrapped. Others are used unwrapped: in Manifest V3 they return promises. */
const CALLED = ['commands', 'contextMenus', 'extension', 'runtime', 'storage', 'tabs', 'windows'];

/**
 * In content scripts only `runtime` is used, of which the polyfill wraps `sendMessage` and
 * `onMessage` by hand.
 */
const CALLED_IN_PAGES = ['runtime'];

/** Unused parts that are cut: messages for developers, developer tools, privacy settings. */
const CUTS: readonly (readonly [what: string, pattern: RegExp, instead: string])[] = [
  ['message', /new Error\("(?:This script should|api-metadata)[^"]*"\)/g, 'new Error("polyfill")'],
  ['arguments', /new Error\(`Expected at[^;]*\);/g, 'new Error("arguments");'],
  ['warning', /console\.warn\(`\$\{name\} API method[^;]*;/g, 'console.warn(cbError);'],
  ['devtools', /devtools: \{\s*network: \{[^}]*\}\s*\},/g, ''],
  [
    'onRequestFinished',
    /const onRequestFinishedWrappers = [\s\S]*?(?=const onMessageWrappers)/g,
    '',
  ],
  ['privacy', /apiMetadata\.privacy = [\s\S]*?(?=return wrapObject\(extensionAPIs)/g, ''],
];

/** The table of all interfaces, which every frame would load, is a third of the polyfill. */
export function leanPolyfill() {
  let called = CALLED;
  let isForPages = false;
  return {
    name: 'lean-polyfill',
    enforce: 'pre' as const,
    // WXT builds each content script separately, as a library.
    configResolved({ build }: { readonly build: { readonly lib: unknown } }) {
      isForPages = Boolean(build.lib);
      called = isForPages ? CALLED_IN_PAGES : CALLED;
    },
    transform(code: string, id: string) {
      if (!id.includes('webextension-polyfill/dist/browser-polyfill')) return null;
      const table = /(?<=const apiMetadata = )\{[\s\S]*?\n {6}\}(?=;)/.exec(code)?.[0];
      if (table === undefined) throw new Error('webextension-polyfill has changed: no apiMetadata');
      const all: Record<string, unknown> = JSON.parse(table);
      const missing = called.filter((name) => !Object.hasOwn(all, name));
      if (missing.length > 0) throw new Error(`webextension-polyfill knows no ${missing.join()}`);
      const ours = Object.fromEntries(called.map((name) => [name, isForPages ? {} : all[name]]));
      let lean = code.replace(table, () => JSON.stringify(ours));
      for (const [what, pattern, instead] of CUTS) {
        if (!pattern.test(lean)) throw new Error(`webextension-polyfill has changed: no ${what}`);
        lean = lean.replaceAll(pattern, instead);
      }
      return { code: lean, map: null };
    },
  };
}
