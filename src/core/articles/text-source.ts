/** The source of a text. */
import type { Source } from '../glossary/glossary.ts';

/** What a claim must state about the text from which it was taken. */
export interface TextSource {
  /** Lower-case words joined by hyphens, one for each text. */
  readonly id: Source['id'];
  readonly publisher: string;
  readonly title: string;
  readonly author?: string | undefined;
  /** ISO day; null if unknown: then relative dates such as "yesterday" are not resolved. */
  readonly published: string | null;
  readonly url?: string | undefined;
}
