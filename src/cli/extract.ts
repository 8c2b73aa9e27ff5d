/**
 * `npm run -s extract`: extracts definitions from texts.
 *
 * Reads JSON Lines, `{"id", "text"}`; writes JSON Lines, `{"id", "pairs": [{"short", "long",
 * "start", "end", "form"}]}`, each distinct pair once, in the order of the text. `start` and `end`
 * are the span of the long form, in UTF-16 code units. A line that cannot be read is reported on
 * stderr and skipped; the exit code is then 1.
 */

import type { Definition } from '../core/definitions/definition.ts';
import { findDefinitions } from '../core/definitions/find-definitions.ts';
import { distinctPairs } from './evaluate/evaluate-extraction.ts';
import { answerStandardInput, type TextLine } from './lines/text-lines.ts';

export function extract({ text }: TextLine): object {
  return { pairs: distinctPairs(findDefinitions(text)).map(pairOf) };
}

const pairOf = ({ short, long, longSpan, form }: Definition) => ({
  short,
  long,
  start: longSpan.start,
  end: longSpan.end,
  form,
});

if (import.meta.main) await answerStandardInput(extract);
