/** The element that wraps a mention. */

/** Ours alone: rules for `mark` do not reach it, and no screen reader says "highlighted" at it. */
export const ELEMENT = 'news-gloss';
