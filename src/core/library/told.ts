/** What the library reports about an entry. */
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Relation, Source } from '../glossary/glossary.ts';
import type { LaidEntry } from './supplements.ts';

/** A reference to an entry, with its name to be shown. */
export interface NamedEntry {
  readonly ref: EntryRef;
  readonly name: string;
}

/** A related entry. */
interface RelatedEntry extends NamedEntry {
  readonly how: Relation['how'];
  /** The language of its name; by default that of the glossary. */
  readonly lang?: string;
}

/** An entry with its sources and related entries. */
export interface Told {
  readonly ref: EntryRef;
  /** The language that its claims and glosses are written in. */
  readonly language: string;
  readonly entry: LaidEntry;
  /** The sources that the entry names. */
  readonly sources: readonly Source[];
  /** The entries that it relates to, by their names, in the order of `entry.related`. */
  readonly related: readonly RelatedEntry[];
}

/** An entry with all that a card shows of it. */
export interface Explained extends Told {
  /** Entries to compare it with. */
  readonly compared: readonly Told[];
  /** Other entries that have one of its names. */
  readonly namesakes: readonly NamedEntry[];
  /** The same entry in other glossaries; `name` is the title of the glossary. */
  readonly alsoIn: readonly NamedEntry[];
}
