/** Opens databases of the extension, and opens them again where they were closed or failed. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/**
 * @param upgrade - Makes the stores of a database that is new.
 * @returns Opens the database, or gives the one that is open. Rejects with DOMException when storage
 *   is switched off or full, or with `VersionError` when a newer version of the extension has been
 *   here: then nothing is changed.
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
      // Whoever wants to change or delete the database must not wait for us.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    // What failed once may succeed later: a full disk gets room again.
    opening.catch(forget);
    return opening;
  };
}
