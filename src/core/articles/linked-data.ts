/** Reads the JSON-LD of a page: what it says about itself to machines. */

/** One object of JSON-LD. */
export type LinkedItem = Readonly<Record<string, unknown>>;

/** Deepest nesting that is read: newsrooms write none that is deeper. */
const MOST_DEPTH = 12;
/** Longest block that is read, in UTF-16 code units. */
const MOST_LENGTH = 500_000;

/**
 * Read all objects in a page's JSON-LD, with those in arrays, in `@graph`, in `mainEntity` and in
 * `hasDefinedTerm`.
 *
 * @param blocks - The texts of its scripts. One that is no JSON is left out.
 */
export function* readLinkedItems(blocks: Iterable<string>): Generator<LinkedItem> {
  for (const text of blocks) {
    if (text.length > MOST_LENGTH) continue;
    let value: unknown;
    try {
      value = JSON.parse(unwrap(text));
    } catch {
      // No JSON: the other blocks are still read.
      continue;
    }
    yield* objectsIn(value, 0);
  }
}

/** Remove the marks of comments and CDATA around JSON, and line breaks inside its strings. */
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
  yield* objectsIn([item['@graph'], item.mainEntity, item.hasDefinedTerm], depth);
}
