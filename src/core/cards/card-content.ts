/** What a card shows, as plain values: every word chosen, nothing drawn yet. */

import type { EntryRef } from '../glossary/entry-ref.ts';
import type { NamedEntry } from '../library/told.ts';

/** Text with the language it is in. */
export interface Wording {
  readonly text: string;
  readonly lang: string;
}

/** Everything that one card shows. */
export interface CardContent {
  /** Null for a term that the page alone defines. */
  readonly ref: EntryRef | null;
  /** The short name where there is one. */
  readonly title: Wording;
  readonly long: Wording | null;
  /** The name in other languages, one each. */
  readonly twins: readonly Wording[];
  readonly kind: string;
  readonly parties: readonly CardParty[];
  /** At which level it meets, by whose word and as of when. */
  readonly level: string | null;
  readonly gloss: Wording | null;
  /** What the gloss rests on, in words. */
  readonly basis: string | null;
  /** In the order in which they are worth reading; see `cardContentOf`. */
  readonly claims: readonly CardClaim[];
  readonly related: readonly CardRelation[];
  /** It beside those that it is taken for; null where the sources say too little. */
  readonly table: CardTable | null;
  /** What else its letters can mean: long forms that are no entries, and entries. */
  readonly rivals: readonly string[];
  readonly namesakes: readonly NamedEntry[];
  /** The same thing in other glossaries, by their titles. */
  readonly alsoIn: readonly NamedEntry[];
  /** Why the term is highlighted here, in words. */
  readonly reason: string | null;
  /** The page's own day, ISO. */
  readonly pageDate: string | null;
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
  /** What the numbers in the cells stand for, from 1 on. */
  readonly sources: readonly string[];
}

/** A statement in a cell. */
export interface CardCell {
  readonly text: Wording;
  /** Number of its source. */
  readonly source: number | null;
}

/** What a selected text can mean, where that is not one entry. */
export interface CardChoice {
  readonly title: string;
  /** What stands above the entries, or says that there are none. */
  readonly words: string;
  readonly entries: readonly NamedEntry[];
}

/** A dated statement with its source. */
export interface CardClaim {
  readonly text: Wording;
  /** "According to …", where it is somebody's view. */
  readonly saidBy: string | null;
  /** "as of 16 March 2022" */
  readonly asOf: string;
  readonly source: string;
  /** Only `https:` or `http:`. */
  readonly url: string | null;
  /** "added by the glossary …", where it is not the entry's own. */
  readonly from: string | null;
  /** The page is more than a year newer: "may have changed since". */
  readonly aged: string | null;
  /** For the timeline: when it happened, else as of when; null for undated general knowledge. */
  readonly date: string | null;
  /** "Met · January 2018" */
  readonly event: string;
  /** "Sources differ on this" where another source has another date for it. */
  readonly differs: string | null;
}
