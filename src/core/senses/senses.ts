/**
 * Chooses the meaning of each occurrence: an entry, the page's own definition, or none.
 *
 * 1. If the page defines the same letters, the nearest definition decides.
 * 2. A name with only one meaning has that.
 * 3. An ambiguous name needs signs for it, and more of them than for its rivals. Signs in the block
 *    count most, those in the section less, those elsewhere on the page least. The latter do not
 *    count if block or section have signs for a rival, or if the section has none for the entry.
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
import { findGoverning, isPlaceOf } from './page-definitions.ts';
import { withoutSame } from './same-senses.ts';
import type { SenseContext } from './sense-context.ts';
import { mayBeWord } from './shouted.ts';
import { withVariants } from './variants.ts';
import { type Verdict, verdictOn } from './verdict.ts';
import { tellReason, weigh } from './weighing.ts';

/** Least score: one cue in the block, even one that many entries share, or some further away. */
const ENOUGH = 0.5;
/** The same for names of up to three letters, which have many more meanings than those of four. */
const ENOUGH_FOR_FEW = 0.6;
const FEW_LETTERS = 3;
/** Least lead of a sense over its rivals: with less it would be a guess. */
const LEAD = 0.2;
/** What the page's definition adds to the score of an entry, by how its wording compares. */
const BONUS = { same: 1.5, akin: 0.3, unsure: 0, different: -1.5 } as const satisfies Record<
  Verdict,
  number
>;
/** The same for a definition in a later section: a live page may mean something else there. */
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
  const isDefining = governing !== null && isPlaceOf(governing, block.block, start);
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
    // A definition in another section does not count against signs in this one.
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
    governing.definition.form !== 'alias' &&
    (!isDefining || governing.definition.isUnseen) &&
    !open.some(isOpen) &&
    !isKnownToAll(governing.definition);
  return isForeign ? { start, end, ref: null, reason: { kind: 'own', long } } : null;
}

/**
 * If bodies of several countries share a name, decide by the owner beside it.
 *
 * @returns The mention, or null and the readings that the owner does not rule out.
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
    const owner = whose ? findOwner(text, occurrence, whose.parties) : null;
    if (owner?.isOurs) {
      const words = [text.slice(owner.start, owner.end)];
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
    .filter((reading) => !mayBeWord(block, occurrence, reading) || bonus(reading.ref, 0) > 0)
    .map(({ ref, name }) => {
      const { ours, rival, owner, named, here } = weigh(evidence, block, occurrence, ref);
      const extra = bonus(ref, here);
      return {
        ref,
        ours: owner + (needsOwner(name) ? named : ours) + Math.max(0, extra),
        rival: rival + Math.max(0, -extra),
        enough: enoughFor(name, occurrence, isAtHome(evidence, lang, ref)),
      };
    })
    .sort((a, b) => b.ours - b.enough - (a.ours - a.enough));
  const [best, second] = judged;
  if (!best || best.ours < best.enough) return null;
  // A name that needs no evidence is kept unless its rivals have more.
  const lead = best.enough > 0 || best.rival > 0 ? LEAD : 0;
  if (best.ours - best.rival < lead) return null;
  if (second && best.ours - best.enough - (second.ours - second.enough) < LEAD) return null;
  const { start, end } = occurrence;
  const words = tellReason(evidence, block, occurrence, best.ref);
  const reason: Reason = words.length > 0 ? { kind: 'evidence', words } : { kind: 'name' };
  return { start, end, ref: best.ref, reason };
}

/**
 * Whether a shared name needs its owner named, or its body by another name, since the subject of a
 * page does not show whose body is meant. Korean papers name the owner unless the body is their own country's.
 */
const needsOwner = ({ shared, lang, usually = 0 }: CandidateName): boolean =>
  shared === true && lang !== 'ko' && usually < 0.5;

/**
 * The score that a name needs. If its glossary says how often it means the entry (`usually`), the
 * log odds scale it: 0 from `NEARLY_ALWAYS` on, the usual score at one half, double at 5 %.
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

/** Whether an entry has names in the page's language: `usually` holds for news in that language. */
function isAtHome({ candidates }: PageEvidence, lang: string, ref: EntryRef): boolean {
  const { languages = [] } = candidates.get(ref) ?? {};
  return lang === '' || languages.some((each) => lang.startsWith(each));
}

/** The natural logarithm of the odds of a share, which is first limited to 0.01–0.99. */
function logOdds(share: number): number {
  const bounded = Math.min(0.99, Math.max(0.01, share));
  return Math.log(bounded / (1 - bounded));
}
