/** What the senses of a block are chosen by, beside the block itself. */
import type { PageEvidence } from './evidence.ts';
import type { Glossed } from './page-definitions.ts';

export interface SenseContext {
  readonly evidence: PageEvidence;
  readonly glossed: Glossed;
  /** Language of the page, such as `en`; empty if it does not say. */
  readonly lang: string;
}
