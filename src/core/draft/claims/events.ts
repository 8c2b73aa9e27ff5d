/** Events that a sentence dates: what they have in common in either language. */

import type { Span } from '../../text/span.ts';
import type { FoundDate } from '../dates/found-date.ts';
import type { DraftEvent, DraftWhen } from '../format/draft-types.ts';
import type { NamedSpan } from '../names/mentions.ts';
import { uses } from '../prose/heuristics.ts';
import type { Verb } from './verbs.ts';

/** Something that happened to a body, or is to happen; the span holds body, verb and date. */
export interface DatedEvent extends Span {
  readonly mention: NamedSpan;
  readonly when: DraftWhen;
  /** The verb, where an English one tells it. */
  readonly verb?: Verb;
  /** Whether other statements stand between the body and the verb. */
  readonly isApart: boolean;
}

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:first|inaugural|1st)\b|첫|제?1차/i, 1],
  [/\b(?:second|2nd)\b|두 번째|제?2차/i, 2],
  [/\b(?:third|3rd)\b|세 번째|제?3차/i, 3],
  [/\b(?:fourth|4th)\b|네 번째|제?4차/i, 4],
  [/\b(?:fifth|5th)\b|다섯 번째|제?5차/i, 5],
];

/** The number of a meeting in its series (2 for "the second meeting"); 0 if the words give none. */
export function readOrdinal(words: string): number {
  return ORDINALS.find(([pattern]) => pattern.test(words))?.[1] ?? 0;
}

/**
 * Date an event.
 *
 * What is planned has the coming one of two dates, what has happened the one before. Nothing has
 * happened after the day of its text, and nothing that is over by then is still planned.
 *
 * @param published - Day of the text, ISO; null where nobody knows it.
 * @param ordinal - Which one of its row; 0 where nobody counts.
 * @returns null where the date and the event contradict each other.
 */
export function createWhen(
  words: string,
  date: FoundDate,
  what: DraftEvent,
  published: string | null,
  ordinal = 0,
): DraftWhen | null {
  const isPlan = what === 'planned';
  const resolved = isPlan ? date.ahead : date.past;
  if (resolved === null) return null;
  const day = published?.slice(0, resolved.length);
  if (day !== undefined && uses('contradiction') && (isPlan ? resolved < day : resolved > day))
    return null;
  return {
    date: resolved,
    what,
    ...(ordinal > 0 && { ordinal }),
    words: words.slice(date.start, date.end),
  };
}
