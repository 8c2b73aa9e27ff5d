/** Writes a glossary as a file. Loaded when a reader asks for one. */
import { glossaryToAnki } from '../../core/formats/write-anki.ts';
import { glossaryToTbx } from '../../core/formats/write-tbx.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { glossaryToCsv } from '../../core/packs/pack-csv.ts';
import { glossaryToMarkdown } from '../../core/packs/pack-markdown.ts';

/** The functions that write each file, by its ending. */
export const WRITERS = {
  json: (glossary: Glossary) => `${JSON.stringify(glossary, null, 2)}\n`,
  csv: glossaryToCsv,
  md: glossaryToMarkdown,
  tbx: glossaryToTbx,
  tsv: glossaryToAnki,
} as const;
