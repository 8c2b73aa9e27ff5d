/** Builds the apps of tests/fixtures/frameworks into pages: server HTML and the script that takes it over. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type InlineConfig, type Rollup, build as runVite } from 'vite';
import { ROOT } from '../../../src/cli/build/build-extension.ts';
import { newsPage } from '../news-page.ts';

const FOLDER = join(ROOT, 'tests/fixtures/frameworks');
const CACHE = join(ROOT, 'node_modules/.cache/newsgloss-frameworks');

export type Framework = 'react' | 'vue' | 'svelte';

/** What the page's script leaves for a test; see tests/fixtures/frameworks/README.md. */
interface App {
  set(changes: Record<string, unknown>): Promise<void>;
  unmount(): Promise<void>;
}

declare global {
  var app: App;
  /** With `?late` in the address: takes the server's HTML over when it is called. */
  var hydrate: () => void;
}

/** Makes it plain of which world the letters speak; stands outside of the app. */
const ALLIANCE = '<p>The Nuclear Consultative Group (NCG) met in Seoul with USFK.</p>';

const built = new Map<Framework, Promise<string>>();

/** The page of a framework, for production, everything in one file; it is built once. */
export function buildFrameworkPage(framework: Framework): Promise<string> {
  const page = built.get(framework) ?? build(framework);
  built.set(framework, page);
  return page;
}

async function build(framework: Framework): Promise<string> {
  const script = (await bundle(framework, 'client')).replaceAll('</script', '<\\/script');
  const html = await renderOnServer(framework);
  return newsPage({
    body: `${ALLIANCE}<div id="app">${html}</div><script type="module">${script}</script>`,
  });
}

async function renderOnServer(framework: Framework): Promise<string> {
  const file = join(CACHE, `${framework}.mjs`);
  await mkdir(CACHE, { recursive: true });
  await writeFile(file, await bundle(framework, 'server'));
  const server: { render(): Promise<string> } = await import(pathToFileURL(file).href);
  return server.render();
}

async function bundle(framework: Framework, side: 'client' | 'server'): Promise<string> {
  const config: InlineConfig = {
    configFile: false,
    root: FOLDER,
    logLevel: 'silent',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: framework === 'svelte' ? svelte({ configFile: false, inspector: false }) : [],
    ssr: { noExternal: true },
    build: {
      write: false,
      target: 'esnext',
      ...(side === 'server' && { ssr: join(FOLDER, framework, 'server.js') }),
      rollupOptions: { input: join(FOLDER, framework, `${side}.js`) },
    },
  };
  const { output } = (await runVite(config)) as Rollup.RollupOutput;
  return output[0].code;
}
