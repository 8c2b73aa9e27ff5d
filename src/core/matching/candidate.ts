/** What a page gets from the library about an entry, and where the page names entries. */
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Name, Rival } from '../glossary/glossary.ts';
import type { Span } from '../text/span.ts';

/**
 * What a page needs to find and judge one entry. Its explanation is fetched when a card opens.
 * The library sends only those names that begin with the words it was asked for.
 */
export interface Candidate {
  readonly ref: EntryRef;
  /** True if the reader wrote it: it takes precedence, and is no evidence for other own entries. */
  readonly own?: boolean | undefined;
  readonly names: readonly CandidateName[];
  /** All long forms and aliases, to be compared with the page's own definitions. */
  readonly longForms: readonly string[];
  /** The languages of `longForms`. */
  readonly languages: readonly string[];
  /** Entries whose presence on the page is evidence for this one. */
  readonly related: readonly EntryRef[];
  readonly cues: readonly Cue[];
  readonly rivals: readonly Rival[];
  /** The ISO 3166 codes of the countries whose it is. */
  readonly parties: readonly string[];
  /** Whether it is a body, so that a country named before it is its owner. */
  readonly isBody: boolean;
}

/** A word or phrase that is evidence for a sense. */
export interface Cue {
  readonly words: string;
  /** 1 for a cue of this entry alone; less if many entries of its glossary share it. */
  readonly weight: number;
}

/** A name, and whether it needs evidence. */
export interface CandidateName extends Pick<Name, 'text' | 'lang' | 'role' | 'case'> {
  /** True if it needs evidence: it has rivals or other bearers, is short, or is ordinary words. */
  readonly ambiguous: boolean;
  /** `usually` and `shared` as in its glossary. */
  readonly usually?: number | undefined;
  readonly shared?: boolean | undefined;
}

/** A place in a text where a name stands, with the entries that the name could mean. */
export interface Occurrence extends Span {
  readonly readings: readonly Reading[];
  /** True for an acronym among capitals. */
  readonly isShouted?: boolean | undefined;
}

/** One entry that an occurrence could mean, by one of its names. */
export interface Reading {
  readonly ref: EntryRef;
  readonly name: CandidateName;
}
