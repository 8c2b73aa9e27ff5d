/** The glossaries that come with the extension, as files of the project. */
import { join } from 'node:path';
import { ROOT } from './build-extension.ts';

/** In the library's order: where two know a term, the first one speaks. */
export const BUNDLED_FILES: readonly string[] = ['korea-us-alliance', 'security-news'].map((id) =>
  join(ROOT, `assets/glossaries/${id}.json`),
);
