/** What frames report of their terms, and what a tab shows of all its frames. */
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { EntryLine } from '../../core/library/library-answers.ts';
import type { Reason } from '../../core/senses/mention.ts';

/** Identifies a term on a page: an entry, or (`ref` null) a term that the page itself defines. */
export interface TermKey {
  readonly ref: EntryRef | null;
  readonly name: string;
}

/** What one frame shows, in order of first mention. */
export interface FrameSummary {
  /**
   * `read`: the page was read. `off`: highlights are off here. `left`: not read, since the page has
   * no article. `resting`: reading has paused, since a page that removes our marks or rewrites
   * itself has used up its budget; it resumes when the page is calm.
   */
  readonly state: 'read' | 'off' | 'left' | 'resting';
  readonly terms: readonly TermInFrame[];
  /** The number of terms found beyond the limit, which are not listed. */
  readonly over: number;
  /**
   * When the frame's document began, in milliseconds since 1970. Reports from before belong to
   * another document.
   */
  readonly since: number;
}

export interface TermInFrame extends TermKey {
  /** The long form that the page gives; empty for an entry. */
  readonly long: string;
  readonly count: number;
  /** Why its first mention is marked. */
  readonly reason: Reason;
}

/** What all frames of a tab show, combined. */
export interface TabReport {
  readonly state: FrameSummary['state'];
  readonly terms: readonly TermOnPage[];
  /** The number of terms found beyond the limit, summed over the frames. */
  readonly over: number;
}

/** A term on a page, combined over its frames. */
export interface TermOnPage extends TermInFrame {
  /** None for a term of the page's own. */
  readonly kind?: EntryLine['kind'];
  /** The explanation in a sentence; none for a term of the page's own. */
  readonly gloss?: string;
  /** Language of the gloss. */
  readonly lang?: string;
  /** Whether the reader has not met the entry on any earlier page. */
  readonly isNew?: boolean;
  /** The frame that holds its first mention. */
  readonly frameId: number;
}
