/** What the settings page needs of the world, so that it can be drawn and tried out without a browser. */

import type { ReadText } from '../../core/articles/read-text.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import type { Explained } from '../../core/library/told.ts';
import type { ImportContent } from '../../core/packs/backup.ts';
import type { ReviewHead } from '../../core/review/review-types.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { ListedGlossary } from '../../extension/library/glossary-list.ts';

/** A glossary in the list. Only what was added can be removed; what is managed cannot be switched. */
export type GlossaryItem = ListedGlossary;

/** An entry as a list names it. */
export interface NamedRef {
  readonly ref: EntryRef;
  readonly name: string;
}

/** Texts that the reader brings for review. */
export interface TextsModel {
  /** Takes the article out of a saved page. */
  readHtml(html: string): Promise<ReadText>;
  /**
   * Keeps texts, each with a review of its own, in order; that of a single one is opened. Rejects
   * when one could not be stored: those before it are kept.
   */
  startReviews(reads: readonly ReadText[]): Promise<void>;
  listReviews(): Promise<readonly ReviewHead[]>;
  openReview(id: string): void;
  /** What comes back takes it back. */
  removeReview(id: string): Promise<() => Promise<void>>;
}

export interface SettingsModel {
  /** What held when the page opened. */
  readonly settings: Settings;
  /** What an administrator has fixed. */
  readonly fixed: ReadonlySet<keyof Settings>;
  /** Calls back after each change of the settings, wherever it was made. */
  watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void;
  /** Rejects when it could not be stored. */
  updateSettings(change: (settings: Settings) => Settings): Promise<void>;

  listGlossaries(): Promise<readonly GlossaryItem[]>;
  /** Calls back after each change of the library, wherever it was made. */
  watchGlossaries(callback: () => void, signal: AbortSignal): void;
  /** A glossary as a whole; null if it is not there. Rejects with a GlossaryError if it is broken. */
  readGlossary(id: string): Promise<Glossary | null>;
  /** These three reject when it could not be stored. */
  putGlossary(glossary: Glossary): Promise<void>;
  removeGlossary(id: string): Promise<void>;
  setGlossaryOn(item: GlossaryItem, on: boolean): Promise<void>;
  /** How many entries the reader has met on pages; those are not new to him. */
  countSeen(): Promise<number>;
  /** Rejects when it could not be stored. */
  forgetSeen(): Promise<void>;
  /** The names of entries; those that are gone from the library are left out. */
  nameEntries(refs: readonly EntryRef[]): Promise<readonly NamedRef[]>;

  /** Draws an entry as its card shows it, all of it unfolded, into a shadow root. */
  drawEntry(
    root: ShadowRoot,
    explained: Explained,
    explain: (ref: EntryRef) => Explained | null,
  ): void;
  /** Reads and paints an element by the settings that hold, until the signal aborts. */
  tryOut(element: Element, signal: AbortSignal): void;

  readonly texts: TextsModel;

  /** A file with everything. */
  writeBackup(): Promise<string>;
  /**
   * All or nothing; rejects when it could not be stored. What comes back takes it back, likewise.
   */
  applyImport(content: ImportContent): Promise<() => Promise<void>>;

  /** The version that runs, and whether its news have been seen. */
  readonly version: string;
  readonly hasNews: boolean;
  markNewsSeen(): void;
  /** A term that the reader wants to add, such as a selection on a page. */
  readonly termToAdd: string | null;
  /** ISO day. */
  readonly today: string;
}
