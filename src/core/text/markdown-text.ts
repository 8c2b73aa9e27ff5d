/** Escapes plain text and addresses for Markdown. */

/**
 * Escape plain text for one line of Markdown: it makes no emphasis, link, picture, code, HTML,
 * character reference, heading, list or fence. Each run of white space becomes one blank, so that
 * the text stays on its line.
 */
export function escapeText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~&#]/g, '\\$&')
    .replace(/^(?=[-+=:])/, '\\')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\');
}

/**
 * Escape an address for the target of a link or for angle brackets: characters that could close
 * either, or be read as Markdown or as a character reference, are percent-encoded.
 */
export function escapeAddress(address: string): string {
  return address.replace(
    /[\s()<>\\`"|*[\]]|&(?=#?\w+;)/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
