/** Makes lines of the texts of a page whose elements are not known, for a look at what may be marked. */

/** No name is longer, in UTF-16 code units. */
const MOST_NAME = 120;
/** A name is broken into no more pieces than this in the midst of its words. */
const MOST_PIECES = 6;
/** With more places at which two texts touch, it would take longer to look than to read the page. */
const MOST_SEAMS = 500;

/**
 * Lines in which each name stands that stands in a line of the page, with its first and its last word
 * whole. Where two texts touch, a word may go on, as in `N<b>C</b>G`, a line may end, as between the
 * cells of a menu, or `<br>` may stand: all of that is among the lines.
 *
 * @param texts - Of the text nodes that are not blank, in order; the blanks around them are part of
 *   them.
 * @returns Null if the texts touch too often.
 */
export function looseLines(texts: readonly string[]): string[] | null {
  const joined = texts.join('');
  const seams: number[] = [];
  let end = 0;
  texts.forEach((text, i) => {
    const next = texts[i + 1];
    end += text.length;
    if (next && /\S$/.test(text) && /^\S/.test(next)) seams.push(end);
  });
  if (seams.length > MOST_SEAMS) return null;
  const lines = [joined];
  if (seams.length === 0) return lines;
  lines.push([0, ...seams].map((seam, i) => joined.slice(seam, seams[i])).join(' '));
  // What is left are names that begin or end at a seam, and have another one in the midst of a word.
  seams.forEach((seam, i) => {
    if (seam - (seams[i - 1] ?? 0) < MOST_NAME)
      lines.push(joined.slice(Math.max(0, seam - MOST_NAME), seam));
    if ((seams[i + 1] ?? joined.length) - seam < MOST_NAME) {
      lines.push(joined.slice(seam, seam + MOST_NAME));
    }
    for (const other of seams.slice(i + 2, i + 1 + MOST_PIECES)) {
      if (other - seam <= MOST_NAME) lines.push(joined.slice(seam, other));
    }
  });
  return lines;
}
