/** Holds the mentions found on a page against those that are owed, and counts. */
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Span } from '../../core/text/span.ts';
import type { EvaluationPage, GoldMention } from './evaluation-pages.ts';

/** A mention found on a page; `ref` is null where what was painted is no name of the glossary. */
export interface FoundMention extends Span {
  readonly surface: string;
  readonly ref: EntryRef | null;
}

/**
 * `right`; `ignored`: it overlaps what counts neither way; or false, with the cause: the letters
 * mean something else (`sense`), code, editable or hidden text (`context`), not the span or entry
 * that is owed there (`span`), `other`.
 */
export type Verdict = 'right' | 'ignored' | FalseCause;
export type FalseCause = 'sense' | 'context' | 'span' | 'other';

export interface JudgedMention extends FoundMention {
  readonly verdict: Verdict;
}

/** What is to be said about the mentions of one page. */
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

/** Mentions are counted by the way their names are written. */
export type NameClass = 'acronym' | 'english' | 'korean';

/**
 * Judge the mentions found on a page.
 *
 * One is right when its span, or a span that is as good, and its entry are those of an owed
 * mention; each owed one counts once. Terms that only the page itself defines must have been left
 * out before.
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
  // Nobody has marked the terms of other glossaries on this page.
  const isUnmarked =
    page.glossary !== null && mention.ref?.startsWith(`${page.glossary}/`) === false;
  if (isUnmarked) return 'ignored';
  const isOwed = page.gold.some((gold) => overlap(gold, mention));
  if (!isOwed && page.neutral.some((span) => overlap(span, mention))) return 'ignored';
  const distractor = page.distractors.find((span) => overlap(span, mention));
  return distractor?.kind ?? (isOwed ? 'span' : 'other');
}

/** Whether two spans have a code unit in common. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a verdict is one of the false ones. */
export function isFalse(verdict: Verdict): verdict is FalseCause {
  return verdict !== 'right' && verdict !== 'ignored';
}

/** Count over pages, for names of some classes; of all unless said. */
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

/** Rates in per cent; nothing found where nothing is owed is faultless. */
function ratesOf(right: number, wrong: number, missed: number) {
  if (right + wrong + missed === 0) return { precision: 100, recall: 100, f1: 100 };
  const precision = right + wrong === 0 ? 0 : (100 * right) / (right + wrong);
  const recall = right + missed === 0 ? 0 : (100 * right) / (right + missed);
  const f1 = (200 * right) / (2 * right + wrong + missed);
  return { precision, recall, f1 };
}

/** The share, in per cent, of the pages without an owed mention on which nothing false stands. */
export function shareLeftClean(judgements: readonly Judgement[]): number {
  const without = judgements.filter(({ page }) => page.gold.length === 0);
  const clean = without.filter(({ found }) => !found.some(({ verdict }) => isFalse(verdict)));
  return without.length === 0 ? 100 : (100 * clean.length) / without.length;
}

/** A page on which the same letters stand for an entry in one place and for something else in another. */
export function changesSense({ gold, distractors }: EvaluationPage): boolean {
  const ours = new Set(gold.map(({ surface }) => surface.toLowerCase()));
  return distractors.some(
    ({ kind, surface }) => kind === 'sense' && ours.has(surface.toLowerCase()),
  );
}

/** The class of a name as it is written, with a plural or a particle after it or without. */
export function classOf(surface: string): NameClass {
  if (/^[A-Z]{2,6}(?:['’]?s)?[\uac00-\ud7a3]*$/.test(surface)) return 'acronym';
  if (/^nato/i.test(surface)) return 'acronym';
  return /[\uac00-\ud7a3]/.test(surface) ? 'korean' : 'english';
}
