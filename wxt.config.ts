import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { findBrowser, hasDisplay } from './src/cli/browser/browsers.ts';
import { asciiScripts } from './src/cli/build/ascii-scripts.ts';
import { checkedGlossaries } from './src/cli/build/checked-glossaries.ts';
import { leanContext } from './src/cli/build/lean-context.ts';
import { leanPolyfill } from './src/cli/build/lean-polyfill.ts';
import { rootHighlights } from './src/cli/build/root-highlights.ts';
import { thirdPartyLicences } from './src/cli/build/third-party-licences.ts';

/** Underlines in `::highlight` paint from Firefox 146 on; `scheduler.yield` came in Chrome 129. */
const OLDEST_FIREFOX = '146.0';
const OLDEST_CHROME = '129';

/**
 * What a reviewer needs to build the zip for Firefox, and to read why it is as it is. The extension's
 * own icons are the only pictures.
 */
const SOURCES = [
  'assets/**',
  'entrypoints/**',
  'src/**',
  'docs/**/*.md',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
  'LICENSE',
  'README.md',
];

const WEB_PAGES = ['http://*/*', 'https://*/*'];

const licences = thirdPartyLicences();

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  publicDir: 'assets/static',
  targetBrowsers: ['chrome', 'firefox'],
  manifestVersion: 3,
  i18n: { localesDir: 'assets/locales' },
  zip: { includeSources: SOURCES },
  // Without a display it rebuilds all the same; the folder can be loaded by hand.
  webExt: { disabled: !hasDisplay(), binaries: findBinaries() },
  hooks: {
    // Whatever the caller's shell says: the zips have the same bytes everywhere.
    ready: ({ config }) => {
      process.env.NODE_ENV = config.mode;
    },
    'build:done': ({ config }) => {
      // What is built as one types has more packages in it, of tools; nobody gets it.
      if (config.command === 'build') licences.write(config.outDir);
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // The reason for each permission stands in docs/permissions.md.
    permissions: ['storage', 'scripting', 'contextMenus', 'alarms', 'activeTab'],
    host_permissions: WEB_PAGES,
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_command_next__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_command_previous__',
      },
      'switch-site': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_command_switchSite__',
      },
      'count-terms': {
        suggested_key: { default: 'Alt+Shift+C' },
        description: '__MSG_command_count__',
      },
    },
    // The content script itself is brought in by the background, where the scout asks for it.
    content_scripts: [
      {
        matches: WEB_PAGES,
        run_at: 'document_start',
        js: ['ear.js'],
        // A frame's scripts that listen before we do could keep from us what they lay over a card, and
        // in Firefox be told what is in it.
        all_frames: true,
        match_origin_as_fallback: true,
      },
      {
        matches: WEB_PAGES,
        run_at: 'document_end',
        js: ['scout.js'],
        all_frames: true,
        match_origin_as_fallback: true,
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'newsgloss@newsgloss',
              strict_min_version: OLDEST_FIREFOX,
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: OLDEST_FIREFOX },
          },
        }
      : {
          minimum_chrome_version: OLDEST_CHROME,
          // Firefox hands over what is laid down as it is.
          storage: { managed_schema: 'policy.schema.json' },
        }),
  }),
  vite: ({ browser }) => ({
    plugins: [
      preactWithoutInnerHtml(),
      readabilityWithoutInnerHtml(),
      readerableAsModule(),
      checkedGlossaries(),
      asciiScripts(),
      leanPolyfill(),
      leanContext(),
      licences.plugin,
      ...(browser === 'firefox' ? [] : [rootHighlights()]),
    ],
    // Every browser that we run in preloads modules by itself; the polyfill would fetch them.
    worker: { plugins: () => [licences.plugin] },
    build: {
      modulePreload: { polyfill: false },
      // For older browsers `light-dark()` would be rewritten to follow the system's scheme alone.
      cssTarget: [`chrome${OLDEST_CHROME}`, `firefox${OLDEST_FIREFOX}`],
    },
  }),
});

/** The browsers that `npm run dev` opens; one that is not found is left to WXT. */
function findBinaries(): Record<string, string> {
  const found = { chrome: findBrowser('chromium'), firefox: findBrowser('firefox') };
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, path]) => (path === null ? [] : [[name, path]])),
  );
}

/**
 * Preact sets `innerHTML` in one place, for `dangerouslySetInnerHTML`, which this project never
 * uses. As `textContent` the branch is harmless, the add-on linter is content, and unsafe HTML
 * cannot exist in the build.
 */
function preactWithoutInnerHtml() {
  return {
    name: 'preact-without-inner-html',
    enforce: 'post' as const,
    transform(code: string, id: string) {
      if (!id.includes('/preact/')) return null;
      return { code: code.replace(/\.innerHTML\s*=(?!=)/g, '.textContent='), map: null };
    },
  };
}

/**
 * Readability keeps a page as a string while it tries, and unpacks pictures from `<noscript>`. As
 * copies of nodes both are the same, faster, and free of HTML from strings.
 */
function readabilityWithoutInnerHtml() {
  const changes = [
    ['var pageCacheHtml = page.innerHTML;', 'var pageCache = page.cloneNode(true);'],
    [
      'page.innerHTML = pageCacheHtml;',
      'page.replaceChildren(...pageCache.cloneNode(true).childNodes);',
    ],
    [
      'tmp.innerHTML = noscript.innerHTML;',
      'tmp.replaceChildren(...noscript.cloneNode(true).childNodes);',
    ],
  ] as const;
  return {
    name: 'readability-without-inner-html',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!/@mozilla\/readability\/Readability\.js$/.test(id)) return null;
      const changed = changes.reduce((text, [from, to]) => {
        if (!text.includes(from)) throw new Error(`Readability has changed: no “${from}”`);
        return text.replace(from, to);
      }, code);
      return { code: changed, map: null };
    },
  };
}

/**
 * The test for running text is in every frame; as a CommonJS module it would bring a loader along.
 * The package's main file goes on requiring the module as it is.
 */
function readerableAsModule() {
  const name = '@mozilla/readability/Readability-readerable.js';
  const path = fileURLToPath(import.meta.resolve(name));
  // A module of its own beside that of the file; the list of licences goes by the path.
  const id = `${path}?module`;
  const exported = /if \(typeof module === "object"\) \{[^}]*\}/;
  return {
    name: 'readerable-as-module',
    enforce: 'pre' as const,
    resolveId: (source: string) => (source === name ? id : null),
    load(wanted: string) {
      if (wanted !== id) return null;
      const code = readFileSync(path, 'utf8');
      if (!exported.test(code)) throw new Error('Readability has changed: it exports otherwise');
      return code.replace(exported, 'export default isProbablyReaderable;');
    },
  };
}
