/** Reads a file in any of the foreign formats. Its parsers are large: load it when needed only. */

import { type ForeignFile, type ForeignGlossary, failure } from './foreign.ts';
import { readContextive } from './read-contextive.ts';
import { readMarkdownTerms } from './read-markdown.ts';
import { readPageTerms } from './read-page-terms.ts';
import { readTbx } from './read-tbx.ts';
import { readYomitan } from './read-yomitan.ts';

/**
 * Read a file.
 *
 * @param decode - Decodes UTF-8; throws if bytes are none.
 * @throws GlossaryError with the faults and their places; also if the file holds no term.
 */
export function readForeign(
  file: ForeignFile,
  decode: (bytes: Uint8Array<ArrayBuffer>) => string,
): ForeignGlossary {
  const read =
    file.format === 'yomitan'
      ? readYomitan(file.content, file.name, decode)
      : TEXT_READERS[file.format](file.content, file.name);
  if (read.entries.length === 0) throw failure(file.name, 'noTerms');
  return read;
}

const TEXT_READERS = {
  tbx: readTbx,
  contextive: readContextive,
  markdown: readMarkdownTerms,
  page: readPageTerms,
} as const;
