/** What a card shows, as plain values: every word chosen, nothing drawn yet. */
import type { EntryRef } from './mention.ts';

/** Text with the language it is in. */
export interface Wording {
  readonly text: string;
  readonly lang: string;
}

/** Everything that one card shows. */
export interface CardContent {
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

/** Another entry, by its name. */
export interface CardRelation {
  readonly ref: EntryRef;
  /** "Modelled on" */
  readonly how: string;
  readonly name: string;
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
  /** The page is more than a year newer: "may have changed since". */
  readonly aged: string | null;
  /** For the timeline: when it happened, else as of when; null for undated general knowledge. */
  readonly date: string | null;
  /** "Met · January 2018" */
  readonly event: string;
}
