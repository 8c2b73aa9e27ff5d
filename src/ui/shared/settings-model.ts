/** All that the settings page needs from outside, so that it can be tested without a browser. */

import type { ReadText } from '../../core/articles/read-text.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import type { Explained } from '../../core/library/told.ts';
import type { ImportContent } from '../../core/packs/backup.ts';
import type { ReadForeign } from '../../core/packs/import-file.ts';
import type { Digest } from '../../core/packs/seal.ts';
import type { ReviewHead } from '../../core/review/review-types.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { FetchFault } from '../../core/subscriptions/fetch-fault.ts';
import type { Checked, Subscription } from '../../core/subscriptions/subscription.ts';
import type { Left } from '../../core/sync/left.ts';
import type { ListedGlossary } from '../../extension/library/glossary-list.ts';
import type { NewSubscription } from '../../extension/library/subscriptions.ts';
import type { FirstFetch } from '../../extension/messages/messages.ts';

/** A glossary in the list. Only added ones can be removed; managed ones cannot be switched off. */
export type GlossaryItem = ListedGlossary;

/** An entry as lists show it. */
export interface NamedRef {
  readonly ref: EntryRef;
  readonly name: string;
}

/** Texts that the reader brings for review. */
export interface TextsModel {
  /** Extracts the article of a saved page. */
  readHtml(html: string): Promise<ReadText>;
  /**
   * Stores texts in order, each with a review of its own; if it is only one, opens the review.
   * Rejects if one cannot be stored; those before it stay stored.
   */
  startReviews(reads: readonly ReadText[]): Promise<void>;
  listReviews(): Promise<readonly ReviewHead[]>;
  openReview(id: string): void;
  /** Resolves with a function that undoes the removal. */
  removeReview(id: string): Promise<() => Promise<void>>;
}

/** Glossaries that are fetched from an address. What changes them rejects if it is not stored. */
export interface SubscriptionsModel {
  list(): Promise<readonly Subscription[]>;
  /** Calls back after each change, made by any part. */
  watch(callback: () => void, signal: AbortSignal): void;
  /**
   * Asks the reader for access to the host, if it is missing; to be called at once in a click.
   * `asked`: it was missing, and was granted.
   */
  askAccess(address: string): Promise<{ readonly has: boolean; readonly asked: boolean }>;
  returnAccess(address: string): Promise<void>;
  /** Fetches a glossary for a first look. */
  fetchFirst(address: string): Promise<FirstFetch | FetchFault>;
  /** Notes the address of a glossary that was just imported. */
  subscribe(found: NewSubscription): Promise<void>;
  /** Fetches what is there now; rejects if it cannot be asked for. */
  check(address: string): Promise<Checked>;
  change(address: string, wish: Partial<Pick<Subscription, 'isDaily' | 'taking'>>): Promise<void>;
  /** Reads a version beside the one in the library; null if there is none. */
  read(version: 'waiting' | 'before', address: string): Promise<Glossary | null>;
  /** Takes the version that waits, or leaves it. */
  take(address: string): Promise<void>;
  decline(address: string): Promise<void>;
  /** Swaps the one in the library and the one before. */
  goBack(address: string): Promise<void>;
  /** Forgets an address; resolves with a function that undoes it. */
  unsubscribe(address: string): Promise<() => Promise<void>>;
}

/** What is known of sync while it is on. */
export interface SyncView {
  /** When this device last looked, in milliseconds since 1970; 0 before the first time. */
  readonly met: number;
  /** Why nothing is synced; `refused`: the browser did not take or give it. */
  readonly fault: 'newer' | 'broken' | 'refused' | null;
  /** What found no room. */
  readonly left: Left;
}

/** Sync through the reader's browser. What changes it rejects if that cannot be stored. */
export interface SyncModel {
  /** Null while it is off. */
  read(): Promise<SyncView | null>;
  /** Calls back after each change, made by any part. */
  watch(callback: () => void, signal: AbortSignal): void;
  switch(on: boolean): Promise<void>;
  /** Whether something lies in the browser's sync. */
  hasCopy(): Promise<boolean>;
  deleteCopy(): Promise<void>;
}

export interface SettingsModel {
  /** The settings at the time the page opened. */
  readonly settings: Settings;
  /** The settings that an administrator has fixed. */
  readonly fixed: ReadonlySet<keyof Settings>;
  /** Calls back after each change of the settings, made by any part. */
  watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void;
  /** Rejects if the change cannot be stored. */
  updateSettings(change: (settings: Settings) => Settings): Promise<void>;

  listGlossaries(): Promise<readonly GlossaryItem[]>;
  /** Calls back after each change of the library, made by any part. */
  watchGlossaries(callback: () => void, signal: AbortSignal): void;
  /** Reads a glossary; null if there is none. Rejects with a GlossaryError if it is broken. */
  readGlossary(id: string): Promise<Glossary | null>;
  /**
   * Reads, changes and stores a glossary in one step, so that what came meanwhile from another
   * device is not lost. Rejects if it cannot be read or stored.
   */
  changeGlossary(id: string, change: (stored: Glossary | null) => Glossary): Promise<void>;
  /**
   * Removes a glossary; resolves with a function that brings it back as it was. Rejects if that
   * cannot be stored.
   */
  removeGlossary(id: string): Promise<() => Promise<void>>;
  /** Rejects if the change cannot be stored. */
  setGlossaryOn(item: GlossaryItem, on: boolean): Promise<void>;
  /** Whether part of what is stored is left alone, mostly since a newer version has written it. */
  hasLeftAlone(): Promise<boolean>;
  /** The number of entries that the reader has met on pages and that no longer count as new. */
  countSeen(): Promise<number>;
  /** Rejects if the change cannot be stored. */
  forgetSeen(): Promise<void>;
  /** The names of entries; entries no longer in the library are left out. */
  nameEntries(refs: readonly EntryRef[]): Promise<readonly NamedRef[]>;

  /** Draws an entry as its card shows it, fully unfolded, into a shadow root. */
  drawEntry(
    root: ShadowRoot,
    explained: Explained,
    explain: (ref: EntryRef) => Explained | null,
  ): void;
  /** Reads and paints an element with the current settings, until the signal aborts. */
  tryOut(element: Element, signal: AbortSignal): void;

  readonly texts: TextsModel;
  readonly subscriptions: SubscriptionsModel;
  readonly sync: SyncModel;
  /** Computes the SHA-256 of a file. */
  readonly digest: Digest;

  /** Reads a file in a foreign format; rejects with a GlossaryError. */
  readonly readForeign: ReadForeign;
  /** Returns a file with all glossaries and settings. */
  writeBackup(): Promise<string>;
  /**
   * Applies an import as a whole; rejects if it cannot be stored. Resolves with a function that
   * undoes it, also as a whole.
   */
  applyImport(content: ImportContent): Promise<() => Promise<void>>;

  /** The running version, and whether its news have not been seen yet. */
  readonly version: string;
  readonly hasNews: boolean;
  markNewsSeen(): void;
  /** A term that the reader wants to add, such as a selection on a page. */
  readonly termToAdd: string | null;
  /** The current day, as an ISO date. */
  readonly today: string;
}
