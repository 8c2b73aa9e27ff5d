import type { ForeignFile, ForeignGlossary } from '../../src/core/formats/foreign.ts';
import { GlossaryError } from '../../src/core/glossary/parse-glossary.ts';
import type { ForeignAnswer } from './foreign-worker.ts';

/**
 * Read a foreign file in a worker of its own, which ends with it.
 *
 * @throws GlossaryError with the faults of the file; another error if the worker fails.
 */
export function readBeside(file: ForeignFile): Promise<ForeignGlossary> {
  const worker = new Worker(new URL('./foreign-worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<ForeignGlossary>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ForeignAnswer>) => {
      if ('read' in data) resolve(data.read);
      else reject(new GlossaryError(file.name, data.faults));
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  worker.postMessage(file);
  return answer.finally(() => worker.terminate());
}
