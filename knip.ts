import type { KnipConfig } from 'knip';

/** What `npm run lint` finds unused; `!` marks what counts where the tests do not. */
export default ({ production }: { readonly production?: boolean }): KnipConfig => ({
  entry: [
    'entrypoints/**/*.{ts,tsx,html}!',
    'src/cli/*.{ts,mjs}!',
    'tests/**/*.test.{ts,tsx}',
    // These are started by their paths.
    'src/cli/set-up/provide.ts!',
    'tests/tally.ts',
    'tests/bench/{vite.config,in-page}.ts',
    'tests/fixtures/frameworks/*/{client,server}.js',
  ],
  project: ['{src,entrypoints}/**/*.{ts,tsx,mjs}!', 'tests/**/*.{ts,tsx,mjs,js}'],
  // The build alone imports its plugins and what they give, which is no part of what runs.
  ignore: production === true ? ['src/cli/build/*.ts'] : [],
  // An export for a test is fine where its own file uses it too.
  ignoreExportsUsedInFile: production === true,
  // Started by their paths below node_modules, or imported by a module of WXT.
  ignoreDependencies: ['@biomejs/biome', 'findandreplacedomtext', 'webextension-polyfill'],
  // A program of the system, which need not be there.
  ignoreBinaries: ['fc-list'],
});
