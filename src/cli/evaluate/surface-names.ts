/** Finds the entry that a painted text names. A page does not tell it, so the glossary must. */

import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import type { Span } from '../../core/text/span.ts';
import type { FoundMention } from './score.ts';

/** Finds an entry by one of its names, in any spelling. */
export type NameTable = (surface: string) => EntryRef | null;

/** Characters that are in the text but invisible, such as soft hyphens and joiners. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const HANGUL = /[\uac00-\ud7a3]/;
/** The number of pieces that are tried together as one name. */
const MOST_PIECES = 12;

/** Make a table of all names of some glossaries. If several have a name, the first one counts. */
export function createNameTable(glossaries: readonly Glossary[]): NameTable {
  const refs = new Map<string, EntryRef>();
  for (const { id, entries } of glossaries) {
    for (const entry of entries) {
      for (const { text } of entry.names) {
        const spelled = spellOnce(text);
        if (!refs.has(spelled)) refs.set(spelled, `${id}/${entry.id}`);
      }
    }
  }
  return (surface) => {
    const spelled = spellOnce(surface);
    return refs.get(spelled) ?? refs.get(spelled.replace(/s$/, '')) ?? null;
  };
}

/** Unify spellings: ignore case, blanks, hyphens and full stops. */
function spellOnce(surface: string): string {
  const text = surface
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\p{Pd}/gu, ' ')
    .replaceAll('.', '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return HANGUL.test(text) ? text.replaceAll(' ', '') : text;
}

/**
 * Combine painted pieces into mentions, since a name is painted in several pieces where tags
 * interrupt it.
 *
 * @param pieces - In any order, also nested.
 * @returns One mention for each longest run of adjacent pieces that is a name, and one for every
 *   other piece.
 */
export function joinPieces(
  text: string,
  pieces: readonly Span[],
  entryOf: NameTable,
): FoundMention[] {
  const open = pieces.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const mentions: FoundMention[] = [];
  for (let i = 0; i < open.length; ) {
    const { start, end } = open[i]!;
    let last = { end, index: i };
    for (let next = i, reached = end; next < open.length && next < i + MOST_PIECES; next++) {
      const piece = open[next]!;
      if (!isBlank(text.slice(reached, piece.start))) break;
      reached = Math.max(reached, piece.end);
      if (entryOf(text.slice(start, reached))) last = { end: reached, index: next };
    }
    const surface = text.slice(start, last.end);
    mentions.push({ start, end: last.end, surface, ref: entryOf(surface) });
    i = last.index + 1;
  }
  return mentions;
}

function isBlank(text: string): boolean {
  return text.replace(INVISIBLE, '').trim() === '';
}
