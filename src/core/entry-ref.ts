/** What a reference to an entry tells by itself. */
import type { EntryRef } from './mention.ts';

/** The id of the glossary that an entry is of. */
export const glossaryOf = (ref: EntryRef): string => ref.slice(0, ref.indexOf('/'));
