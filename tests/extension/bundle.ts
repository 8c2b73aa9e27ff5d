/** Glossaries as they come with the extension, out of a test's own values. */

import type { Glossary } from '../../src/core/glossary/glossary.ts';
import { hashText } from '../../src/core/text/word-keys.ts';
import type { BundledGlossary } from '../../src/extension/library/bundled.ts';

export function bundle(...contents: readonly Glossary[]): BundledGlossary[] {
  return contents.map((content, i) => ({
    origin: `glossary ${i + 1}`,
    id: content.id,
    mark: String(hashText(JSON.stringify(content))),
    read: async () => content,
  }));
}
