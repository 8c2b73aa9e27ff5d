/** References to entries. */

/** Identifies one entry in the whole library: `<glossary id>/<entry id>`. */
export type EntryRef = string;

/** The id of the glossary that an entry belongs to. */
export const glossaryOf = (ref: EntryRef): string => ref.slice(0, ref.indexOf('/'));
