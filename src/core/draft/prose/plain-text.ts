/** A text as names are searched in it. */

/** A text with its white space made plain: as long as the text, so that offsets stay. */
export interface Plain {
  readonly text: string;
  readonly lower: string;
}

/** Make white space plain and small letters comparable, character by character. */
export function makePlain(text: string): Plain {
  const plain = text.replace(/[\n\r\t\u00a0]/g, ' ');
  const lower = plain.toLowerCase();
  // A few capitals become longer in lower case. In a text with one, names are found only as they
  // are written.
  return { text: plain, lower: lower.length === plain.length ? lower : plain };
}
