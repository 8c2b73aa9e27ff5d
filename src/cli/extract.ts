/**
 * `npm run -s extract`: definitions out of texts.
 *
 * JSON Lines in, `{"id", "text"}`; JSON Lines out, `{"id", "pairs": [{"short", "long", "start",
 * "end", "form"}]}`, each distinct pair once, in the order of the text. `start` and `end` are the
 * UTF-16 span of the long form. A line that cannot be read is told on stderr, the rest goes on, and
 * the exit code is 1.
 */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { findDefinitions } from '../core/definitions.ts';
import type { Definition } from '../core/mention.ts';
import { distinctPairs } from './evaluate-extraction.ts';

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
  let number = 0;
  let bad = 0;
  for await (const line of linesOf(input)) {
    number++;
    if (line?.trim() === '') continue;
    const read = line === null ? TOO_LONG : readLine(line);
    if (typeof read === 'string') {
      bad++;
      errors.write(`line ${number}: ${read}\n`);
      continue;
    }
    const pairs = distinctPairs(findDefinitions(read.text)).map(pairOf);
    if (!output.write(`${JSON.stringify({ id: read.id, pairs })}\n`)) await once(output, 'drain');
  }
  return bad;
}

/** UTF-16 code units: a long book, and little enough to be held. */
const MAX_LINE = 20_000_000;
const TOO_LONG = `is longer than ${MAX_LINE} characters: cut its text into several lines`;

/**
 * Cut a stream at its line feeds alone: U+2028 may stand inside a JSON string. A line that is too
 * long is `null`.
 */
async function* linesOf(input: Readable): AsyncGenerator<string | null> {
  input.setEncoding('utf8');
  let held: string[] = [];
  let length = 0;
  const take = () => {
    const line = length > MAX_LINE ? null : held.join('');
    held = [];
    length = 0;
    return line;
  };
  for await (const chunk of input as AsyncIterable<string>) {
    const [first = '', ...rest] = chunk.split('\n');
    for (const [k, piece] of [first, ...rest].entries()) {
      if (k > 0) yield take();
      length += piece.length;
      if (length <= MAX_LINE) held.push(piece);
    }
  }
  if (length > 0) yield take();
}

const pairOf = ({ short, long, longSpan, form }: Definition) => ({
  short,
  long,
  start: longSpan.start,
  end: longSpan.end,
  form,
});

/** The line's content, or what is wrong with it and what would mend it. */
function readLine(line: string): TextLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    return 'is not JSON: write one object a line, such as {"id": "1", "text": "…"}';
  }
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
