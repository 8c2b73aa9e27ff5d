/** What happened at a date: read from the words around it. */

import type { FoundDate } from './dates.ts';
import type { DraftEvent, DraftWhen } from './draft-types.ts';
import { findAll } from './matches.ts';

/** In the order in which they are believed when several stand equally near. */
const EVENTS: readonly (readonly [what: DraftEvent, words: RegExp])[] = [
  [
    'planned',
    /\b(?:scheduled|slated|planned|due|will|to be held|upcoming)\b|예정|계획|열릴|앞두/gi,
  ],
  [
    'lapsed',
    /\b(?:(?:has|have|had) not (?:met|convened)|lapsed|expired|dormant|suspended|dissolved|disbanded|withdrew|terminated)\b|중단|폐기|만료|해체/gi,
  ],
  [
    'founded',
    /\b(?:established|founded|launched|created|set up|formed|inaugurated|came into being)\b|창설|출범|설립|신설|결성|발족/gi,
  ],
  ['signed', /\b(?:sign(?:ed|ing)|adopted|concluded|ratified|inked)\b|체결|서명|채택/gi],
  [
    'met',
    /\b(?:met|meets?|meetings?|session|conference|summit|convened|took place|held|talks)\b|회의|회담|열렸|개최/gi,
  ],
  ['announced', /\b(?:announced|unveiled|declared)\b|발표/gi],
  ['said', /\b(?:said|told|according to)\b|말했|밝혔|전했/gi],
];

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:first|inaugural|1st)\b|첫|제?1차/i, 1],
  [/\b(?:second|2nd)\b|두 번째|제?2차/i, 2],
  [/\b(?:third|3rd)\b|세 번째|제?3차/i, 3],
  [/\b(?:fourth|4th)\b|네 번째|제?4차/i, 4],
  [/\b(?:fifth|5th)\b|다섯 번째|제?5차/i, 5],
];
/** Words around a date that may tell what happened then. UTF-16 code units. */
const NEAR = 90;
/** "…, Monday, according to": the saying has a date of its own. UTF-16 code units. */
const SAYING = 120;
/** What a verb on the other side of its date counts as further away. UTF-16 code units. */
const WRONG_SIDE = 60;

/** Tell what happened at each date of a passage. */
export function readEvents(words: string, dates: readonly FoundDate[]): DraftWhen[] {
  const isKorean = dates.length > 0 && /[가-힣]/.test(words);
  return dates.map((date) => {
    const from = startOfPart(words, date.start);
    const { what, end } = nearestEvent(words, date, from, isKorean);
    const counts = what === 'met' || what === 'planned';
    const ordinal = counts ? readOrdinal(words.slice(from, Math.max(end, date.end))) : 0;
    return {
      date: date.date,
      what,
      ...(ordinal > 0 && { ordinal }),
      words: words.slice(date.start, date.end),
    };
  });
}

/** Where the part of the sentence begins that holds a date. */
function startOfPart(words: string, at: number): number {
  const before = words.slice(0, at);
  return Math.max(
    before.lastIndexOf(', and '),
    before.lastIndexOf('; '),
    before.lastIndexOf('며 '),
    before.lastIndexOf('고, '),
    0,
  );
}

/** In English the verb stands before the date, in Korean behind it. */
function nearestEvent(
  words: string,
  { start, end }: FoundDate,
  from: number,
  isKorean: boolean,
): { what: DraftEvent; end: number } {
  const left = Math.max(from, start - NEAR);
  const around = words.slice(left, end + NEAR);
  const hits = EVENTS.flatMap(([what, pattern]) =>
    findAll(pattern, around).map(({ 0: match, index }) => ({ what, match, at: left + index })),
  );
  // "On Tuesday the ministry said that …": where nothing has happened yet, the saying is dated.
  const saying = hits.some(({ what, at }) => what !== 'said' && at < start) ? SAYING : 0;
  let best: { what: DraftEvent; end: number; far: number } | null = null;
  for (const { what, match, at } of hits) {
    const before = start - at - match.length;
    const behind = (at - end) * 2 + 4 + (what === 'said' ? saying : 0);
    const inEnglish = at < start ? before : behind;
    const inKorean = at >= end ? at - end : before * 2 + WRONG_SIDE;
    const far = isKorean ? inKorean : inEnglish;
    if (best === null || far < best.far) best = { what, end: at + match.length, far };
  }
  return best ?? { what: 'reported', end };
}

function readOrdinal(words: string): number {
  return ORDINALS.find(([pattern]) => pattern.test(words))?.[1] ?? 0;
}
