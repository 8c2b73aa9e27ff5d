/**
 * Count the bytes that a browser counts for a text, in UTF-8. Chromium writes some signs as `\u003C`
 * where it counts, so they are taken for six bytes; for others that is too many, never too few.
 */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) bytes += bytesOfSign(sign.codePointAt(0) ?? 0);
  return bytes;
}

function bytesOfSign(code: number): number {
  if (code === LESS_THAN || code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR) return 6;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

const [LESS_THAN, LINE_SEPARATOR, PARAGRAPH_SEPARATOR] = [0x3c, 0x2028, 0x2029];
