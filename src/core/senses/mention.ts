/** A name on a page, with its sense. */
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Span } from '../text/span.ts';

/** Why a sense was chosen; a card shows it in words. */
export type Reason =
  /** The name stands for nothing else. */
  | { readonly kind: 'name' }
  /** The page defines it as the entry does: `long` is the page's wording. */
  | { readonly kind: 'defined'; readonly long: string }
  /** Words of the page that are evidence for it, strongest first, as the page writes them. */
  | { readonly kind: 'evidence'; readonly words: readonly string[] }
  /**
   * A term that only the page defines: `long` is its long form, or what the page says that it means
   * (`isGloss`).
   */
  | { readonly kind: 'own'; readonly long: string; readonly isGloss?: boolean };

/** An occurrence with its sense chosen. */
export interface Mention extends Span {
  /** The entry it means; `null` for a term that only the page itself defines. */
  readonly ref: EntryRef | null;
  readonly reason: Reason;
}
