/** Makes the table that compares an entry with others; its cells have sources. */

import type { Relation } from '../glossary/glossary.ts';
import { formatDate } from '../glossary/partial-date.ts';
import type { LaidClaim } from '../library/supplements.ts';
import type { Told } from '../library/told.ts';
import type { CardCell, CardTable } from './card-content.ts';
import { chooseNames } from './card-names.ts';
import type { CardStrings } from './card-strings.ts';
import { dateSource, describeParty } from './card-words.ts';
import { wordStatement } from './claim-words.ts';

/** Fewest rows of a table: a smaller one says no more than the cards do. */
const FEWEST_ROWS = 2;

/** Words that make a planned event a meeting. */
const MEETING = /\b(?:meet|meets|meeting|session|round|summit|talks)\b|회의|회담|만나/i;

/** One statement of a cell, before its source gets a number. */
interface Part {
  readonly text: string;
  readonly lang: string;
  /** Null if the glossary lacks the source, which `parseGlossary` rules out. */
  readonly source: string | null;
}

/**
 * Compare entries in a table.
 *
 * @param entries - The entry of the card first.
 * @returns The table, or null if the sources say too little. A cell may be empty. Rows without any
 *   statement are left out, and so are other entries without any.
 */
export function compareEntries(entries: readonly Told[], strings: CardStrings): CardTable | null {
  const possible = rowsOf(strings);
  const all = entries.filter(
    (told, i) => i === 0 || possible.some(({ read }) => read(told, strings).length > 0),
  );
  if (all.length < 2) return null;
  const sources: string[] = [];
  const number = (name: string) => {
    if (!sources.includes(name)) sources.push(name);
    return sources.indexOf(name) + 1;
  };
  const rows = possible
    .map(({ label, read }) => ({ label, cells: all.map((told) => read(told, strings)) }))
    .filter(({ cells }) => cells.some((parts) => parts.length > 0))
    .map(({ label, cells }) => ({
      label,
      cells: cells.map((parts) => numberParts(parts, number)),
    }));
  if (rows.length < FEWEST_ROWS) return null;
  const heads = all.map(({ entry, ref }) => ({
    ref,
    title: chooseNames(entry.names, strings.language).title,
  }));
  return { heads, rows, sources };
}

type ReadCell = (told: Told, strings: CardStrings) => Part[];

function rowsOf(strings: CardStrings): readonly { label: string; read: ReadCell }[] {
  return [
    { label: strings.say('who'), read: readParties },
    { label: strings.say('level'), read: readLevel },
    { label: strings.say('since'), read: readBeginning },
    { label: strings.say('meetings'), read: readMeetings },
    { label: strings.say('relations.modelled_on'), read: readRelation('modelled on') },
    { label: strings.say('relations.rests_on'), read: readRelation('rests on') },
  ];
}

function numberParts(parts: readonly Part[], number: (source: string) => number): CardCell[] {
  return parts.map(({ text, lang, source }) => ({
    text: { text, lang },
    source: source === null ? null : number(source),
  }));
}

function readParties(told: Told, strings: CardStrings): Part[] {
  const { entry } = told;
  if (entry.parties.length === 0) return [];
  const names = entry.parties.map((party) => describeParty(party, told, strings).name);
  const text = new Intl.ListFormat(strings.language).format(names);
  const [first] = entry.basis;
  const source = told.sources.find(({ id }) => id === first);
  const published = source?.published ?? '';
  return [
    {
      text,
      lang: strings.language,
      source: source ? dateSource(source, published, strings) : null,
    },
  ];
}

function readLevel(told: Told, strings: CardStrings): Part[] {
  const { level } = told.entry;
  if (!level) return [];
  const { text, saidBy } = wordStatement(level, told.language, strings);
  const words = [text.text, ...(saidBy === null ? [] : [saidBy])].join(' · ');
  return [{ text: words, lang: text.lang, source: sourceOf(told, level, strings) }];
}

function readBeginning(told: Told, strings: CardStrings): Part[] {
  const wanted = told.entry.kind === 'agreement' ? 'signed' : 'founded';
  const isBeginning = ({ when, from }: LaidClaim) => from === undefined && when?.what === wanted;
  return datesOf(told, isBeginning, strings).slice(-1);
}

function readMeetings(told: Told, strings: CardStrings): Part[] {
  const isMeeting = ({ text, when }: LaidClaim) =>
    when?.what === 'met' || (when?.what === 'planned' && MEETING.test(`${text} ${when.label}`));
  return datesOf(told, isMeeting, strings);
}

/**
 * List the dates of some claims, newest first, each once. A year is left out if a date in it is
 * known for the same event. A planned event is marked as such.
 */
function datesOf(told: Told, isMeant: (claim: LaidClaim) => boolean, strings: CardStrings): Part[] {
  const dated = told.entry.claims
    .filter(isMeant)
    .flatMap(({ when, source, asOf }) => (when ? [{ ...when, source, asOf }] : []));
  dated.sort((a, b) => (a.date < b.date ? 1 : -1));
  const plain = dated.filter(
    ({ what, date }) =>
      !dated.some((other) => other.what === what && other.date.startsWith(`${date}-`)),
  );
  const parts = plain.map((event) => {
    const date = formatDate(event.date, strings.language);
    const text = event.what === 'planned' ? `${strings.say('events.planned')}: ${date}` : date;
    return { text, lang: strings.language, source: sourceOf(told, event, strings) };
  });
  return parts.filter(({ text }, i) => parts.findIndex((other) => other.text === text) === i);
}

function readRelation(how: Relation['how']): ReadCell {
  return (told, strings) =>
    told.entry.related.flatMap((relation, i) => {
      const { name, lang = told.language } = told.related[i] ?? {};
      if (relation.how !== how || name === undefined) return [];
      const asOf = told.sources.find(({ id }) => id === relation.source)?.published ?? '';
      const source = sourceOf(told, { ...relation, asOf }, strings);
      return [{ text: name, lang, source }];
    });
}

function sourceOf(
  { sources }: Told,
  { source: id, asOf }: { readonly source: string; readonly asOf: string },
  strings: CardStrings,
): string | null {
  const source = sources.find((each) => each.id === id);
  return source ? dateSource(source, asOf, strings) : null;
}
