/** The shape of a draft: what texts say, with the place where they say it, before anyone judged it. */
import type { TextSource } from '../../articles/text-source.ts';
import type { EVENTS, KINDS, Name, RELATIONS } from '../../glossary/glossary.ts';

/** The version of the draft format. */
export const DRAFT_VERSION = 1;

/** A source and the names in it: the other names of a text tell which body an acronym in it means. */
export interface NamingSource extends TextSource {
  /** Keys of its names, and the acronyms among them as keys of their own; each once. */
  readonly names: readonly string[];
}

/** A text to draft from. */
export interface DraftText extends TextSource {
  readonly text: string;
}

/** A place in a text. Offsets are UTF-16 code units of the text as it was handed in. */
export interface Quote {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** The words that stand there. */
  readonly quote: string;
}

export type DraftKind = (typeof KINDS)[number];
export type DraftEvent = (typeof EVENTS)[number];

/** What showed that the words are a name. */
export type NameSign = 'defined' | 'alias' | 'named' | 'concept' | 'actor' | 'venue' | 'undefined';

/** A name that a text uses for an entry. */
export interface DraftName extends Quote {
  readonly key: string;
  readonly text: string;
  readonly lang: string;
  readonly role: Name['role'];
  readonly sign: NameSign;
  readonly kind: DraftKind | null;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What happened when, as far as the text dates it. */
export interface DraftWhen {
  /** A day, a month or a year. */
  readonly date: string;
  readonly what: DraftEvent;
  /** Which one of its row, where the text counts: 2 for "the second meeting". */
  readonly ordinal?: number | undefined;
  /** The words of the date. */
  readonly words: string;
}

/** A passage that says something about an entry. */
export interface DraftClaim extends Quote {
  readonly key: string;
  /**
   * `defines`: it says what the thing is. `describes`: it says what it does. `happened`: something
   * took place at a date. `mentions`: it stands in the sentence.
   */
  readonly form: 'defines' | 'describes' | 'happened' | 'mentions';
  /** The day of the text; null where that is not known. */
  readonly asOf: string | null;
  /** The date of what happened first. Only what defines a thing may name several such dates. */
  readonly when: readonly DraftWhen[];
  /**
   * What is meant as a statement that stands alone, its subject named, where the quote has a pronoun or
   * tells of more.
   */
  readonly says?: string | undefined;
  readonly said_by?: string | undefined;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A passage that ties two entries together. */
export interface DraftRelation extends Quote {
  readonly key: string;
  readonly how: (typeof RELATIONS)[number];
  /** Key of the other one. */
  readonly to: string;
  /** As the text names it. */
  readonly toName: string;
  readonly said_by?: string | undefined;
  readonly confidence: number;
}

/** Dates that cannot both be true of one event. */
export interface DraftConflict {
  readonly what: DraftEvent;
  readonly ordinal?: number | undefined;
  readonly dates: readonly string[];
}

/**
 * An entry as texts suggest it. Every item names the `key` under which its text knew the thing; an
 * entry holds one key or several that the drafts took for the same. Nothing stands here without a
 * quote.
 */
export interface DraftEntry {
  readonly id: string;
  readonly kind: DraftKind | null;
  /** An acronym that no text spells out. */
  readonly undefined: boolean;
  readonly confidence: number;
  readonly names: readonly DraftName[];
  /** By date, then as they stand in the text. */
  readonly claims: readonly DraftClaim[];
  readonly relations: readonly DraftRelation[];
  readonly conflicts: readonly DraftConflict[];
  /** Ids of entries that share a short form with this one and mean something else. */
  readonly rivals: readonly string[];
}

/** What texts suggest: no glossary, since no person has reviewed it. */
export interface Draft {
  readonly draft: typeof DRAFT_VERSION;
  readonly sources: readonly NamingSource[];
  readonly entries: readonly DraftEntry[];
}

/** What one text says: items that each name their key. */
export interface Findings {
  readonly names: readonly DraftName[];
  readonly claims: readonly DraftClaim[];
  readonly relations: readonly DraftRelation[];
}
