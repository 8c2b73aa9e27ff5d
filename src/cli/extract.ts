/**
 * `npm run -s extract`: definitions out of texts.
 *
 * JSON Lines in, `{"id", "text"}`; JSON Lines out, `{"id", "pairs": [{"short", "long", "start",
 * "end", "form"}]}`, each distinct pair once, in the order of the text. `start` and `end` are the
 * UTF-16 span of the long form. A line that cannot be read is told on stderr, the rest goes on, and
 * the exit code is 1.
 */
import type { Readable, Writable } from 'node:stream';
import { findDefinitions } from '../core/definitions.ts';
import type { Definition } from '../core/mention.ts';
import { distinctPairs } from './evaluate-extraction.ts';
import { readJsonLines, writeTo } from './ndjson.ts';

/** One line of input. */
interface TextLine {
  readonly id: string | number | null;
  readonly text: string;
}

/**
 * Answer each line of `input` with a line of `output`; no more than a line and a chunk are held.
 *
 * @returns How many lines could not be read.
 */
export async function extract(
  input: Readable,
  output: Writable,
  errors: Writable,
): Promise<number> {
  let bad = 0;
  for await (const line of readJsonLines(input)) {
    const read = 'fault' in line ? line.fault : readText(line.value);
    if (typeof read === 'string') {
      bad++;
      errors.write(`line ${line.number}: ${read}\n`);
      continue;
    }
    const pairs = distinctPairs(findDefinitions(read.text)).map(pairOf);
    await writeTo(output, `${JSON.stringify({ id: read.id, pairs })}\n`);
  }
  return bad;
}

const pairOf = ({ short, long, longSpan, form }: Definition) => ({
  short,
  long,
  start: longSpan.start,
  end: longSpan.end,
  form,
});

/** The content of a line, or what is wrong with it and what would mend it. */
function readText(value: unknown): TextLine | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'is no object: write {"id": "1", "text": "…"}';
  }
  if (!('text' in value) || typeof value.text !== 'string') {
    return 'has no "text": add it as a string, such as {"id": "1", "text": "…"}';
  }
  const id = 'id' in value ? value.id : null;
  if (typeof id !== 'string' && typeof id !== 'number' && id !== null) {
    return 'has an "id" that is neither a string nor a number: write {"id": "1", "text": "…"}';
  }
  return { id, text: value.text };
}

if (import.meta.main) {
  // A reader that has seen enough (`| head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const bad = await extract(process.stdin, process.stdout, process.stderr);
  process.exitCode = bad > 0 ? 1 : 0;
}
