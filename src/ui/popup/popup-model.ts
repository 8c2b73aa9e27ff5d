/** What the popup needs of the world, so that it can be drawn and tried out without a browser. */
import type { CardContent } from '../../core/cards/card-content.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Hits } from '../../core/library/library-answers.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { GlossaryFault, TabReport, TermOnPage } from '../../extension/messages/messages.ts';
import type { Taken } from '../../extension/tabs/take-article.ts';

/** What is known about the page in front. */
export type PageReport =
  /** It has not answered yet. */
  | { readonly state: 'loading' }
  /** No script can be there: pages of the browser, stores, PDF files. */
  | { readonly state: 'unreadable' }
  /** A PDF file: a page of ours is there, and can read nothing of it. */
  | { readonly state: 'pdf' }
  /** What its frames say, taken together; terms in order of first mention, ours and its own. */
  | TabReport;

export interface PopupModel {
  /** The site in front; null where there is none, such as on a page of the browser. */
  readonly site: string | null;
  /** What held when the popup opened. */
  readonly settings: Settings;
  readonly page: PageReport;
  /** What an administrator has fixed. */
  readonly fixed: ReadonlySet<keyof Settings>;
  /** Whether there are news of this version that were not looked at. */
  readonly hasNews: boolean;
  /** Calls back after each change of the settings, wherever it was made. */
  watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void;
  /** Rejects when it could not be stored. */
  updateSettings(change: (settings: Settings) => Settings): Promise<void>;
  /** Glossaries that were set aside, since they cannot be read. */
  listFaults(): Promise<readonly GlossaryFault[]>;
  /** Calls back with each new report of the page. */
  watchPage(callback: (page: PageReport) => void, signal: AbortSignal): void;
  /** Scrolls to the first mention and opens its card; false when it has gone. */
  jump(term: TermOnPage): Promise<boolean>;
  /** How many entries of the whole library fit a query, and so many of those that fit best. */
  search(query: string, most: number): Promise<Hits>;
  /** What the card of an entry says; null when it is gone. */
  explain(ref: EntryRef): Promise<CardContent | null>;
  /** Copies the brief of these terms; rejects when that cannot be done. */
  copyBrief(terms: readonly TermOnPage[]): Promise<void>;
  /** Takes the article of the page in front and opens its review; null where there is no page. */
  readonly addArticle: (() => Promise<Taken>) | null;
  /** Opens the settings at one of their parts. */
  openSettings(part: string): void;
  close(): void;
}
