import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type PageLine, readPageLines } from '../src/page/text/page-lines.ts';

/**
 * Reads the text of a frame for the background, which tells whether anything in it could be marked.
 * Returns null if there is too much of it.
 */
export default defineUnlistedScript((): PageLine[] | null => readPageLines(document));
