/** A passage with several dates: which part of it each of them dates. */
import type { Span } from '../mention.ts';
import type { DraftWhen } from './draft-types.ts';
import { readEvents } from './events.ts';
import { findAll } from './matches.ts';

/** A date of a passage, with what happened then. */
export interface DatedSpan extends Span {
  readonly when: DraftWhen;
}

/** A part of a passage, and its dates; the one that its verb governs first. */
export interface DatePart extends Span {
  readonly when: readonly DraftWhen[];
  /** Its words; null for the whole passage. */
  readonly says: string | null;
  /** Whether the part stands for itself: its words are not told for another date too. */
  readonly isAlone: boolean;
}

/** Where one statement may end and another begin: before a subject, or a verb of the same subject. */
const JOINT =
  /[;,] (?:and|but|while) |; | and (?=(?:(?:again|later|then|last|since|has|have|had|was|were|will|is|are) )*(?:met|held|was|were|\p{Ll}{2,}ed|be)\b)/gu;
const VERB =
  /\b(?:is|are|was|were|will|has|have|had|met|meets?|held|took|began|came|signed|\p{Ll}{3,}ed)\b/u;

/**
 * Part a passage by its dates, so that each statement has its own.
 *
 * When somebody said it, is no date of what he said: it goes behind the others. Where two things
 * happened, the passage is cut between them, if each part has a verb. Where it cannot be cut, the
 * whole is told once for each date: both hold, and the words do not say which is meant.
 *
 * @param dates - Those inside the passage, in order; offsets count like those of `passage`.
 * @returns In order; the passage as it is where there is nothing to part.
 */
export function partByDates(words: string, passage: Span, dates: readonly DatedSpan[]): DatePart[] {
  if (dates.length < 2) {
    const { start, end } = passage;
    return [{ start, end, when: dates.map(({ when }) => when), says: null, isAlone: true }];
  }
  const told = dates.filter(({ when }) => isEvent(when));
  const isVague = (each: DatedSpan) => told.some((other) => isWithin(each.when, other.when));
  const events = told.filter((each) => !isVague(each));
  const parts: Span[] = [];
  let { start } = passage;
  for (const [k, date] of events.slice(1).entries()) {
    const joint = findJoint(words, events[k]!.end, date.start);
    const isCut =
      joint !== null &&
      VERB.test(words.slice(start, joint.start)) &&
      VERB.test(words.slice(joint.end, passage.end));
    if (!isCut) continue;
    parts.push({ start, end: joint.start });
    start = joint.end;
  }
  return [...parts, { start, end: passage.end }].flatMap((part) => {
    const isInside = (date: Span) => part.start <= date.start && date.end <= part.end;
    const isWhole = part.start === passage.start && part.end === passage.end;
    // A slice keeps the whole text in memory; a copy of it does not.
    const says = isWhole ? null : ` ${words.slice(part.start, part.end)}`.slice(1);
    const inside = dates.filter((date) => isInside(date) && !isVague(date));
    const whens = says === null ? inside.map(({ when }) => when) : readAnew(says, part, inside);
    const own = whens.filter(isEvent);
    const others = whens.filter((when) => !isEvent(when));
    const heads = own.length > 1 ? own.map((when) => [when]) : [own];
    return heads.map((head) => ({
      ...part,
      when: [...head, ...others],
      says,
      isAlone: heads.length === 1,
    }));
  });
}

/** What happened then is told by the words of the part alone. */
const readAnew = (says: string, part: Span, dates: readonly DatedSpan[]): DraftWhen[] =>
  readEvents(
    says,
    dates.map(({ start, end, when }) => ({
      start: start - part.start,
      end: end - part.start,
      date: when.date,
    })),
  );

const isEvent = ({ what }: DraftWhen): boolean => what !== 'said' && what !== 'reported';

/** "In July 2023 … that year": a date that only says less than another one of the same event. */
const isWithin = (one: DraftWhen, other: DraftWhen): boolean =>
  one.what === other.what && one.date !== other.date && other.date.startsWith(one.date);

/** The last place between two dates where a statement may begin. */
function findJoint(words: string, from: number, to: number): Span | null {
  const last = findAll(JOINT, words.slice(from, to)).at(-1);
  if (last === undefined) return null;
  const start = from + last.index;
  return { start, end: start + last[0].length };
}
