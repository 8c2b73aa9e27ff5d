/** The plain values that travel along the straight line, from a text to its mentions. */
import type { Name, Rival } from './glossary.ts';

/** A span of a text: UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Names one entry in the whole library: `<glossary id>/<entry id>`. */
export type EntryRef = string;

/**
 * What a page needs to find and judge one entry. The explanation is fetched when a card opens.
 * The library's answer holds those names alone that the asked words can write.
 */
export interface Candidate {
  readonly ref: EntryRef;
  readonly names: readonly CandidateName[];
  /** All long forms and aliases, to compare with what the page itself defines. */
  readonly longForms: readonly string[];
  /** Languages of those. */
  readonly languages: readonly string[];
  /** Entries whose presence speaks for this one. */
  readonly related: readonly EntryRef[];
  readonly cues: readonly Cue[];
  readonly rivals: readonly Rival[];
  /** Words for the countries whose body it is; where none of its names is shared, none. */
  readonly owners: readonly string[];
  /** What Korean papers call the other countries that may own such a body. */
  readonly others: readonly string[];
}

/** A word or phrase that speaks for a sense. */
export interface Cue {
  readonly words: string;
  /** 1 for one that tells this entry from the others of its glossary, less for common ground. */
  readonly weight: number;
}

/** A name with what the library knows about its safety. */
export interface CandidateName extends Pick<Name, 'text' | 'lang' | 'role' | 'case'> {
  /** Needs evidence: it has rivals or other bearers, is short, or is an ordinary phrase. */
  readonly ambiguous: boolean;
  /** As its glossary has them. */
  readonly usually?: number | undefined;
  readonly shared?: boolean | undefined;
}

/** A place in a text where a name stands, and the entries that it could mean. */
export interface Occurrence extends Span {
  readonly readings: readonly Reading[];
}

/** One entry that an occurrence could mean, by one of its names. */
export interface Reading {
  readonly ref: EntryRef;
  readonly name: CandidateName;
}

/** A short form–long form pair that a text itself defines. */
export interface Definition {
  /** As written, white space collapsed, without quotes and outer brackets. */
  readonly short: string;
  readonly long: string;
  /** Where each of the two stands in the text. */
  readonly shortSpan: Span;
  readonly longSpan: Span;
  /** `definition`: letters of the short form come from the long form. `alias`: "also called X". */
  readonly form: 'definition' | 'alias';
}

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
