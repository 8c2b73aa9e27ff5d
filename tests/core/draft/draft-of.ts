/** What a draft of one text says, in short. */

import { draftGlossary } from '../../../src/core/draft/draft-glossary.ts';
import type { DraftEntry } from '../../../src/core/draft/format/draft-types.ts';

/** Draft a text of Wednesday, 14 February 2024. */
const draftOf = (text: string): readonly DraftEntry[] =>
  draftGlossary([{ id: 'a', publisher: 'P', title: 'T', published: '2024-02-14', text }]).entries;

/** The entry that bears a name, with its events: "met 2024-02". */
export function eventsOf(text: string, name: string): readonly string[] {
  const entry = draftOf(text).find(({ names }) => names.some((it) => it.text === name));
  if (entry === undefined) throw new Error(`no ${name}`);
  return entry.claims.flatMap(({ when }) => when.map((it) => `${it.what} ${it.date}`));
}

/** The surest explanation of what bears a name; null where there is none. */
export function glossOf(text: string, name: string): string | null {
  const entry = draftOf(text).find(({ names }) => names.some((it) => it.text === name));
  if (entry === undefined) throw new Error(`no ${name}`);
  const glosses = entry.claims.filter(({ form }) => form === 'defines' || form === 'describes');
  const [best] = glosses.toSorted((a, b) => b.confidence - a.confidence);
  return best?.says ?? best?.quote ?? null;
}

/** The names of each entry, those of one entry beside each other. */
export const namesOf = (text: string): readonly string[] =>
  draftOf(text).map(({ names }) => names.map((it) => it.text).join(' / '));
