/** Checks the glossaries that come with the extension when it is built, so that no start has to. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseGlossary } from '../../core/glossary/parse-glossary.ts';

const GLOSSARY = /\/assets\/glossaries\/[\w-]+\.json(?=\?url$)/;

/** What of the bundler is used here. */
interface Bundler {
  emitFile(file: { type: 'asset'; fileName: string; source: string }): string;
}

/**
 * A plugin for Vite: `import address from '….json?url'` gives the address of a glossary with all
 * defaults filled in, in a file that is named by what it holds.
 *
 * @throws GlossaryError while building, naming each fault, where a glossary is broken.
 */
export function checkedGlossaries() {
  return {
    name: 'checked-glossaries',
    enforce: 'pre' as const,
    apply: 'build' as const,
    async load(this: Bundler, id: string) {
      const file = GLOSSARY.test(id) ? id.slice(0, id.indexOf('?')) : null;
      if (file === null) return null;
      const { name, source } = writeChecked(basename(file), await readFile(file, 'utf8'));
      this.emitFile({ type: 'asset', fileName: `assets/${name}`, source });
      return `export default ${JSON.stringify(`/assets/${name}`)};`;
    },
  };
}

/**
 * A glossary as it is packed: whole, in one line, under a name that another content does not get.
 *
 * @throws GlossaryError naming the file and each fault.
 */
export function writeChecked(file: string, text: string): { name: string; source: string } {
  const source = JSON.stringify(parseGlossary(JSON.parse(text), file));
  const mark = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return { name: file.replace(/\.json$/, `-${mark}.json`), source };
}
