/** The words of cards in the reader's language: passed in, since the core cannot know it. */
import type { EVENTS, KINDS, RELATIONS } from '../glossary/glossary.ts';

type Kind = (typeof KINDS)[number];
type Event = (typeof EVENTS)[number];
type Relation = (typeof RELATIONS)[number];

/** All words of a card that do not come from a glossary or page. */
export interface CardStrings {
  /** Language tag of these words; dates and countries are written in it too. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** A text of the card, with values in place of its `$1`, `$2` …. */
  say(word: CardWord, ...values: string[]): string;
}

/** The texts of a card, by their keys below `card` in the locale files. */
type CardWord =
  // What is said of an entry, its statements and their sources.
  | `kinds.${Underscored<Kind>}`
  | `events.${Event}`
  | `relations.${Underscored<Relation>}`
  | 'asOf'
  | 'saidBy'
  | 'from'
  | 'aged'
  | 'basis'
  | 'background'
  | 'level'
  | 'differs'
  | 'alsoIn'
  | 'others'
  // Why the term is marked.
  | 'why'
  | 'reasonName'
  | 'reasonDefined'
  | 'reasonEvidence'
  | 'reasonOwn'
  | 'own'
  | 'fromPage'
  | 'showPlace'
  // The timeline and the table.
  | 'timeline'
  | 'thisPage'
  | 'which'
  | 'who'
  | 'since'
  | 'meetings'
  // What can be done, and the message that follows.
  | 'actions'
  | 'lookUpOn'
  | 'more'
  | 'back'
  | 'pin'
  | 'close'
  | 'copy'
  | 'copied'
  | 'uncopied'
  | 'know'
  | 'known'
  | 'notHere'
  | 'mutedHere'
  | 'undo'
  | 'unsaved'
  // In place of an entry.
  | 'several'
  | 'none'
  | 'loading'
  | 'gone'
  | 'failed';

/** The key of each text in the locale files: `card.asOf`, `card.kinds.body` … */
export type CardKey = `card.${CardWord | 'language' | 'direction'}`;

/** `think tank` → `think_tank`, as keys are written. */
type Underscored<T extends string> = T extends `${infer A} ${infer B}`
  ? `${A}_${Underscored<B>}`
  : T;

const underscored = <T extends string>(name: T): Underscored<T> =>
  name.replaceAll(' ', '_') as Underscored<T>;

/** The text for a kind of entry. */
export const wordOfKind = (kind: Kind): `kinds.${Underscored<Kind>}` =>
  `kinds.${underscored(kind)}`;

/** The text for a relation, to stand before the other entry's name. */
export const wordOfRelation = (how: Relation): `relations.${Underscored<Relation>}` =>
  `relations.${underscored(how)}`;

/** Looks a key up and puts the values in place of `$1`, `$2` …. */
export type TranslateCard = (key: CardKey, values: string[]) => string;

/** Read the card's words. */
export function readCardStrings(translate: TranslateCard): CardStrings {
  return {
    language: translate('card.language', []),
    direction: translate('card.direction', []) === 'rtl' ? 'rtl' : 'ltr',
    say: (word, ...values) => translate(`card.${word}`, values),
  };
}
