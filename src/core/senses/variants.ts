/** Adds mentions of long forms that a page words in its own way. */
import { createOverlapTest } from '../text/overlaps.ts';
import { overlap, type Span } from '../text/span.ts';
import type { BlockEvidence } from './evidence.ts';
import type { Mention } from './mention.ts';

/**
 * Add long forms that the page words in its own way, and drop mentions inside them: in "Extended
 * Deterrence Strategy Consultative Group (EDSCG)" the whole is the name, not only its first words.
 */
export function withVariants(
  { definitions }: BlockEvidence,
  mentions: readonly Mention[],
): Mention[] {
  const defined = new Map(
    mentions.flatMap(({ start, ref, reason }) => (reason.kind === 'defined' ? [[start, ref]] : [])),
  );
  const variants: Mention[] = [];
  for (const { shortSpan, longSpan, long, form } of definitions) {
    const ref = defined.get(shortSpan.start);
    if (!ref || form !== 'definition') continue;
    const last = variants.at(-1);
    const isInLast = last !== undefined && overlap(last, longSpan);
    if (isInLast && last.ref === ref) continue;
    if (mentionsIn(mentions, longSpan).some((each) => each.ref === ref)) continue;
    if (isInLast) variants.pop();
    variants.push({ ...longSpan, ref, reason: { kind: 'defined', long } });
  }
  if (variants.length === 0) return [...mentions];
  const isReplaced = createOverlapTest(variants);
  return [...mentions.filter((each) => !isReplaced(each)), ...variants].sort(
    (a, b) => a.start - b.start,
  );
}

/** @param mentions - In order, none overlapping another. */
function mentionsIn(mentions: readonly Mention[], span: Span): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Mention).end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let each = mentions[low]; each && each.start < span.end; each = mentions[++low]) {
    found.push(each);
  }
  return found;
}
