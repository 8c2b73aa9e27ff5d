/** Runs commands that read texts as JSON Lines and write one line for each. */
import type { Readable, Writable } from 'node:stream';
import { readJsonLines, writeTo } from './ndjson.ts';

/** One line of input. */
export interface TextLine {
  readonly id: string | number | null;
  readonly text: string;
  /** Language of the text, such as `en`; empty if the line does not give it. */
  readonly lang: string;
}

/**
 * Write a line of `output` for each line of `input`; at most one line and one chunk are in memory.
 * A line that cannot be read is reported on `errors` and skipped.
 *
 * @returns The number of lines that could not be read.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  errors: Writable,
  answer: (line: TextLine) => object,
): Promise<number> {
  let bad = 0;
  for await (const line of readJsonLines(input)) {
    const read = 'fault' in line ? line.fault : readText(line.value);
    if (typeof read === 'string') {
      bad++;
      errors.write(`line ${line.number}: ${read}\n`);
      continue;
    }
    await writeTo(output, `${JSON.stringify({ id: read.id, ...answer(read) })}\n`);
  }
  return bad;
}

/** The content of a line, or what is wrong with it and how to mend it. */
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
  const lang = 'lang' in value ? value.lang : '';
  if (typeof lang !== 'string') return 'has a "lang" that is no string: write "lang": "en"';
  return { id, text: value.text, lang };
}

/** Run such a command on standard input and output. */
export async function answerStandardInput(answer: (line: TextLine) => object): Promise<void> {
  // A reader that stops early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const bad = await answerLines(process.stdin, process.stdout, process.stderr, answer);
  process.exitCode = bad > 0 ? 1 : 0;
}
