/** What the library tells of an entry. */
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Source } from '../glossary/glossary.ts';
import type { LaidEntry } from './supplements.ts';

/** Another entry, by its name. */
export interface NamedEntry {
  readonly ref: EntryRef;
  readonly name: string;
}

/** What the library says about an entry itself. */
export interface Told {
  readonly ref: EntryRef;
  /** The language that its claims and glosses are written in. */
  readonly language: string;
  readonly entry: LaidEntry;
  /** The sources that the entry names. */
  readonly sources: readonly Source[];
  /** The entries that it relates to, by their names, in the order of `entry.related`. */
  readonly related: readonly (NamedEntry & { readonly how: string })[];
}

/** An entry with all that a card shows of it. */
export interface Explained extends Told {
  /** Those that it is worth being told from. */
  readonly compared: readonly Told[];
  /** Other entries that have one of its names. */
  readonly namesakes: readonly NamedEntry[];
  /** The same thing in other glossaries, by their titles. */
  readonly alsoIn: readonly NamedEntry[];
}
