/** Compares the mentions found on a page with the labelled ones, and counts. */
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import { overlap, type Span } from '../../core/text/span.ts';
import type { EvaluationPage, GoldMention } from './evaluation-pages.ts';

/** A mention found on a page; `ref` is null if the painted text is no name of the glossary. */
export interface FoundMention extends Span {
  readonly surface: string;
  readonly ref: EntryRef | null;
}

/**
 * `right`; `ignored` if it overlaps a span that is not judged; or false, with the cause: the
 * letters have another meaning (`sense`), it is code, editable or hidden text (`context`), the span
 * or entry is not the labelled one (`span`), or `other`.
 */
type Verdict = 'right' | 'ignored' | FalseCause;
type FalseCause = 'sense' | 'context' | 'span' | 'other';

interface JudgedMention extends FoundMention {
  readonly verdict: Verdict;
}

/** The judged mentions of one page. */
export interface Judgement {
  readonly page: EvaluationPage;
  readonly found: readonly JudgedMention[];
  readonly missed: readonly GoldMention[];
}

/** Counts, and rates in per cent. */
export interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The class of a mention, by the way its name is written. */
export type NameClass = 'acronym' | 'english' | 'korean';

/**
 * Judge the mentions found on a page.
 *
 * A mention is right if its entry and its span, or an alternative span, are those of a labelled
 * mention; each labelled mention counts once. Terms that only the page itself defines must have
 * been removed before.
 */
export function judge(page: EvaluationPage, mentions: readonly FoundMention[]): Judgement {
  const open = new Set(page.gold);
  const found = mentions.map((mention): JudgedMention => {
    const gold = page.gold.find((each) => open.has(each) && answers(mention, each));
    if (gold) open.delete(gold);
    return { ...mention, verdict: gold ? 'right' : rejectedAs(page, mention) };
  });
  return { page, found, missed: [...open] };
}

function answers(mention: FoundMention, gold: GoldMention): boolean {
  if (mention.ref !== gold.ref) return false;
  const spans = [[gold.start, gold.end], ...(gold.alt ?? [])];
  return spans.some(([start, end]) => start === mention.start && end === mention.end);
}

function rejectedAs(page: EvaluationPage, mention: FoundMention): Verdict {
  // The terms of other glossaries were not labelled on this page.
  const isUnmarked =
    page.glossary !== null && mention.ref?.startsWith(`${page.glossary}/`) === false;
  if (isUnmarked) return 'ignored';
  const isOwed = page.gold.some((gold) => overlap(gold, mention));
  if (!isOwed && page.neutral.some((span) => overlap(span, mention))) return 'ignored';
  const distractor = page.distractors.find((span) => overlap(span, mention));
  return distractor?.kind ?? (isOwed ? 'span' : 'other');
}

/** Whether a verdict is one of the false ones. */
function isFalse(verdict: Verdict): verdict is FalseCause {
  return verdict !== 'right' && verdict !== 'ignored';
}

/** Count over pages; only names of the given classes, or all by default. */
export function countScore(
  judgements: readonly Judgement[],
  classes: readonly NameClass[] = ['acronym', 'english', 'korean'],
): Score {
  const counts = ({ surface }: { surface: string }) => classes.includes(classOf(surface));
  const found = judgements.flatMap((each) => each.found).filter(counts);
  const right = found.filter(({ verdict }) => verdict === 'right').length;
  const wrong = found.filter(({ verdict }) => isFalse(verdict)).length;
  const missed = judgements.flatMap((each) => each.missed).filter(counts).length;
  return { right, wrong, missed, ...ratesOf(right, wrong, missed) };
}

/** Rates in per cent; 100 if nothing is labelled and nothing was found. */
function ratesOf(right: number, wrong: number, missed: number) {
  if (right + wrong + missed === 0) return { precision: 100, recall: 100, f1: 100 };
  const precision = right + wrong === 0 ? 0 : (100 * right) / (right + wrong);
  const recall = right + missed === 0 ? 0 : (100 * right) / (right + missed);
  const f1 = (200 * right) / (2 * right + wrong + missed);
  return { precision, recall, f1 };
}

/** The percentage of the pages without a labelled mention on which nothing false was found. */
export function shareLeftClean(judgements: readonly Judgement[]): number {
  const without = judgements.filter(({ page }) => page.gold.length === 0);
  const clean = without.filter(({ found }) => !found.some(({ verdict }) => isFalse(verdict)));
  return without.length === 0 ? 100 : (100 * clean.length) / without.length;
}

/** Whether the same letters mean an entry in one place and something else in another. */
export function changesSense({ gold, distractors }: EvaluationPage): boolean {
  const ours = new Set(gold.map(({ surface }) => surface.toLowerCase()));
  return distractors.some(
    ({ kind, surface }) => kind === 'sense' && ours.has(surface.toLowerCase()),
  );
}

/** The class of a name as it is written; it may have a plural or a particle. */
export function classOf(surface: string): NameClass {
  if (/^[A-Z]{2,6}(?:['’]?s)?[\uac00-\ud7a3]*$/.test(surface)) return 'acronym';
  if (/^nato/i.test(surface)) return 'acronym';
  return /[\uac00-\ud7a3]/.test(surface) ? 'korean' : 'english';
}
