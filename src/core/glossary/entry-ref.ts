/** Names an entry, and what its name tells by itself. */

/** Names one entry in the whole library: `<glossary id>/<entry id>`. */
export type EntryRef = string;

/** The id of the glossary that an entry is of. */
export const glossaryOf = (ref: EntryRef): string => ref.slice(0, ref.indexOf('/'));
