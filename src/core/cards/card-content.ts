/** What a card shows, as plain values: all words are chosen, but nothing is drawn. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import type { NamedEntry } from '../library/told.ts';

/** A text with its language. */
export interface Wording {
  readonly text: string;
  readonly lang: string;
}

/** Everything that one card shows. */
export interface CardContent {
  /** Null for a term that only the page defines. */
  readonly ref: EntryRef | null;
  /** The short form if there is one. */
  readonly title: Wording;
  readonly long: Wording | null;
  /** One name for each other language. */
  readonly otherNames: readonly Wording[];
  readonly kind: string;
  readonly parties: readonly CardParty[];
  /** The level at which it meets, who says so, and as of when. */
  readonly level: string | null;
  readonly gloss: Wording | null;
  /** The sources of the gloss, in words. */
  readonly basis: string | null;
  /** In the order of `cardContentOf`. */
  readonly claims: readonly CardClaim[];
  readonly related: readonly CardRelation[];
  /** The entry beside those it is confused with; null if the sources say too little. */
  readonly table: CardTable | null;
  /** Other meanings of its short form: `rivals` are long forms without an entry. */
  readonly rivals: readonly string[];
  readonly namesakes: readonly NamedEntry[];
  /** The same entry in other glossaries; `name` is the title of the glossary. */
  readonly alsoIn: readonly NamedEntry[];
  /** Why the term is highlighted here, in words. */
  readonly reason: string | null;
  /** The ISO day on which the page was published; null if unknown. */
  readonly pageDate: string | null;
  readonly searchLink?: SearchLink;
}

/** Where the reader can look a term up; only where the reader has chosen a place for that. */
export interface SearchLink {
  readonly words: string;
  /** Only `https:`. */
  readonly address: string;
}

/** A country or a body that takes part. */
export interface CardParty {
  /** ISO 3166 code; null for a body. */
  readonly code: string | null;
  readonly name: string;
}

interface CardRelation extends NamedEntry {
  /** "Modelled on" */
  readonly how: string;
}

/** Entries side by side. */
export interface CardTable {
  /** The entry of the card first. */
  readonly heads: readonly { readonly ref: EntryRef; readonly title: Wording }[];
  /** One cell for each head; a cell without parts is empty. */
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly (readonly CardCell[])[];
  }[];
  /** The sources to which the numbers in the cells refer, from 1 on. */
  readonly sources: readonly string[];
}

/** A statement in a cell. */
export interface CardCell {
  readonly text: Wording;
  /** The number of its source, from 1; null if it has none. */
  readonly source: number | null;
}

/** The card for a selected text that names no entry or several. */
export interface CardChoice {
  readonly title: string;
  /** The line above the entries, or the one that says that there are none. */
  readonly words: string;
  readonly entries: readonly NamedEntry[];
  readonly searchLink?: SearchLink;
}

/** A dated statement with its source. */
export interface CardClaim {
  readonly text: Wording;
  /** "According to …" if it is somebody's view and the text does not say whose. */
  readonly saidBy: string | null;
  /** "as of 16 March 2022" */
  readonly asOf: string;
  readonly source: string;
  /** Only `https:` or `http:`. */
  readonly url: string | null;
  /** "added by the glossary …" if another glossary added it. */
  readonly from: string | null;
  /** "may have changed since" if the page is more than a year newer. */
  readonly aged: string | null;
  /** Its place on the timeline: when it happened. Null if it tells of no event of the entry. */
  readonly date: string | null;
  /** "Met · January 2018" */
  readonly event: string | null;
  /** "Sources differ on this" if another source has another date for it. */
  readonly differs: string | null;
}
