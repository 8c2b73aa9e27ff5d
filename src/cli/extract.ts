/**
 * `npm run -s extract`: definitions out of texts.
 *
 * JSON Lines in, `{"id", "text"}`; JSON Lines out, `{"id", "pairs": [{"short", "long", "start",
 * "end", "form"}]}`, each distinct pair once, in the order of the text. `start` and `end` are the
 * UTF-16 span of the long form. A line that cannot be read is told on stderr, the rest goes on, and
 * the exit code is 1.
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
