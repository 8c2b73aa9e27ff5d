/** Every file of the project that a document names is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const DOCUMENTS = ['*.md', 'docs/**/*.md'].flatMap((pattern) => globSync(pattern, { cwd: ROOT }));

/** `src/core/text/span.ts`, and links such as `[title](docs/house.md#part)`. */
const PATH =
  /(?<![\w/.-])(?:src|tests|entrypoints|assets|docs)\/[\w./-]*\w\.(?:tsx?|mjs|json|css|md|yml|png)\b/g;
const LINK = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g;

describe('documents', () => {
  it('are read', () => expect(DOCUMENTS.length).toBeGreaterThan(10));

  it.each(DOCUMENTS)('%s names only files that are there', (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8');
    const paths = [...text.matchAll(PATH)].map(([path]) => path);
    const links = [...text.matchAll(LINK)].map(([, link = '']) => join(dirname(document), link));
    expect([...paths, ...links].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
