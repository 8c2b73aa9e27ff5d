/** Signs: names, cues and owners as evidence. */
import type { EntryRef } from '../glossary/entry-ref.ts';

/** `ours`: for the entry. `rival`: against it. `owner`: its country is named as a name's owner. */
export type Side = 'ours' | 'rival' | 'owner';

/** A name, cue or owner that is evidence for or against an entry. */
export interface Sign {
  readonly ref: EntryRef;
  readonly side: Side;
  readonly weight: number;
  /** As shown to the reader. */
  readonly words: string;
}

/** A place at which a sign stands; the span is in UTF-16 code units of the block. */
export interface Hit {
  readonly sign: Sign;
  readonly start: number;
  readonly end: number;
}

/** Weights of signs, fitted on the development half of `tests/eval/data`. */
export const WEIGHT = {
  /** A name of the same entry that means nothing else. */
  name: 3,
  /** Such a name of an entry that is related to it, in either direction. */
  relative: 1.5,
  /** Such a name of another entry of the same glossary. */
  neighbour: 0.6,
  /** A name of a related entry that may mean something else too. */
  unsure: 0.5,
  cue: 1,
  rivalName: 3,
  rivalCue: 1,
  /** The country that owns a shared name. */
  owner: 3,
} as const;

/** Whether a sign is a name of the entry itself that means nothing else. */
export const isOwnName = ({ side, weight }: Sign): boolean =>
  side === 'ours' && weight === WEIGHT.name;
