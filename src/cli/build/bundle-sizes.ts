/**
 * How large what was built may be, compressed. A part that pages load counts alone; a page of ours
 * and the background count with all that they load at their start.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * In KB of 1024 bytes, gzip. The content script has its limit by the plan for performance: every
 * frame that may hold a term loads it. The other limits are a tenth above what the parts had when the
 * limits were set: whoever raises one says what for.
 */
const MOST_KB: Readonly<Record<string, number>> = {
  // Every frame. In Firefox the ear hears all that could tell a page what is in a card.
  'ear.js': 0.75,
  'scout.js': 3.3,
  'all-pages.js': 0.4,
  // Frames with a term, or in which something is asked for; the first tells whether they have one,
  // and to do so reads what a page says of its terms to machines too.
  'lines.js': 4.9,
  // It reads the DOM and paints; the text is read in the background.
  'content-scripts/content.js': 24,
  'content-scripts/content.css': 1,
  // 0.8 KB of it keep its words, looks and buttons from what a page can do.
  'card.js': 28.2,
  'article.js': 15,
  'marker.js': 11,
  'shadow-css.js': 1.3,
  'sieve.js': 1,
  // The extension's own. The background judges, stores and compares glossaries that are fetched, reads
  // the text of pages, with the definitions in it and in its markup, and merges what the browser's sync
  // brings. It shares the reader of definitions with the settings, in a file of its own. Each kind of
  // message has a rate. 6 KB of it chose senses in the page before; 4 KB know the countries of the
  // world in English and Korean, whose bodies bear the same names. 1 KB takes back of an import what it
  // did and no more, tells what came of a check, and finds a normal window for our pages.
  'background.js': 90,
  // It reads a page where the browser withholds access, too, and offers its terms as files.
  'popup.html': 32,
  // With the part that switches sync, and known terms as one file. Both the settings and the welcome
  // page try the extension out, with all that reads definitions and the card; imports use that, too.
  // Half a KB keeps the focus where the next act is.
  'options.html': 169,
  // What a review put into a glossary it takes out again, and leaves what has come since.
  'review.html': 68,
  'welcome.html': 102.7,
};
/** What every frame runs, all together. */
const MOST_EVERYWHERE_KB = 4;
/**
 * Parts that a page of ours loads when they are needed. The largest reads glossaries in foreign
 * formats, with parsers for XML, HTML, YAML and ZIP files.
 */
const MOST_LATE_KB = 80;
/**
 * The whole package, as the stores get it: 70 KB above the first limit for the parsers of foreign
 * formats, and 80 KB for the Korean of a thousand statements.
 */
const MOST_ZIP_KB = 950;

/** What was measured, in KB, and its limit. */
interface Size {
  /** A file, or what counts together. */
  readonly what: string;
  readonly kb: number;
  readonly most: number;
}

/**
 * Measure each part of a built extension, what every frame runs, the largest part that comes later,
 * and all together.
 *
 * @param folder - Of the built extension.
 * @throws Error if a part has no limit, or a limit no part.
 */
export function measureSizes(folder: string): Size[] {
  const files = globSync('**/*.*', { cwd: folder }).map((it) => it.replaceAll('\\', '/'));
  const code = files.filter((file) => /\.(?:js|html|css)$/.test(file));
  const late = code.filter((file) => /^(?:chunks|assets)\//.test(file));
  const parts = code.filter((file) => !late.includes(file));
  const odd = [...parts, ...Object.keys(MOST_KB)].filter(
    (part) => !(parts.includes(part) && part in MOST_KB),
  );
  if (odd.length > 0) throw new Error(`Parts without a limit, or limits without a part: ${odd}`);
  const sizeOf = (...all: readonly string[]) =>
    all.reduce((sum, file) => sum + gzipped(join(folder, file)), 0) / 1024;
  return [
    ...Object.entries(MOST_KB).map(([what, most]) => ({
      what,
      kb: sizeOf(...loadedBy(folder, what)),
      most,
    })),
    {
      what: 'what every frame runs',
      kb: sizeOf(...runEverywhere(folder)),
      most: MOST_EVERYWHERE_KB,
    },
    {
      what: 'the largest part that comes later',
      kb: Math.max(...late.map((file) => sizeOf(file))),
      most: MOST_LATE_KB,
    },
    { what: 'all together', kb: sizeOf(...files), most: MOST_ZIP_KB },
  ];
}

const gzipped = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;

/** The files that the manifest has run in every frame. */
function runEverywhere(folder: string): string[] {
  const { content_scripts: scripts } = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  ) as { readonly content_scripts: readonly Parts[] };
  return scripts.flatMap(({ js, css = [] }) => [...js, ...css]);
}

/** What a manifest has run in pages. */
interface Parts {
  readonly js: readonly string[];
  readonly css?: readonly string[];
}

/** A file with all that it loads at its start: static imports, and scripts and styles of a page. */
function loadedBy(folder: string, file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const code = readFileSync(join(folder, file), 'utf8');
  const paths = file.endsWith('.html')
    ? [...code.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.(?:js|css))"/g)]
    : [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[\w./-]+\.js)["']/g)];
  for (const [, path = ''] of paths) {
    const loaded = path.startsWith('.') ? posix.join(dirname(file), path) : path;
    loadedBy(folder, loaded, known);
  }
  return known;
}
