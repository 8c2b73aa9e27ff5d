/** Reads files of foreign formats in a worker: their parsers are large, and so may be the files. */

import type { Fault } from '../../src/core/faults/fault.ts';
import type { ForeignFile, ForeignGlossary } from '../../src/core/formats/foreign.ts';
import { readForeign } from '../../src/core/formats/read-foreign.ts';
import { GlossaryError } from '../../src/core/glossary/parse-glossary.ts';

/** What the file says, or its faults; anything else ends the worker with an error. */
export type ForeignAnswer =
  | { readonly read: ForeignGlossary }
  | { readonly faults: readonly Fault[] };

const decode = (bytes: Uint8Array<ArrayBuffer>): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes);

addEventListener('message', ({ data }: MessageEvent<ForeignFile>) => postMessage(answer(data)));

function answer(file: ForeignFile): ForeignAnswer {
  try {
    return { read: readForeign(file, decode) };
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    return { faults: error.faults };
  }
}
