import type { Draft, DraftText } from '../../src/core/draft/format/draft-types.ts';
import type { DraftAnswer, DraftQuestion } from './draft-worker.ts';

/** Create a function that drafts texts in a worker, so that the page stays responsive. */
export function createDrafter(): (text: DraftText) => Promise<Draft> {
  const worker = new Worker(new URL('./draft-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (draft: Draft) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<DraftAnswer>) => {
    waiting.get(data.number)?.(data.draft);
    waiting.delete(data.number);
  });
  return (text) =>
    new Promise((resolve) => {
      const question: DraftQuestion = { number: ++last, text };
      waiting.set(question.number, resolve);
      worker.postMessage(question);
    });
}
