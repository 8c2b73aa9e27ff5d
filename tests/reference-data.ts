/**
 * Optional reference data beside the project: source texts and evaluation sets that are not ours to
 * publish. Tests that use it skip, saying so, where it is missing. No other file names the folder.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(
  process.env.NEWSGLOSS_DATA ?? join(import.meta.dirname, '..', '..', 'shared'),
);

/** What a skipped test says. */
export const NO_REFERENCE_DATA = `no reference data in ${FOLDER}: name its folder in NEWSGLOSS_DATA`;

/**
 * Find a file or folder of the reference data.
 *
 * @param path - Its parts below the folder, e.g. `'sources', 'facts.json'`.
 * @returns Its absolute path, or null where it is missing.
 */
export function findReference(...path: string[]): string | null {
  const file = join(FOLDER, ...path);
  return existsSync(file) ? file : null;
}
