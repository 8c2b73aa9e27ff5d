/** What the commands of `glossary` share. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { describeFault } from '../../core/faults/fault.ts';
import { GlossaryError } from '../../core/glossary/parse-glossary.ts';

/** Where a command reads and writes. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable & { readonly isTTY?: boolean };
}

/** The options of the command line. */
export interface Options {
  readonly sources?: string | undefined;
  readonly ndjson?: boolean | undefined;
  readonly output?: string | undefined;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly date?: string | undefined;
}

/**
 * A command, given its files.
 *
 * @returns The exit code.
 */
export type Command = (
  files: readonly string[],
  streams: Streams,
  options: Options,
) => Promise<number>;

/** Resolve a path against the caller's folder: npm runs commands in the project's folder. */
export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/**
 * Read a JSON file.
 *
 * @throws Error naming the file.
 */
export async function readJson(file: string): Promise<unknown> {
  return parseJson(await readFile(file, 'utf8'), file);
}

/** @throws Error naming the file if its text is no JSON. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Error(`${file}: is not JSON (${messageOf(error)})`);
  }
}

/** Decode bytes; throws if they are not valid in the encoding. */
export const decode = (bytes: Uint8Array<ArrayBuffer>, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);

/** An error as lines of text, each fault with its path and remedy. */
export function messageOf(error: unknown): string {
  if (error instanceof GlossaryError) {
    return error.faults.map((fault) => `${error.origin}: ${describeFault(fault)}`).join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}
