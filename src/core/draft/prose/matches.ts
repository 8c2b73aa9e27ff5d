/** All matches of a pattern, for patterns that are tried on every sentence. */

const NONE: readonly RegExpExecArray[] = [];

/**
 * Find all matches of a global pattern.
 *
 * `matchAll` copies its pattern each time, which on a sentence costs as much as the search itself.
 */
export function findAll(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    // Go on behind a whole character: between the two halves of a surrogate pair the same place
    // would be found again.
    if (match[0] === '') {
      pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    }
    match = pattern.exec(text);
  }
  return found;
}
