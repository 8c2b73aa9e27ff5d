/** The database of the reader's own glossaries and of the index over a large library. */
import type { DBSchema } from 'idb';
import { keepOpen } from '../storage/database.ts';

/** What is known of a stored glossary without reading it. */
export interface StoredGlossary {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** A language tag such as `en`. */
  readonly language: string;
  readonly entries: number;
  readonly names: number;
  /** Glossaries that are off stay stored, and are not looked up in. */
  readonly on: boolean;
  /** Lower ones come first: of two that mean the same, the first one speaks. */
  readonly order: number;
}

export interface LibraryDatabase extends DBSchema {
  glossaries: { key: string; value: StoredGlossary };
  /** By id, as it was put; checked whenever it is read. */
  contents: { key: string; value: unknown };
  /** The index over a large library: its head, and numbered packs of entries. */
  index: { key: string | number; value: unknown };
}

const NAME = 'newsgloss';
const VERSION = 1;

/**
 * Open the database, or give the one that is open.
 *
 * @throws As `keepOpen` says.
 */
export const openLibraryDatabase = keepOpen<LibraryDatabase>(NAME, VERSION, (database) => {
  database.createObjectStore('glossaries', { keyPath: 'id' });
  database.createObjectStore('contents');
  database.createObjectStore('index');
});
