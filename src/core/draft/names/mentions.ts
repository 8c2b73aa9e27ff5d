/** Where the names of a text stand in it. */

import type { Span } from '../../text/span.ts';
import type { Plain } from '../prose/plain-text.ts';
import type { ArticleName } from './name-list.ts';

/** A place where a thing is named. */
export interface NamedSpan extends Span {
  readonly key: string;
  /** Whether the thing is not named but referred to, by "the group" or "it". */
  readonly indirect?: true;
}

const LATIN = /[\p{L}\p{N}_]/u;

/** Find all places where the names stand, longest first where they lie in each other. */
export function findMentions(plain: Plain, names: readonly ArticleName[]): NamedSpan[] {
  const all: NamedSpan[] = [];
  for (const { text, key, role } of names) {
    const isExact = role === 'short' || /^[^\p{Ll}]+$/u.test(text);
    const where = isExact ? plain.text : plain.lower;
    const what = isExact ? text : text.toLowerCase();
    for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length)) {
      if (standsFree(plain.text, at, at + what.length))
        all.push({ key, start: at, end: at + what.length });
    }
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return all.filter((mention) => {
    if (mention.start < end) return false;
    end = mention.end;
    return true;
  });
}

function standsFree(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  if (before !== undefined && (LATIN.test(before) || before === '@')) return false;
  const after = text[end];
  if (after === undefined || !LATIN.test(after)) return true;
  // Korean particles follow without a blank; a plural s does too.
  if (/[가-힣]/.test(after)) return true;
  return (
    after === 's' && !LATIN.test(text[end + 1] ?? ' ') && /\p{Lu}$/u.test(text.slice(start, end))
  );
}
