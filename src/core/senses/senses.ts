/**
 * Chooses for each occurrence what it means there: an entry, the page's own meaning, or silence.
 *
 * 1. The page speaks first: the nearest definition of the same letters decides.
 * 2. A name that means nothing else stands for itself.
 * 3. An ambiguous name needs signs that speak for it, and more of them than for its rivals; those
 *    in the block count most, those in the section less, those elsewhere on the page least, and not
 *    at all where block or section speak of a rival, or nothing in the section speaks for it.
 */

import type { EntryRef } from '../glossary/entry-ref.ts';
import { NEARLY_ALWAYS } from '../glossary/usually.ts';
import type { CandidateName, Occurrence, Reading } from '../matching/candidate.ts';
import type { Span } from '../text/span.ts';
import { mayBeAgency } from './agencies.ts';
import type { BlockEvidence, PageEvidence } from './evidence.ts';
import { isKnownToAll } from './known-to-all.ts';
import type { Mention, Reason } from './mention.ts';
import { findOwner } from './owner.ts';
import { findGoverning } from './page-definitions.ts';
import { withoutSame } from './same-senses.ts';
import type { SenseContext } from './sense-context.ts';
import { withVariants } from './variants.ts';
import { type Verdict, verdictOn } from './verdict.ts';
import { tellReason, weigh } from './weighing.ts';

/** Least score: one cue in the block, even one that many entries share, or a few further off. */
const ENOUGH = 0.5;
/** The same for short forms of up to three letters, which mean many more things than four do. */
const ENOUGH_FOR_FEW = 0.6;
const FEW_LETTERS = 3;
/** A sense must lead its rivals by so much: less is a guess. */
const LEAD = 0.2;
/** What a definition elsewhere on the page adds to the score of an entry, by what it says. */
const BONUS = { same: 1.5, akin: 0.3, unsure: 0, different: -1.5 } as const satisfies Record<
  Verdict,
  number
>;
/** The same for one that only comes in a later section: a live page may mean something else there. */
const LATER_BONUS = { ...BONUS, different: -0.5 } as const;

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

function chooseSense(
  context: SenseContext,
  block: BlockEvidence,
  occurrence: Occurrence,
): Mention | null {
  const { start, end } = occurrence;
  const { text } = block.block;
  const bearers = withoutSame(context.evidence, occurrence.readings);
  const owned = askOwner(context.evidence, text, occurrence, bearers);
  if (owned.mention) return owned.mention;
  const governing = findGoverning(context.glossed, text.slice(start, end), block.block, start);
  const isDefining =
    governing?.block === block.block && governing.definition.shortSpan.start === start;
  const isAgency = (longForms: readonly string[]) =>
    !isDefining && mayBeAgency(context.evidence, text, occurrence, longForms);
  const readings = owned.readings.filter(
    ({ ref }) => !isAgency(context.evidence.candidates.get(ref)?.longForms ?? []),
  );
  if (!governing || isAgency([governing.definition.long])) {
    const [only] = readings;
    if (only && readings.length === 1 && !only.name.ambiguous) {
      return { start, end, ref: only.ref, reason: { kind: 'name' } };
    }
    return chooseByEvidence(context, block, occurrence, readings, () => 0);
  }
  const { long } = governing.definition;
  const verdicts = new Map(
    readings.map((reading) => [reading.ref, verdictOn(context, long, reading)] as const),
  );
  const same = readings.find(({ ref }) => verdicts.get(ref) === 'same');
  if (governing.isLocal && same) {
    return { start, end, ref: same.ref, reason: { kind: 'defined', long } };
  }
  const open = governing.isLocal
    ? readings.filter(({ ref }) => ['akin', 'unsure'].includes(verdicts.get(ref) ?? ''))
    : readings;
  const scale = governing.isBefore || governing.isLocal ? BONUS : LATER_BONUS;
  const bonus = (ref: EntryRef, here = 0) => {
    const verdict = verdicts.get(ref) ?? 'different';
    if (governing.isLocal || here === 0) return scale[verdict];
    // What another section defines does not hold against what this one is about.
    return here > 0 ? LATER_BONUS[verdict] : Math.min(0, scale[verdict]);
  };
  const chosen = chooseByEvidence(context, block, occurrence, open, bonus);
  if (chosen) {
    return chosen.ref === same?.ref ? { ...chosen, reason: { kind: 'defined', long } } : chosen;
  }
  const isOpen = ({ ref, name }: Reading) => bonus(ref) >= 0 && !name.shared;
  const isForeign =
    !same &&
    governing.isBefore &&
    !isDefining &&
    !open.some(isOpen) &&
    !isKnownToAll(governing.definition);
  return isForeign ? { start, end, ref: null, reason: { kind: 'own', long } } : null;
}

/**
 * Where several countries' bodies bear a name, ask whose is meant: the owner beside the name decides.
 *
 * @returns What it decides, or the readings that it leaves.
 */
function askOwner(
  { candidates }: PageEvidence,
  text: string,
  occurrence: Occurrence,
  readings: readonly Reading[],
): { readonly mention: Mention | null; readonly readings: readonly Reading[] } {
  const isShared = ({ name }: Reading) => name.shared === true;
  if (!readings.some(isShared)) return { mention: null, readings };
  const { start, end } = occurrence;
  const left: Reading[] = [];
  for (const reading of readings) {
    const whose = isShared(reading) ? candidates.get(reading.ref) : undefined;
    const owner = whose ? findOwner(text, occurrence, whose) : null;
    if (owner?.isOurs) {
      const words = [text.slice(owner.start, owner.end).trim()];
      const mention: Mention = {
        start,
        end,
        ref: reading.ref,
        reason: { kind: 'evidence', words },
      };
      return { mention, readings };
    }
    if (!owner) left.push(reading);
  }
  return { mention: null, readings: left };
}

function chooseByEvidence(
  { evidence, lang }: SenseContext,
  block: BlockEvidence,
  occurrence: Occurrence,
  readings: readonly Reading[],
  bonus: (ref: EntryRef, here: number) => number,
): Mention | null {
  const judged = readings
    .map(({ ref, name }) => {
      const { ours, rival, owner, here } = weigh(evidence, block, occurrence, ref);
      const extra = bonus(ref, here);
      return {
        ref,
        ours: (needsOwner(name) ? owner : owner + ours) + Math.max(0, extra),
        rival: rival + Math.max(0, -extra),
        enough: enoughFor(name, occurrence, isAtHome(evidence, lang, ref)),
      };
    })
    .sort((a, b) => b.ours - b.enough - (a.ours - a.enough));
  const [best, second] = judged;
  if (!best || best.ours < best.enough) return null;
  // What needs no proof stands unless more speaks for another meaning.
  const lead = best.enough > 0 || best.rival > 0 ? LEAD : 0;
  if (best.ours - best.rival < lead) return null;
  if (second && best.ours - best.enough - (second.ours - second.enough) < LEAD) return null;
  const { start, end } = occurrence;
  const words = tellReason(evidence, block, occurrence, best.ref);
  const reason: Reason = words.length > 0 ? { kind: 'evidence', words } : { kind: 'name' };
  return { start, end, ref: best.ref, reason };
}

/**
 * Whether what a page is about does not tell whose body is meant. Papers in Korean say whose it is
 * unless it is their own country's.
 */
const needsOwner = ({ shared, lang, usually = 0 }: CandidateName): boolean =>
  shared === true && lang !== 'ko' && usually < 0.5;

/**
 * How much has to speak for a name. Where its glossary says how often it means the entry, the odds
 * decide: none where it nearly always does, twice as much where it seldom does.
 */
function enoughFor(
  { usually, shared }: CandidateName,
  { start, end }: Span,
  isHome: boolean,
): number {
  const enough = end - start <= FEW_LETTERS ? ENOUGH_FOR_FEW : ENOUGH;
  if (usually === undefined || (shared && usually < 0.5) || (!isHome && usually > 0.5))
    return enough;
  return Math.max(0, enough * (1 - logOdds(usually) / logOdds(NEARLY_ALWAYS)));
}

/** Whether the entry has names in a page's language: what they usually mean is said of news in it. */
function isAtHome({ candidates }: PageEvidence, lang: string, ref: EntryRef): boolean {
  const { languages = [] } = candidates.get(ref) ?? {};
  return lang === '' || languages.some((each) => lang.startsWith(each));
}

/** The natural logarithm of the odds of a share; those of certainty are cut off. */
function logOdds(share: number): number {
  const bounded = Math.min(0.99, Math.max(0.01, share));
  return Math.log(bounded / (1 - bounded));
}
