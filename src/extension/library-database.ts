/** The database of the reader's own glossaries and of the index over a large library. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

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

let opening: Promise<IDBPDatabase<LibraryDatabase>> | null = null;

/**
 * Open the database, or give the one that is open.
 *
 * @throws DOMException when storage is switched off or full, or `VersionError` when a newer version
 *   of the extension has been here: then nothing is changed.
 */
export function openLibraryDatabase(): Promise<IDBPDatabase<LibraryDatabase>> {
  opening ??= openDB<LibraryDatabase>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore('glossaries', { keyPath: 'id' });
      database.createObjectStore('contents');
      database.createObjectStore('index');
    },
    // Whoever wants to change or delete the database must not wait for us.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    terminated: () => {
      opening = null;
    },
  });
  // What failed once may succeed later: a full disk gets room again.
  opening.catch(() => {
    opening = null;
  });
  return opening;
}
