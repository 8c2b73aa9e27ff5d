/**
 * Chooses for each occurrence what it means there: an entry, the page's own meaning, or silence.
 *
 * 1. The page speaks first: the nearest definition of the same letters decides.
 * 2. A name that means nothing else stands for itself.
 * 3. An ambiguous name needs signs that speak for it, and more of them than for its rivals; those
 *    in the block count most, those in the section less, those elsewhere on the page least.
 */
import { compareLongForms } from './closeness.ts';
import type { BlockEvidence, PageEvidence } from './evidence.ts';
import { findGoverning, type Glossed } from './governing.ts';
import type { Candidate, EntryRef, Mention, Occurrence, Reading, Span } from './mention.ts';
import { tellReason, weigh } from './weighing.ts';

/** Least score: one cue in the block, even one that many entries share, or a few further off. */
const ENOUGH = 0.5;
/** The same for short forms of up to three letters, which mean many more things than four do. */
const ENOUGH_FOR_FEW = 0.6;
const FEW_LETTERS = 3;
/** A sense must lead its rivals by so much: less is a guess. */
const LEAD = 0.2;
/** What a definition elsewhere on the page adds to the score of an entry, by what it says. */
const BONUS = { same: 1.5, akin: 0.3, unsure: 0, different: -1.5 } as const;
/** The same for one that only comes in a later section: a live page may mean something else there. */
const LATER_BONUS = { ...BONUS, different: -0.5 } as const;
/** What is asked of a page beside its blocks. */
export interface SenseContext {
  readonly evidence: PageEvidence;
  readonly glossed: Glossed;
  /** Language of the page, such as `en`; empty if it does not say. */
  readonly lang: string;
}

/**
 * Choose the senses of a block.
 *
 * @returns Mentions in order; occurrences without a clear sense are left out.
 */
export function chooseSenses(context: SenseContext, block: BlockEvidence): Mention[] {
  const mentions: Mention[] = [];
  for (const occurrence of block.occurrences) {
    const mention = chooseSense(context, block, occurrence);
    if (mention) mentions.push(mention);
  }
  return withVariants(block, mentions);
}

/**
 * Take in long forms that the page words in its own way: in "Extended Deterrence Strategy
 * Consultative Group (EDSCG)" the whole name is meant, and not the concept that it begins with.
 */
function withVariants({ definitions }: BlockEvidence, mentions: readonly Mention[]): Mention[] {
  let all = [...mentions];
  for (const { shortSpan, longSpan, long, form } of definitions) {
    const ref = mentions.find(
      ({ start, reason }) => start === shortSpan.start && reason.kind === 'defined',
    )?.ref;
    if (!ref || form !== 'definition') continue;
    const inside = ({ start, end }: Span) => start < longSpan.end && longSpan.start < end;
    if (all.some((each) => inside(each) && each.ref === ref)) continue;
    all = all.filter((each) => !inside(each));
    all.push({ ...longSpan, ref, reason: { kind: 'defined', long } });
  }
  return all.sort((a, b) => a.start - b.start);
}

function chooseSense(
  context: SenseContext,
  block: BlockEvidence,
  occurrence: Occurrence,
): Mention | null {
  const { start, end } = occurrence;
  const readings = withoutTwins(context.evidence, occurrence.readings);
  const written = block.block.text.slice(start, end);
  const governing = findGoverning(context.glossed, written, block.block, start);
  if (!governing) {
    const [only] = readings;
    if (only && readings.length === 1 && !only.name.ambiguous) {
      return { start, end, ref: only.ref, reason: { kind: 'name' } };
    }
    return chooseByEvidence(context, block, occurrence, readings, () => 0);
  }
  const { long } = governing.definition;
  const verdicts = new Map(
    readings.map(({ ref }) => [ref, compareWithPage(context, long, ref)] as const),
  );
  const same = readings.find(({ ref }) => verdicts.get(ref) === 'same');
  if (governing.isLocal && same) {
    return { start, end, ref: same.ref, reason: { kind: 'defined', long } };
  }
  const open = governing.isLocal
    ? readings.filter(({ ref }) => ['akin', 'unsure'].includes(verdicts.get(ref) ?? ''))
    : readings;
  const scale = governing.isBefore || governing.isLocal ? BONUS : LATER_BONUS;
  const bonus = (ref: EntryRef) => scale[verdicts.get(ref) ?? 'different'];
  const chosen = chooseByEvidence(context, block, occurrence, open, bonus);
  if (chosen) {
    return chosen.ref === same?.ref ? { ...chosen, reason: { kind: 'defined', long } } : chosen;
  }
  const isDefining =
    governing.block === block.block && governing.definition.shortSpan.start === start;
  const isForeign =
    !same && governing.isBefore && !isDefining && open.every(({ ref }) => bonus(ref) < 0);
  return isForeign ? { start, end, ref: null, reason: { kind: 'own', long } } : null;
}

/**
 * How the page's wording stands to the entry's. In a language that the entry has no names in it
 * cannot differ; where half of it is alike all the same (Grupo Consultivo Nuclear), it is akin.
 */
function compareWithPage(
  { evidence, lang }: SenseContext,
  long: string,
  ref: EntryRef,
): keyof typeof BONUS {
  const candidate = evidence.candidates.get(ref);
  if (!candidate) return 'different';
  const ignorable = ['US', 'ROK', 'South Korea', ...namesOfRelatives(evidence, candidate)];
  const closeness = compareLongForms(long, candidate.longForms, ignorable);
  if (lang === '' || candidate.languages.some((each) => lang.startsWith(each))) return closeness;
  if (closeness === 'unsure') return 'akin';
  return closeness === 'different' ? 'unsure' : closeness;
}

function namesOfRelatives({ candidates }: PageEvidence, { related }: Candidate): string[] {
  return related.flatMap((ref) => candidates.get(ref)?.names.map(({ text }) => text) ?? []);
}

function chooseByEvidence(
  { evidence }: SenseContext,
  block: BlockEvidence,
  occurrence: Occurrence,
  readings: readonly Reading[],
  bonus: (ref: EntryRef) => number,
): Mention | null {
  const judged = readings
    .map(({ ref }) => {
      const { ours, rival } = weigh(evidence, block, occurrence, ref);
      const extra = bonus(ref);
      return { ref, ours: ours + Math.max(0, extra), rival: rival + Math.max(0, -extra) };
    })
    .sort((a, b) => b.ours - a.ours);
  const [best, second] = judged;
  const enough = occurrence.end - occurrence.start <= FEW_LETTERS ? ENOUGH_FOR_FEW : ENOUGH;
  if (!best || best.ours < enough || best.ours - best.rival < LEAD) return null;
  if (second && best.ours - second.ours < LEAD) return null;
  const { start, end } = occurrence;
  const words = tellReason(evidence, block, occurrence, best.ref);
  return { start, end, ref: best.ref, reason: { kind: 'evidence', words } };
}

/** Of entries in two glossaries that mean the same the library's first one speaks. */
function withoutTwins(
  { candidates }: PageEvidence,
  readings: readonly Reading[],
): readonly Reading[] {
  if (readings.length < 2) return readings;
  const kept: Reading[] = [];
  for (const reading of readings) {
    const known = candidates.get(reading.ref)?.longForms ?? [];
    const isTwin = kept.some(({ ref }) =>
      candidates.get(ref)?.longForms.some((long) => compareLongForms(long, known) === 'same'),
    );
    if (!isTwin) kept.push(reading);
  }
  return kept;
}
