/**
 * The attributes that decide whether text is read and that pages change while they are read. The
 * scout has this file too, so it imports nothing.
 */

export const WATCHED_ATTRIBUTES = ['contenteditable', 'aria-hidden'];

/** Elements whose text is not read while they have `aria-hidden`: see `UNTOUCHED`. */
const HIDEABLE = /^(?:p|blockquote|aside|figure)$/i;

/**
 * Whether a record may be of a change of text that is read: many pages hide icons so. A form may
 * give us one of its fields for its name, which is none of these names either.
 */
export const mayTell = ({ attributeName, target }: MutationRecord): boolean =>
  attributeName !== 'aria-hidden' || HIDEABLE.test(target.nodeName);
