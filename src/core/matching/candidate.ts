/** What the library knows of an entry that a page may name, and where the page names it. */
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Name, Rival } from '../glossary/glossary.ts';
import type { Span } from '../text/span.ts';

/**
 * What a page needs to find and judge one entry. The explanation is fetched when a card opens.
 * The library's answer holds those names alone that the asked words can write.
 */
export interface Candidate {
  readonly ref: EntryRef;
  /** The reader has written it: it speaks first, and tells nothing of his other entries. */
  readonly own?: boolean | undefined;
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
