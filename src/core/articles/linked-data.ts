/** What a page says of itself to machines: its JSON-LD. */

/** One object of it, keys as they stand. */
export type LinkedItem = Readonly<Record<string, unknown>>;

/** JSON-LD deeper than this is none that a newsroom writes. */
const MOST_DEPTH = 12;
/** Nor is a block longer than this, in UTF-16 code units. */
const MOST_LENGTH = 500_000;

/**
 * All objects in a page's JSON-LD, also those in arrays, in `@graph` and in what a page is about.
 *
 * @param blocks - The texts of its scripts, each read by itself: one that is broken spoils no other.
 */
export function* readLinkedItems(blocks: Iterable<string>): Generator<LinkedItem> {
  for (const text of blocks) {
    if (text.length > MOST_LENGTH) continue;
    let value: unknown;
    try {
      value = JSON.parse(unwrap(text));
    } catch {
      continue;
    }
    yield* objectsIn(value, 0);
  }
}

/** Without the marks that keep it from old browsers, and with blanks for breaks inside its texts. */
function unwrap(text: string): string {
  return text.replace(/<!--|-->|(?:\/[/*]\s*)?(?:<!\[CDATA\[|\]\]>)(?:\s*\*\/)?|\s+/g, ' ');
}

function* objectsIn(value: unknown, depth: number): Generator<LinkedItem> {
  if (typeof value !== 'object' || value === null || depth > MOST_DEPTH) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* objectsIn(item, depth + 1);
    return;
  }
  const item = value as LinkedItem;
  yield item;
  yield* objectsIn([item['@graph'], item.mainEntity], depth);
}
