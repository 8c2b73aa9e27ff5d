/** All that the popup needs from outside, so that it can be drawn and tested without a browser. */
import type { CardContent } from '../../core/cards/card-content.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import type { Hits } from '../../core/library/library-answers.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { GlossaryFault } from '../../extension/messages/messages.ts';
import type { TabReport, TermOnPage } from '../../extension/messages/reports.ts';
import type { Taken } from '../../extension/tabs/take-article.ts';

/** What is known about the page in front. */
export type PageReport =
  /** No report has arrived yet. */
  | { readonly state: 'loading' }
  /** Our scripts cannot run there: pages of the browser, web stores. */
  | { readonly state: 'unreadable' }
  /** A PDF file, which our scripts cannot read. */
  | { readonly state: 'pdf' }
  /** The browser does not let us read the site. */
  | { readonly state: 'withheld' }
  /** The reports of its frames combined; terms in order of first mention. */
  | TabReport;

export interface PopupModel {
  /** The site in front; null if there is none, as on a page of the browser. */
  readonly site: string | null;
  /** The settings at the time the popup opened. */
  readonly settings: Settings;
  readonly page: PageReport;
  /** The settings that an administrator has fixed. */
  readonly fixed: ReadonlySet<keyof Settings>;
  /** Whether the reader has not yet seen the news of this version. */
  readonly hasNews: boolean;
  /** Calls back after each change of the settings, made by any part. */
  watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void;
  /** Rejects if the change cannot be stored. */
  updateSettings(change: (settings: Settings) => Settings): Promise<void>;
  /** Glossaries that cannot be read, with their faults. */
  listFaults(): Promise<readonly GlossaryFault[]>;
  /**
   * Reads a page that is withheld: this once, or its site from now on.
   *
   * @returns Whether the reader has allowed it.
   */
  letRead(howLong: 'once' | 'always'): Promise<boolean>;
  /** Calls back with each new report of the page, which is not withheld. */
  watchPage(callback: (page: PageReport) => void, signal: AbortSignal): void;
  /** Scrolls to the first mention and opens its card; false if the mention is gone. */
  jump(term: TermOnPage): Promise<boolean>;
  /** The number of entries of the library that match a query, and up to `most` of the best ones. */
  search(query: string, most: number): Promise<Hits>;
  /** The text of an entry's card; null if the library no longer has the entry. */
  explain(ref: EntryRef): Promise<CardContent | null>;
  /** Copies a list of these terms with their explanations; rejects if it cannot be copied. */
  copyBrief(terms: readonly TermOnPage[]): Promise<void>;
  /** Makes a glossary of these terms; rejects if they cannot be read. */
  gatherTerms(terms: readonly TermOnPage[]): Promise<Glossary>;
  /** Takes the article of the page in front and opens its review; null if there is no page. */
  readonly addArticle: (() => Promise<Taken>) | null;
  /** Opens the settings at a part. */
  openSettings(part: string): void;
  close(): void;
}
