/** A sign: a name, cue or owner that speaks for one sense of an entry, or against it. */
import type { EntryRef } from '../glossary/entry-ref.ts';

/** `owner`: a country of the entry is named as the owner of a name that bodies of several bear. */
export type Side = 'ours' | 'rival' | 'owner';

/** A sign that speaks for one sense of one entry, or against it. */
export interface Sign {
  readonly ref: EntryRef;
  readonly side: Side;
  readonly weight: number;
  /** As shown to the reader. */
  readonly words: string;
}

/** A sign where it stands. */
export interface Hit {
  readonly sign: Sign;
  readonly start: number;
  readonly end: number;
}

/** Weights of signs, tuned on the development half of `tests/eval/data`. */
export const WEIGHT = {
  /** Another name of the same entry, one that means nothing else. */
  name: 3,
  /** Such a name of an entry that it relates to, either way. */
  relative: 1.5,
  /** Such a name of another entry of the same glossary. */
  neighbour: 0.6,
  /** A name of a relative that may itself mean something else. */
  unsure: 0.5,
  cue: 1,
  rivalName: 3,
  rivalCue: 1,
  /** The country that owns a shared name. */
  owner: 3,
} as const;
