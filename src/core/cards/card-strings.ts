/** The words of cards in the reader's language: passed in, since the core cannot know it. */
import type { EVENTS, KINDS, RELATIONS } from '../glossary/glossary.ts';

type Kind = (typeof KINDS)[number];
export type EventName = (typeof EVENTS)[number];
type RelationName = (typeof RELATIONS)[number];

/** All words of a card that do not come from a glossary or page. */
export interface CardStrings {
  /** Language tag of these words; dates and countries are written in it too. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly kinds: Readonly<Record<Kind, string>>;
  /** "Met", "Signed": what happened at a date. */
  readonly events: Readonly<Record<EventName, string>>;
  /** "Modelled on", "Part of": stands before the other entry's name. */
  readonly relations: Readonly<Record<RelationName, string>>;
  /** "as of 16 March 2022" */
  asOf(date: string): string;
  /** "According to the Asan Institute" */
  saidBy(who: string): string;
  /** "added by the glossary “Harbour terms”" */
  from(glossary: string): string;
  /** "may have changed since" */
  readonly aged: string;
  /** "Based on Korea JoongAng Daily" */
  basis(sources: string): string;
  /** The name that is shown for a source of general knowledge. */
  readonly background: string;
  /** On the button that unfolds all statements and relations. */
  readonly more: string;
  /** "Why here" */
  readonly why: string;
  reasonName(name: string): string;
  reasonDefined(long: string): string;
  reasonEvidence(words: string): string;
  readonly reasonOwn: string;
  /** The kind that is shown for a term that only the page defines. */
  readonly own: string;
  /** Stands before the level at which a body meets. */
  readonly level: string;
  readonly timeline: string;
  /** Marks the page's own date on the timeline. */
  readonly thisPage: string;
  readonly back: string;
  /** The heading of the table, and those of its rows. */
  readonly which: string;
  readonly who: string;
  readonly since: string;
  readonly meetings: string;
  /** On a claim for which another source has another date. */
  readonly differs: string;
  /** Stands before the titles of other glossaries that have the entry too. */
  readonly alsoIn: string;
  /** Stands before the other meanings of the same letters. */
  readonly others: string;
  /** The actions, and the message that follows each. */
  readonly actions: string;
  /** On the link that looks the term up elsewhere: “Look it up on search.example”. */
  lookUpOn(host: string): string;
  readonly pin: string;
  readonly close: string;
  readonly copy: string;
  readonly copied: string;
  readonly uncopied: string;
  readonly know: string;
  readonly known: string;
  readonly notHere: string;
  readonly quietHere: string;
  readonly undo: string;
  readonly unsaved: string;
  /** On a term that only the page defines: the origin of its words, and the button to it. */
  readonly fromPage: string;
  readonly showPlace: string;
  /** “NPG” is in several entries; is in none. */
  several(text: string): string;
  none(text: string): string;
  readonly loading: string;
  /** The entry is no longer in the library. */
  readonly gone: string;
  /** The library cannot be reached. */
  readonly failed: string;
}

/** The key of each text in the locale files: `card.asOf`, `card.kinds.body` … */
export type CardKey =
  | `card.${Exclude<keyof CardStrings, 'kinds' | 'events' | 'relations'>}`
  | `card.kinds.${Underscored<Kind>}`
  | `card.events.${EventName}`
  | `card.relations.${Underscored<RelationName>}`;

/** `think tank` → `think_tank`, as keys are written. */
type Underscored<T extends string> = T extends `${infer A} ${infer B}`
  ? `${A}_${Underscored<B>}`
  : T;

/**
 * Read the card's words.
 *
 * @param translate - Looks a key up and puts the values in place of `$1`, `$2` ….
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table with a line for each string
export function readCardStrings(
  translate: (key: CardKey, values?: string[]) => string,
): CardStrings {
  const text = (key: keyof CardStrings & string) => translate(`card.${key}` as CardKey);
  const kind = (key: Underscored<Kind>) => translate(`card.kinds.${key}`);
  const event = (key: EventName) => translate(`card.events.${key}`);
  const relation = (key: Underscored<RelationName>) => translate(`card.relations.${key}`);
  return {
    language: text('language'),
    direction: text('direction') === 'rtl' ? 'rtl' : 'ltr',
    kinds: {
      body: kind('body'),
      alliance: kind('alliance'),
      command: kind('command'),
      force: kind('force'),
      ministry: kind('ministry'),
      'think tank': kind('think_tank'),
      meeting: kind('meeting'),
      agreement: kind('agreement'),
      law: kind('law'),
      program: kind('program'),
      exercise: kind('exercise'),
      weapon: kind('weapon'),
      concept: kind('concept'),
      place: kind('place'),
    },
    events: {
      founded: event('founded'),
      met: event('met'),
      signed: event('signed'),
      lapsed: event('lapsed'),
      planned: event('planned'),
      announced: event('announced'),
      said: event('said'),
      reported: event('reported'),
    },
    relations: {
      'modelled on': relation('modelled_on'),
      'rests on': relation('rests_on'),
      'part of': relation('part_of'),
      'set up by': relation('set_up_by'),
      'carries out': relation('carries_out'),
      concerns: relation('concerns'),
      'met at': relation('met_at'),
      'confused with': relation('confused_with'),
    },
    asOf: (date) => translate('card.asOf', [date]),
    saidBy: (who) => translate('card.saidBy', [who]),
    from: (glossary) => translate('card.from', [glossary]),
    aged: text('aged'),
    basis: (sources) => translate('card.basis', [sources]),
    background: text('background'),
    more: text('more'),
    why: text('why'),
    reasonName: (name) => translate('card.reasonName', [name]),
    reasonDefined: (long) => translate('card.reasonDefined', [long]),
    reasonEvidence: (words) => translate('card.reasonEvidence', [words]),
    reasonOwn: text('reasonOwn'),
    own: text('own'),
    lookUpOn: (host) => translate('card.lookUpOn', [host]),
    level: text('level'),
    timeline: text('timeline'),
    thisPage: text('thisPage'),
    back: text('back'),
    which: text('which'),
    who: text('who'),
    since: text('since'),
    meetings: text('meetings'),
    differs: text('differs'),
    alsoIn: text('alsoIn'),
    others: text('others'),
    actions: text('actions'),
    pin: text('pin'),
    close: text('close'),
    copy: text('copy'),
    copied: text('copied'),
    uncopied: text('uncopied'),
    know: text('know'),
    known: text('known'),
    notHere: text('notHere'),
    quietHere: text('quietHere'),
    undo: text('undo'),
    unsaved: text('unsaved'),
    fromPage: text('fromPage'),
    showPlace: text('showPlace'),
    several: (selected) => translate('card.several', [selected]),
    none: (selected) => translate('card.none', [selected]),
    loading: text('loading'),
    gone: text('gone'),
    failed: text('failed'),
  };
}
