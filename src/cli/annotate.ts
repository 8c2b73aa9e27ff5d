/**
 * `npm run -s annotate [-- --glossary FILE …]`: prints which terms would be marked in texts.
 *
 * Reads JSON Lines, `{"id", "text", "lang"}`; writes JSON Lines, `{"id", "mentions": [{"start",
 * "end", "surface", "entry", "glossary", "long", "reason"}], "definitions": [{"short", "long",
 * "shortSpan", "longSpan"}]}`. Spans are in UTF-16 code units; `entry` and `glossary` are null for
 * a term that the text itself defines. Without `--glossary`, uses the bundled glossaries. A line
 * that cannot be read is reported on stderr and skipped; the exit code is then 1.
 */
import { parseArgs } from 'node:util';
import type { Definition } from '../core/definitions/definition.ts';
import { findDefinitions } from '../core/definitions/find-definitions.ts';
import type { Glossary } from '../core/glossary/glossary.ts';
import { parseGlossary } from '../core/glossary/parse-glossary.ts';
import { fullNameOf } from '../core/library/library-answers.ts';
import { indexGlossaries, type LibraryIndex } from '../core/library/library-index.ts';
import { layTogether } from '../core/library/supplements.ts';
import { annotate } from '../core/reading/annotate.ts';
import type { Mention } from '../core/senses/mention.ts';
import { BUNDLED_FILES } from './build/bundled-files.ts';
import { fromCaller, messageOf, readJson } from './lines/command.ts';
import { answerStandardInput, type TextLine } from './lines/text-lines.ts';

/** Create a function that annotates texts with these glossaries, which are indexed once. */
function createAnnotator(glossaries: readonly Glossary[]): (line: TextLine) => object {
  const index = indexGlossaries(layTogether(glossaries));
  return ({ text, lang }) => ({
    mentions: annotate(text, index, lang).map((mention) => describe(mention, text, index)),
    definitions: findDefinitions(text).map(pairOf),
  });
}

function describe({ start, end, ref, reason }: Mention, text: string, index: LibraryIndex): object {
  const surface = text.slice(start, end);
  const found = ref === null ? undefined : index.entries.get(ref);
  if (!found) {
    const long = 'long' in reason ? reason.long : surface;
    return { start, end, surface, entry: null, glossary: null, long, reason };
  }
  const { entry, glossary } = found;
  return {
    start,
    end,
    surface,
    entry: entry.id,
    glossary: glossary.id,
    long: fullNameOf(entry),
    reason,
  };
}

const pairOf = ({ short, long, shortSpan, longSpan }: Definition) => ({
  short,
  long,
  shortSpan,
  longSpan,
});

async function readGlossaries(files: readonly string[]): Promise<Glossary[]> {
  return Promise.all(files.map(async (file) => parseGlossary(await readJson(file), file)));
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { glossary: { type: 'string', multiple: true } } });
    const files = values.glossary?.map(fromCaller) ?? BUNDLED_FILES;
    await answerStandardInput(createAnnotator(await readGlossaries(files)));
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
