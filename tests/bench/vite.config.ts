/** Builds what is measured inside a page, as the product is built: one script, minified. */
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { asciiScripts } from '../../src/cli/build/ascii-scripts.ts';

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  plugins: [asciiScripts()],
  build: {
    outDir: join(import.meta.dirname, '../../.output/bench'),
    emptyOutDir: true,
    lib: {
      entry: join(import.meta.dirname, 'in-page.ts'),
      formats: ['iife'],
      name: 'inPage',
      fileName: () => 'in-page.js',
    },
  },
});
