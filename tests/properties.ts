/**
 * fast-check with one seed, so that property tests try the same cases on every machine.
 * `NEWSGLOSS_SEED=7 npm test` tries others.
 */
import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    seed: number;
  }
}

fc.configureGlobal({ seed: inject('seed') });

export { fc };
