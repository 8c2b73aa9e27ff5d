/** Reads a plain text from start to end, as a page with this text would be read. */
import { readDefinitions } from '../definitions/find-definitions.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { indexGlossaries, type LibraryIndex, lookUp } from '../library/library-index.ts';
import type { Mention } from '../senses/mention.ts';
import { finish } from '../text/slices.ts';
import type { TextBlock } from '../text/text-block.ts';
import { createReading } from './reading.ts';
import { sheetOf } from './sheet.ts';

/**
 * Find the mentions of a text. Blank lines end blocks; the text is one section.
 *
 * @param library - Glossaries, or, if many texts are read, their index.
 * @param lang - Language of the text, such as `en`; empty if unknown.
 * @returns Mentions in order; spans in UTF-16 code units of `text`.
 */
export function annotate(
  text: string,
  library: readonly Glossary[] | LibraryIndex,
  lang = '',
): Mention[] {
  const index = 'byKey' in library ? library : indexGlossaries(library);
  const reading = createReading(lang, readDefinitions);
  const starts = new Map<TextBlock, number>();
  let from = 0;
  for (const { 0: blank, index: end } of text.matchAll(/\n[^\S\n]*\n|$/g)) {
    const paragraph = text.slice(from, end).trimStart();
    const start = end - paragraph.length;
    if (paragraph !== '') starts.set({ text: paragraph, section: 0, order: starts.size }, start);
    from = end + blank.length;
  }
  const batch = finish(reading.begin(sheetOf([...starts.keys()])));
  const keys = reading.keys();
  reading.learn(keys.length, lookUp(index, keys));
  finish(reading.takeIn(batch));
  return [...starts].flatMap(([block, offset]) =>
    reading
      .mentionsOf(block)
      .map((mention) => ({ ...mention, start: mention.start + offset, end: mention.end + offset })),
  );
}
