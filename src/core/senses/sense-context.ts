/** What decides the senses of a block, beside the block itself. */
import type { PageEvidence } from './evidence.ts';
import type { Glossed } from './page-definitions.ts';

export interface SenseContext {
  readonly evidence: PageEvidence;
  readonly glossed: Glossed;
  /** Language of the page, such as `en`; empty if unknown. */
  readonly lang: string;
}
