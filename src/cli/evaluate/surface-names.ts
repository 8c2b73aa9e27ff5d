/** Which entry a painted text names, told from the glossary alone: what a page cannot tell us. */

import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import type { Span } from '../../core/text/span.ts';
import type { FoundMention } from './score.ts';

/** Looks an entry up by one of its names, however it is spelled. */
export type NameTable = (surface: string) => EntryRef | null;

/** Soft hyphens, joiners and the like: in the text, never on the screen. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const HANGUL = /[\uac00-\ud7a3]/;
/** Pieces further on than this are not tried as one name. */
const MOST_PIECES = 12;

/** Make a table of all names of some glossaries; of a name in several the first is told. */
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

/** One spelling for all: case, blanks, hyphens and full stops are set aside. */
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
 * Make mentions of painted pieces: one name may be painted in several, where tags break it.
 *
 * @param pieces - In any order, also nested.
 * @returns The longest run of neighbours that is a name is one mention; every other piece is one.
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
