/** A build step that checks the bundled glossaries, which saves a check at each start. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseGlossary } from '../../core/glossary/parse-glossary.ts';

const GLOSSARY = /\/assets\/glossaries\/[\w-]+\.json(?=\?url$)/;

/** The part of the bundler's interface that is used here. */
interface Bundler {
  emitFile(file: { type: 'asset'; fileName: string; source: string }): string;
}

/**
 * A Vite plugin: `import address from '….json?url'` gives the address of a glossary with all
 * defaults filled in, in a file whose name contains a hash of its content.
 *
 * @throws GlossaryError during the build, naming each fault, if a glossary is broken.
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
 * The packed glossary in one line, and a file name with a hash of its content.
 *
 * @throws GlossaryError naming the file and each fault.
 */
export function writeChecked(file: string, text: string): { name: string; source: string } {
  const source = JSON.stringify(parseGlossary(JSON.parse(text), file));
  const mark = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return { name: file.replace(/\.json$/, `-${mark}.json`), source };
}
