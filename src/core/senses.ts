/**
 * Chooses for each occurrence what it means there: an entry, the page's own meaning, or silence.
 *
 * 1. The page speaks first: the nearest definition of the same letters decides.
 * 2. A name that means nothing else stands for itself.
 * 3. An ambiguous name needs signs that speak for it, and more of them than for its rivals; those
 *    in the block count most, those in the section less, those elsewhere on the page least.
 */
import { compareLongForms } from './closeness.ts';
import type { BlockEvidence, Hit, PageEvidence, Sign } from './evidence.ts';
import { findGoverning, type Glossed } from './governing.ts';
import type { Candidate, EntryRef, Mention, Occurrence, Reading, Span } from './mention.ts';

/** How much the same sign counts in the same block, in its section, anywhere on the page. */
const NEAR = { block: 0.5, section: 0.3, page: 0.2 } as const;
/** Signs further off than the block count up to this sum: a page is about many things. */
const FAR_CAP = 5;
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
/** What it adds to the rivals when the occurrence is a part of one's name. */
const WIDER_RIVAL = 6;
/** So many words are shown as the reason. */
const REASON_WORDS = 3;

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
  const { start, end, readings } = occurrence;
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
    .map(({ ref }) => ({ ref, ...weigh(evidence, block, occurrence, ref, bonus(ref)) }))
    .sort((a, b) => b.ours - a.ours);
  const [best, second] = judged;
  const enough = occurrence.end - occurrence.start <= FEW_LETTERS ? ENOUGH_FOR_FEW : ENOUGH;
  if (!best || best.ours < enough || best.ours - best.rival < LEAD) return null;
  if (second && best.ours - second.ours < LEAD && !areTwins(evidence, best.ref, second.ref)) {
    return null;
  }
  const { start, end } = occurrence;
  const words = tellReason(evidence, block, occurrence, best.ref);
  return { start, end, ref: best.ref, reason: { kind: 'evidence', words } };
}

/** Entries of two glossaries that mean the same: the library's first one speaks. */
function areTwins({ candidates }: PageEvidence, one: EntryRef, other: EntryRef): boolean {
  const known = candidates.get(other)?.longForms ?? [];
  return (
    candidates.get(one)?.longForms.some((long) => compareLongForms(long, known) === 'same') ?? false
  );
}

/** How much speaks for an entry at an occurrence, and how much for its rivals. */
function weigh(
  evidence: PageEvidence,
  block: BlockEvidence,
  at: Span,
  ref: EntryRef,
  bonus: number,
) {
  const near = { ours: 0, rival: 0 };
  for (const sign of new Set(nearHits(block.hits, at, ref).map((hit) => hit.sign))) {
    near[sign.side] += sign.weight;
  }
  if (block.hits.some((hit) => isWiderRival(hit, at, ref))) near.rival += WIDER_RIVAL;
  const section = evidence.sections.get(block.block.section)?.sums.get(ref);
  const page = evidence.page.sums.get(ref);
  const score = (side: Sign['side']) =>
    NEAR.block * near[side] +
    NEAR.section * Math.min(FAR_CAP, section?.[side] ?? 0) +
    NEAR.page * Math.min(FAR_CAP, page?.[side] ?? 0);
  return {
    ours: score('ours') + Math.max(0, bonus),
    rival: score('rival') + Math.max(0, -bonus),
  };
}

/** Signs for an entry in the block, those inside the occurrence itself left out. */
function nearHits(hits: readonly Hit[], at: Span, ref: EntryRef): Hit[] {
  return hits.filter(
    ({ sign, start, end }) => sign.ref === ref && (end <= at.start || start >= at.end),
  );
}

/** Whether the occurrence is a part of a rival's name: "NATO phonetic alphabet". */
function isWiderRival({ sign, start, end }: Hit, at: Span, ref: EntryRef): boolean {
  const isWider = start <= at.start && end >= at.end && end - start > at.end - at.start;
  return sign.ref === ref && sign.side === 'rival' && isWider;
}

/** The words that speak for an entry, nearest and weightiest first, as the page writes them. */
function tellReason(
  evidence: PageEvidence,
  block: BlockEvidence,
  at: Span,
  ref: EntryRef,
): string[] {
  const distance = (hit: Hit) => Math.max(hit.start - at.end, at.start - hit.end);
  const near = nearHits(block.hits, at, ref)
    .filter(({ sign }) => sign.side === 'ours')
    .sort((a, b) => b.sign.weight - a.sign.weight || distance(a) - distance(b))
    .map(({ start, end }) => block.block.text.slice(start, end).replace(/\s+/g, ' '));
  const tallies = [evidence.sections.get(block.block.section), evidence.page];
  const far = tallies
    .flatMap((tally) => [...(tally?.counts.keys() ?? [])])
    .filter((sign) => sign.ref === ref && sign.side === 'ours')
    .sort((a, b) => b.weight - a.weight)
    .map(({ words }) => words);
  const told = new Map([...near, ...far].map((words) => [words.toLowerCase(), words]));
  return [...told.values()].slice(0, REASON_WORDS);
}
