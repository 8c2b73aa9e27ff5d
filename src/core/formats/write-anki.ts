/** Writes entries as notes that Anki reads ("Text file", separated by tabs). */

import type { Entry, Glossary } from '../glossary/glossary.ts';

/** The lines by which Anki (2.1.54 or newer) knows the columns, and that texts are not HTML. */
const HEAD = ['#separator:tab', '#html:false', '#columns:Front\tBack\tTags', '#tags column:3'];

/**
 * Write a glossary as notes: in front the term, on the back its other names and what it is, and the
 * glossary and the kind of entry as tags.
 */
export function glossaryToAnki({ id, entries }: Pick<Glossary, 'id' | 'entries'>): string {
  const notes = entries.map((entry) => noteOf(entry, id).map(writeField).join('\t'));
  return [...HEAD, ...notes, ''].join('\n');
}

function noteOf({ names, gloss, kind }: Entry, glossary: string): string[] {
  const [first, ...others] = names.map(({ text }) => text);
  const also = others.join(' · ');
  const back = also === '' || also === gloss ? gloss : `${also} — ${gloss}`;
  // Blanks part tags.
  return [first ?? '', back, `${glossary} ${kind.replaceAll(' ', '-')}`];
}

/** A line that begins with `#` would be a comment, and a quotation mark would open a field. */
const writeField = (text: string): string =>
  /^#|"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
