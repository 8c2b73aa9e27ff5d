/** Finds signs (evidence for or against entries) in the text of blocks. */
import { type EntryRef, glossaryOf } from '../glossary/entry-ref.ts';
import type { Candidate, Occurrence } from '../matching/candidate.ts';
import {
  addPhrase,
  createMatcher,
  findPhrases,
  type Matcher,
  mayHold,
} from '../matching/matcher.ts';
import { standsFree } from '../text/boundaries.ts';
import { readWords, type Words } from '../text/word-keys.ts';
import type { BlockEvidence, PageEvidence } from './evidence.ts';
import { findOwner } from './owner.ts';
import { type Hit, type Side, type Sign, WEIGHT } from './sign.ts';

/**
 * Look for signs for or against some entries from now on.
 *
 * @returns The cues of those that are new, to be looked for in blocks that were read before.
 */
export function weighEntries(evidence: PageEvidence, refs: Iterable<EntryRef>): Matcher<Sign> {
  const added: Matcher<Sign> = createMatcher();
  for (const ref of refs) {
    const candidate = evidence.candidates.get(ref);
    if (!candidate || evidence.weighed.has(ref)) continue;
    evidence.weighed.add(ref);
    for (const sign of listSigns(candidate)) {
      addPhrase(evidence.cues, sign.words, caseOf(sign.words), sign);
      addPhrase(added, sign.words, caseOf(sign.words), sign);
    }
  }
  return added;
}

function listSigns({ ref, cues, rivals }: Candidate): Sign[] {
  const ours = cues.map(({ words, weight }): Sign => {
    return { ref, side: 'ours', weight: WEIGHT.cue * weight, words };
  });
  const theirs = rivals.flatMap(({ long, cues: itsCues }): Sign[] => [
    { ref, side: 'rival', weight: WEIGHT.rivalName, words: long },
    ...itsCues.map((words): Sign => ({ ref, side: 'rival', weight: WEIGHT.rivalCue, words })),
  ]);
  return [...ours, ...theirs];
}

/** A cue in capitals is an acronym and matches only as written; others match in any case. */
function caseOf(words: string): 'exact' | 'any' {
  return words === words.toUpperCase() && words !== words.toLowerCase() ? 'exact' : 'any';
}

/**
 * Find the signs in a block for all entries that need evidence (`evidence.weighed`).
 *
 * @param words - The words of `text`: those from `from` to before `to`.
 */
export function findSigns(
  evidence: PageEvidence,
  text: string,
  occurrences: readonly Occurrence[],
  words: Words,
  from: number,
  to: number,
): Hit[] {
  const cues = findCues(evidence.cues, text, words, from, to);
  const names = occurrences.flatMap((each) => [
    ...signsOfName(evidence, each, evidence.weighed),
    ...signsOfOwners(evidence, text, each, evidence.weighed),
  ]);
  return names.length === 0 ? cues : [...cues, ...names];
}

/**
 * Find the signs for entries that newly need evidence, in a block that was read before.
 *
 * @param cues - Of those entries, as returned by `weighEntries`.
 */
export function findLateSigns(
  evidence: PageEvidence,
  { block, words, occurrences }: BlockEvidence,
  news: ReadonlySet<EntryRef>,
  cues: Matcher<Sign>,
): Hit[] {
  const names = occurrences.flatMap((each) => [
    ...signsOfName(evidence, each, news),
    ...signsOfOwners(evidence, block.text, each, news),
  ]);
  if (!mayHold(cues, words.keys, words.from, words.to)) return names;
  return [...findCues(cues, block.text, readWords(block.text)), ...names];
}

/** Find the cues of a matcher in a text. */
export function findCues(
  cues: Matcher<Sign>,
  text: string,
  words: Words,
  from = 0,
  to: number = words.count,
): Hit[] {
  return findPhrases(cues, text, words, from, to)
    .filter(({ start, end }) => standsFree(text, start, end))
    .map(({ start, end, value }) => ({ sign: value, start, end }));
}

/** The signs of a name with one meaning: for its entry, its relatives and its glossary. */
function signsOfName(
  evidence: PageEvidence,
  { start, end, readings }: Occurrence,
  among: ReadonlySet<EntryRef>,
): Hit[] {
  const [reading] = readings;
  if (!reading || readings.length > 1 || among.size === 0) return [];
  const { ref, name } = reading;
  return signsOf(evidence, ref, name.text, !name.ambiguous, among).map((sign) => {
    return { sign, start, end };
  });
}

/** The signs of an owner that is named beside a shared name ("Seoul's"), for or against bodies. */
function signsOfOwners(
  evidence: PageEvidence,
  text: string,
  occurrence: Occurrence,
  among: ReadonlySet<EntryRef>,
): Hit[] {
  return occurrence.readings.flatMap(({ ref, name }): Hit[] => {
    const whose = evidence.candidates.get(ref);
    if (!name.shared || !whose || !among.has(ref)) return [];
    const owner = findOwner(text, occurrence, whose.parties);
    if (!owner) return [];
    const { start, end, isOurs } = owner;
    const words = text.slice(start, end);
    const sign = nameSign(evidence, ref, words, WEIGHT.owner, isOurs ? 'owner' : 'rival');
    return [{ sign, start, end }];
  });
}

/** The signs for other entries of an ambiguous name, once its sense is chosen. */
export function signsOfMention(
  evidence: PageEvidence,
  { start, end, readings }: Occurrence,
  ref: EntryRef,
): Hit[] {
  const reading = readings.find((each) => each.ref === ref);
  if (!reading?.name.ambiguous) return [];
  // It must not count as evidence for itself: the argument would be circular.
  return signsOf(evidence, ref, reading.name.text, true, evidence.weighed)
    .filter((sign) => sign.ref !== ref)
    .map((sign) => ({ sign, start, end }));
}

/** @param among - The entries that signs are wanted for. */
function signsOf(
  evidence: PageEvidence,
  ref: EntryRef,
  name: string,
  isSure: boolean,
  among: ReadonlySet<EntryRef>,
): Sign[] {
  const signs: Sign[] = [];
  const { candidates } = evidence;
  const { related = [], own } = candidates.get(ref) ?? {};
  const add = (to: EntryRef, weight: number) => signs.push(nameSign(evidence, to, name, weight));
  if (isSure && among.has(ref)) add(ref, WEIGHT.name);
  for (const other of among) {
    if (other === ref) continue;
    const isRelative = related.includes(other) || candidates.get(other)?.related.includes(ref);
    if (isRelative) add(other, isSure ? WEIGHT.relative : WEIGHT.unsure);
    else if (isSure && !own && glossaryOf(ref) === glossaryOf(other)) add(other, WEIGHT.neighbour);
  }
  return signs;
}

function nameSign(
  { nameSigns }: PageEvidence,
  ref: EntryRef,
  words: string,
  weight: number,
  side: Side = 'ours',
): Sign {
  const key = `${ref} ${side} ${weight} ${words}`;
  const sign: Sign = nameSigns.get(key) ?? { ref, side, weight, words };
  nameSigns.set(key, sign);
  return sign;
}
