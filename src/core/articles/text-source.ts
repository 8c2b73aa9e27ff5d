/** Where a text comes from. */
import type { Source } from '../glossary/glossary.ts';

/** As much about a text as a claim drawn from it has to name. */
export interface TextSource {
  /** Lower-case words joined by hyphens, one for each text. */
  readonly id: Source['id'];
  readonly publisher: string;
  readonly title: string;
  readonly author?: string | undefined;
  /** ISO day; null where nobody knows it: then no date that hangs on it is resolved. */
  readonly published: string | null;
  readonly url?: string | undefined;
}
