/** A name on a page, and what it was taken for. */
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Span } from '../text/span.ts';

/** Why a mention was taken for what it is; a card shows it in words. */
export type Reason =
  /** The name stands for nothing else. */
  | { readonly kind: 'name' }
  /** The page defines it as ours: `long` is its wording. */
  | { readonly kind: 'defined'; readonly long: string }
  /** Words of the page that speak for it, strongest first, as the page writes them. */
  | { readonly kind: 'evidence'; readonly words: readonly string[] }
  /** The page's own term, in no glossary. */
  | { readonly kind: 'own'; readonly long: string };

/** An occurrence with its sense chosen. */
export interface Mention extends Span {
  /** The entry it means; `null` for a term that only the page itself defines. */
  readonly ref: EntryRef | null;
  readonly reason: Reason;
}
