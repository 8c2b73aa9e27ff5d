/** What the text says of a drafted entry, for the reviewer to take, leave or mend. */

import * as v from 'valibot';
import type { TextSource } from '../articles/text-source.ts';
import type { DraftClaim, DraftEntry } from '../draft/format/draft-types.ts';
import { dateOrPart } from '../glossary/fields.ts';
import type { Claim } from '../glossary/glossary.ts';
import { isAhead } from '../glossary/partial-date.ts';
import type { KnownEntry } from './known-entries.ts';
import type { ClaimEdit } from './review-types.ts';
import { nameSource } from './source-id.ts';
import { onOneLine, sayOf } from './wording.ts';

/** Confidence from which on a claim is taken unless the reviewer leaves it. */
const WORTH = 0.5;

/** A claim that the reviewer can take (`on`), leave or mend. */
export interface ProposedClaim {
  readonly id: string;
  readonly claim: DraftClaim;
  readonly on: boolean;
  readonly text: string;
  /** What happened when, as drafted or mended; the date as typed, right or wrong. Null: no event. */
  readonly when: Required<Pick<NonNullable<Claim['when']>, 'date' | 'what'>> | null;
  /** Who says so; empty: the text itself. */
  readonly by: string;
  /** The source that it is from by the reader's word; null: the text. */
  readonly from: TextSource | null;
  /** The day of its source; null where that is not known. */
  readonly asOf: string | null;
}

/** The id of a claim, from its place: it stays the same when the day of the text is changed. */
const claimIdOf = ({ start, end, form }: DraftClaim): string => `${start}-${end}-${form}`;

/** Propose claims, without those already known. Sentences that only mention the thing are off. */
export function proposeClaims(
  { claims }: DraftEntry,
  known: KnownEntry | null,
  gloss: DraftClaim | null,
  subject: string,
  edits: readonly ClaimEdit[],
): ProposedClaim[] {
  const told = new Set(
    known?.told.entry.claims.flatMap(({ text, quote }) => [text, quote ?? text].map(onOneLine)),
  ).add(onOneLine(known?.told.entry.gloss ?? ''));
  const seen = new Set<string>();
  const sayHere = (claim: DraftClaim) => sayOf(subject, claim.says ?? claim.quote);
  const dated = new Set(claims.filter(({ when }) => when.length > 0).map(sayHere));
  // A passage with several dates makes one claim for each.
  const numbers = new Map<string, number>();
  return claims.flatMap((claim) => {
    const quote = onOneLine(claim.quote);
    const text = sayHere(claim);
    const said = `${text} ${claim.when[0]?.date ?? ''}`;
    const isTwice = seen.has(said) || (claim.when.length === 0 && dated.has(text));
    if (told.has(quote) || told.has(text) || (isTwice && claim !== gloss)) return [];
    seen.add(said);
    const place = claimIdOf(claim);
    const number = (numbers.get(place) ?? 0) + 1;
    numbers.set(place, number);
    const id = number > 1 ? `${place}-${number}` : place;
    // A claim that became the gloss is not repeated, unless it has a date.
    const isGloss = known === null && claim === gloss && claim.when.length === 0;
    const isWanted = claim.form !== 'mentions' && claim.confidence >= WORTH && !isGloss;
    const edit = edits.find((each) => each.id === id);
    return [{ id, claim, ...mend(claim, { on: isWanted, text }, edit) }];
  });
}

/** A claim as the reviewer has it. */
function mend(
  claim: DraftClaim,
  drafted: Pick<ProposedClaim, 'on' | 'text'>,
  edit: ClaimEdit | undefined,
): Omit<ProposedClaim, 'id' | 'claim'> {
  const from = edit?.from ? { ...edit.from, id: nameSource(edit.from) } : null;
  return {
    on: edit?.on ?? drafted.on,
    text: edit?.text ?? drafted.text,
    when: whenOf(claim, edit),
    by: edit?.by ?? claim.said_by ?? '',
    from,
    asOf: from === null ? claim.asOf : from.published,
  };
}

/** A claim of a glossary has one date: the first, unless it was mended. */
function whenOf({ when: [first] }: DraftClaim, edit: ClaimEdit | undefined): ProposedClaim['when'] {
  const what = edit?.what === undefined ? (first?.what ?? null) : edit.what;
  return what === null ? null : { what, date: (edit?.date ?? first?.date ?? '').trim() };
}

/** What is wrong with a date: it is none, or what happened on it lies after the claim's source. */
export type DateFault = 'dateForm' | 'dateAhead';

/** Whether a text is a day, a month or a year of the calendar, as a glossary has it. */
export const isDate = (text: string): boolean => v.is(dateOrPart, text);

/** Find what is wrong with the date of a claim, as the check of a glossary does. */
export function findDateFault({
  when,
  asOf,
}: Pick<ProposedClaim, 'when' | 'asOf'>): DateFault | null {
  if (when === null) return null;
  if (!isDate(when.date)) return 'dateForm';
  return asOf !== null && isAhead(when, asOf) ? 'dateAhead' : null;
}
