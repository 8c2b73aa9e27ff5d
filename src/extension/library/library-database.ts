/** The database of the reader's added glossaries and of the stored index of a large library. */
import type { DBSchema } from 'idb';
import { keepOpen } from '../storage/database.ts';

/** What is known of a stored glossary without reading its content. */
export interface StoredGlossary {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** A language tag such as `en`. */
  readonly language: string;
  readonly entries: number;
  readonly names: number;
  /** A glossary that is off stays stored and is not used on pages. */
  readonly on: boolean;
  /** Glossaries are sorted by this, ascending. Of two with the same entry, the first counts. */
  readonly order: number;
}

export interface LibraryDatabase extends DBSchema {
  glossaries: { key: string; value: StoredGlossary };
  /** The content by id, as it was put. It is checked each time it is read. */
  contents: { key: string; value: unknown };
  /** The stored index of a large library: its head, and packs of entries with number keys. */
  index: { key: string | number; value: unknown };
}

const NAME = 'newsgloss';
const VERSION = 1;

/**
 * Open the database, or return the open connection.
 *
 * @throws As `keepOpen` does.
 */
export const openLibraryDatabase = keepOpen<LibraryDatabase>(NAME, VERSION, (database) => {
  database.createObjectStore('glossaries', { keyPath: 'id' });
  database.createObjectStore('contents');
  database.createObjectStore('index');
});
