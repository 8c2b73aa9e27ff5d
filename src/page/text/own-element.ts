/** The element that wraps a mention. */

/** Not `mark`: rules for that would style it, and screen readers would say "highlighted". */
export const ELEMENT = 'news-gloss';
