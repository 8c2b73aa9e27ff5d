/** Opens databases of the extension, and reopens them after they were closed or failed to open. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/**
 * @param upgrade - Creates the object stores of a new database.
 * @returns A function that opens the database or returns the open connection. It rejects with
 *   DOMException if storage is switched off or full, or with `VersionError` if a newer version of
 *   the extension has upgraded the database; then nothing is changed.
 */
export function keepOpen<T extends DBSchema>(
  name: string,
  version: number,
  upgrade: (database: IDBPDatabase<T>) => void,
): () => Promise<IDBPDatabase<T>> {
  let opening: Promise<IDBPDatabase<T>> | null = null;
  const forget = () => {
    opening = null;
  };
  return () => {
    opening ??= openDB<T>(name, version, {
      upgrade,
      // Close at once, so that whoever upgrades or deletes the database need not wait.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    // Forget the failure: opening may succeed later, for example when the disk has room again.
    opening.catch(forget);
    return opening;
  };
}

/** Whether a database was not opened because a newer version of the extension has upgraded it. */
export function isOfNewerVersion(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}
