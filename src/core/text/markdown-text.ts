/** Plain text and addresses, written so that Markdown makes nothing else of them. */

/**
 * Write plain text into a line of Markdown: no emphasis, link, picture, code, HTML, reference to a
 * character, heading, list or fence comes of it. White space becomes one blank, so that no text ends
 * its line.
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
 * Write an address as the target of a link or between angle brackets: what could close either, or
 * would be read as a mark or a character reference, is percent-encoded.
 */
export function escapeAddress(address: string): string {
  return address.replace(
    /[\s()<>\\`"|*[\]]|&(?=#?\w+;)/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
