/** Glossaries as they come with the extension, out of a test's own values. */
import { hashText } from '../../src/core/word-keys.ts';
import type { BundledGlossary } from '../../src/extension/bundled.ts';

export function bundle(...contents: readonly unknown[]): BundledGlossary[] {
  return contents.map((content, i) => ({
    origin: `glossary ${i + 1}`,
    id: (content as { readonly id?: string }).id ?? '',
    mark: String(hashText(JSON.stringify(content))),
    read: async () => content,
  }));
}
