/** Lists the terms of a page from its mentions. */
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Mention, Reason } from '../../core/senses/mention.ts';
import type { Block } from '../text/blocks.ts';
import type { PlacedMention } from './painter.ts';

/** A term with the number of its mentions. */
interface Term {
  /** Null for a term that the page alone defines. */
  readonly ref: EntryRef | null;
  /** As the page first writes it. */
  readonly name: string;
  /** What the page itself says that it stands for; empty for an entry. */
  readonly long: string;
  readonly count: number;
  /** Of the first mention. */
  readonly reason: Reason;
}

/** The terms in order of first mention. */
export function listTerms(mentions: readonly PlacedMention[]): Term[] {
  const terms = new Map<string, Term>();
  for (const { mention, block } of mentions) {
    const { ref, reason } = mention;
    const name = writtenAs(mention, block);
    const long = reason.kind === 'own' ? reason.long : '';
    const key = ref ?? ` ${name} ${long}`;
    const known = terms.get(key);
    terms.set(
      key,
      known ? { ...known, count: known.count + 1 } : { ref, name, long, count: 1, reason },
    );
  }
  return [...terms.values()];
}

/** The words of a mention as the page writes them, on one line and without hidden characters. */
export function writtenAs({ start, end }: Mention, { text }: Block): string {
  return text
    .slice(start, end)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ');
}
