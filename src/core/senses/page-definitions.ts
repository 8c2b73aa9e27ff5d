/** Keeps a page's own definitions and finds the one that governs an occurrence. */
import { compareLongForms } from '../definitions/compare-long-forms.ts';
import type { Definition } from '../definitions/definition.ts';
import { usualLetters } from '../text/same-letters.ts';
import type { TextBlock } from '../text/text-block.ts';

/** A definition and the block in which it stands. */
export interface PlacedDefinition {
  readonly definition: Definition;
  readonly block: TextBlock;
}

/** All definitions of a page, by short form. */
export type Glossed = Map<string, PlacedDefinition[]>;

/** The key of a short form: the same with a plural or possessive s, but case matters. */
export function shortKey(short: string): string {
  const plain = usualLetters(short)
    .replace(/[\s\u00ad\u200b-\u200d]+/g, ' ')
    .replace(/[’']s$/, '');
  return /[A-Z]s$/.test(plain) ? plain.slice(0, -1) : plain;
}

/** Most definitions of one short form: no page that a person wrote has more. */
const MOST_PLACES = 100;

export function addDefinition(glossed: Glossed, block: TextBlock, definition: Definition): void {
  const key = shortKey(definition.short);
  const places = glossed.get(key);
  if (!places) glossed.set(key, [{ definition, block }]);
  else if (places.length < MOST_PLACES) places.push({ definition, block });
}

/** Forget the definitions of a block; returns the short forms that it defined. */
export function removeDefinitions(
  glossed: Glossed,
  block: TextBlock,
  definitions: readonly Definition[],
): string[] {
  const keys = [...new Set(definitions.map(({ short }) => shortKey(short)))];
  for (const key of keys) {
    const left = glossed.get(key)?.filter((place) => place.block !== block) ?? [];
    if (left.length > 0) glossed.set(key, left);
    else glossed.delete(key);
  }
  return keys;
}

/** Whether the short form of a definition is the one at an offset of a block. */
export const isPlaceOf = (place: PlacedDefinition, block: TextBlock, at: number): boolean =>
  place.block === block && place.definition.shortSpan.start === at;

/** The definition that governs an occurrence, and how certain that is. */
interface Governing extends PlacedDefinition {
  /** It stands before the occurrence, or the occurrence is its short form. */
  readonly isBefore: boolean;
  /** It stands in the same section and so is valid. Elsewhere the subject may have changed. */
  readonly isLocal: boolean;
}

/**
 * Find the definition that governs an occurrence: the nearest before it in its section, else the
 * next one in its section, else, if all definitions of the page agree, the nearest one elsewhere.
 *
 * @param written - The occurrence as written.
 * @param at - Where the occurrence begins in the text of `block`.
 */
export function findGoverning(
  glossed: Glossed,
  written: string,
  block: TextBlock,
  at: number,
): Governing | null {
  const places = glossed.get(shortKey(written));
  if (!places) return null;
  let before: PlacedDefinition | null = null;
  let after: PlacedDefinition | null = null;
  for (const place of places) {
    if (isBefore(place, block, at)) {
      if (!before || comesLater(place, before)) before = place;
    } else if (!after || comesLater(after, place)) after = place;
  }
  const { section } = block;
  if (before?.block.section === section) return { ...before, isBefore: true, isLocal: true };
  if (after?.block.section === section) return { ...after, isBefore: false, isLocal: true };
  if (!isOneMeaning(places)) return null;
  if (before) return { ...before, isBefore: true, isLocal: false };
  return after && { ...after, isBefore: false, isLocal: false };
}

function isBefore({ block, definition }: PlacedDefinition, other: TextBlock, at: number): boolean {
  return block === other ? definition.shortSpan.start <= at : block.order < other.order;
}

function comesLater(one: PlacedDefinition, other: PlacedDefinition): boolean {
  if (one.block !== other.block) return one.block.order > other.block.order;
  return one.definition.shortSpan.start > other.definition.shortSpan.start;
}

/** Comparisons of definitions, with their number then, since each occurrence needs one. */
const compared = new WeakMap<readonly PlacedDefinition[], { count: number; isOne: boolean }>();

function isOneMeaning(places: readonly PlacedDefinition[]): boolean {
  const known = compared.get(places);
  if (known?.count === places.length) return known.isOne;
  const isOne = compareMeanings(places);
  compared.set(places, { count: places.length, isOne });
  return isOne;
}

function compareMeanings(places: readonly PlacedDefinition[]): boolean {
  const first = places[0]?.definition.long ?? '';
  return places.every(({ definition: { long } }) => {
    if (/[가-힣]/.test(long) !== /[가-힣]/.test(first)) return true;
    return compareLongForms(long, [first]) === 'same';
  });
}
