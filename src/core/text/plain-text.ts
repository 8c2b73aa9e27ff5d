/** Makes texts from outside fit for a glossary or a card: plain, on one line, no longer than allowed. */

const GAPS = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** What a glossary refuses: direction marks, invisible characters, fillers, unpaired surrogates. */
const UNSEEN =
  /[\p{Cs}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5|(?![\u200c\u200d])\p{Cf}/gu;

/** Put a text on one line, without characters that are not seen. */
export const toPlainText = (text: string): string =>
  text.replace(UNSEEN, '').replace(GAPS, ' ').trim();

/** The end of a sentence: a mark, perhaps closing quotes, and a blank. */
const SENTENCE_END = /[.!?。！？]["”’)]*\s/g;

/**
 * Shorten a text: behind the last sentence that fits if it fills half of the room, else behind the
 * last whole word, with an ellipsis.
 *
 * @param most - In UTF-16 code units; a text that is no longer stays as it is.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const end = [...head.matchAll(SENTENCE_END)].at(-1);
  if (end && end.index >= most / 2) return head.slice(0, end.index + end[0].length).trimEnd();
  const blank = head.lastIndexOf(' ', most - 1);
  const cut = head.slice(0, blank >= most / 2 ? blank : most - 1);
  // Half of a pair of surrogates would be no character.
  return `${cut.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}
