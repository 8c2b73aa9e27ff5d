/** The files of the bundled glossaries. */
import { join } from 'node:path';
import { ROOT } from './build-extension.ts';

/** In the library's order: if two have the same term, the first one is used. */
export const BUNDLED_FILES: readonly string[] = ['korea-us-alliance', 'security-news'].map((id) =>
  join(ROOT, `assets/glossaries/${id}.json`),
);
