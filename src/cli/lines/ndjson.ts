/** Reads and writes streams of any length with one JSON value a line. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Longest line in UTF-16 code units. It holds the draft of a long book and fits into memory. */
const MAX_LINE = 50_000_000;

/** One line: its number, counted from 1, and its value or fault. */
type JsonLine =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly fault: string };

/** Read the values of a stream; blank lines are skipped. At most one line is in memory. */
export async function* readJsonLines(input: Readable): AsyncGenerator<JsonLine> {
  let number = 0;
  for await (const line of linesOf(input)) {
    number++;
    if (line === null) {
      yield {
        number,
        fault: `is longer than ${MAX_LINE} characters: cut its text into several lines`,
      };
    } else if (line.trim() !== '') yield readLine(line, number);
  }
}

function readLine(line: string, number: number): JsonLine {
  try {
    return { number, value: JSON.parse(line.replace(/^\ufeff/, '')) };
  } catch {
    return { number, fault: 'is not JSON: write one object a line' };
  }
}

/** Split at line feeds only, since JSON may contain U+2028. A line that is too long is null. */
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
    for (const [k, piece] of chunk.split('\n').entries()) {
      if (k > 0) yield take();
      length += piece.length;
      if (length <= MAX_LINE) held.push(piece);
    }
  }
  if (length > 0) yield take();
}

/** Write, and wait if the output is slower. */
export async function writeTo(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}
