/** The list of names that one text gives to things. */
import type { Span } from '../../text/span.ts';
import type { DraftKind, NameSign } from '../format/draft-types.ts';
import type { Passage } from '../prose/passage.ts';
import type { Plain } from '../prose/plain-text.ts';

/** One name of one thing, at the place where the text first uses it so. */
export interface ArticleName extends Span {
  readonly key: string;
  readonly text: string;
  readonly role: 'short' | 'long' | 'alias';
  readonly sign: NameSign;
  readonly kind: DraftKind | null;
  readonly confidence: number;
}

const CONFIDENCE: Readonly<Record<NameSign, number>> = {
  defined: 0.95,
  alias: 0.9,
  named: 0.8,
  concept: 0.6,
  actor: 0.6,
  venue: 0.5,
  undefined: 0.5,
};
/** What a caption alone names. */
const IN_CAPTION = 0.5;

/** A text that names more things is no article: the rest of them is not looked at. */
const MAX_NAMES = 1_000;
type FoundName = Pick<ArticleName, 'key' | 'role' | 'sign' | 'kind'>;

/** The names found up to now. */
export interface Names {
  /** @returns Whether the span lies in a passage. */
  readonly add: (span: Span, found: FoundName) => boolean;
  readonly list: () => ArticleName[];
}

export function createNames(plain: Plain, passages: readonly Passage[]): Names {
  const names = new Map<string, ArticleName>();
  return {
    add: ({ start, end }, found) => {
      const passage = passageAt(passages, start);
      if (passage === undefined || end > passage.end || found.key === '') return false;
      if (passage.kind === 'break' || passage.kind === 'item') return false;
      const text = plain.text.slice(start, end).replace(/ +/g, ' ');
      const id = `${found.key}\n${text}`;
      const factor = passage.kind === 'caption' ? IN_CAPTION : 1;
      const confidence = CONFIDENCE[found.sign] * factor;
      const known = names.get(id);
      const isBetter = known === undefined ? names.size < MAX_NAMES : known.confidence < confidence;
      if (isBetter) names.set(id, { start, end, text, ...found, confidence });
      return true;
    },
    list: () => [...names.values()],
  };
}

/** By halving: passages stand in order. */
function passageAt(passages: readonly Passage[], at: number): Passage | undefined {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passages[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  const passage = passages[low];
  return passage !== undefined && passage.start <= at ? passage : undefined;
}

/** What is known already. */
export interface Taken {
  readonly keys: Set<string>;
  /** Acronyms that the text spells out, with the keys of what they stand for. */
  readonly forms: Map<string, string>;
  /** Every position inside a long form: what stands there is a part of it. */
  readonly inside: Set<number>;
}
/** A name that only adds words before a defined one, or is a part of it, is that one. */
export function isKnown(key: string, keys: ReadonlySet<string>): boolean {
  if (keys.has(key)) return true;
  const padded = ` ${key} `;
  for (const other of keys) {
    if (padded.endsWith(` ${other} `) || ` ${other} `.includes(padded)) return true;
  }
  return false;
}
