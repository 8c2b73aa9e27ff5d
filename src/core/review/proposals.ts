/** What a reviewer is shown: a drafted entry with what the library knows and what he has changed. */
import type { DraftClaim, DraftEntry, DraftKind, DraftName } from '../draft/draft-types.ts';
import type { KnownEntry } from './known-entries.ts';
import { type Choice, type ItemEdit, PROPOSAL, type Verdict } from './review-types.ts';
import { chooseGloss, sayOf } from './wording.ts';

/** From here on a claim is worth being taken without being asked for. */
const WORTH = 0.5;
/** From here on an entry and its gloss need no second look. */
const SURE = 0.8;

/** A name that a reviewer can take or leave, and word anew. */
interface ProposedName {
  readonly id: string;
  readonly name: DraftName;
  readonly on: boolean;
  readonly text: string;
}

/** A claim that a reviewer can take or leave, and word anew. */
export interface ProposedClaim {
  readonly id: string;
  readonly claim: DraftClaim;
  readonly on: boolean;
  readonly text: string;
}

/** One thing to decide about. */
export interface Proposal {
  readonly id: string;
  readonly entry: DraftEntry;
  readonly verdict: Verdict;
  /** What it is called for short, and in full; the latter empty where there is no more to it. */
  readonly title: string;
  readonly long: string;
  /** A long form that the reviewer knows and the text does not say; empty for none. */
  readonly longByHand: string;
  readonly kind: DraftKind;
  readonly gloss: string;
  /** Where the gloss was taken from; null where the text says nowhere what the thing is. */
  readonly glossFrom: DraftClaim | null;
  /** The entry of the library that it seems to be; null for a new one. */
  readonly known: KnownEntry | null;
  /** What it is merged into, as `Edit.into` says it; null for a new entry. */
  readonly into: string | null;
  readonly names: readonly ProposedName[];
  readonly claims: readonly ProposedClaim[];
  /** Whether it can be accepted without a second look. */
  readonly isSure: boolean;
  /** A known entry of which the text says nothing new: there is nothing to decide. */
  readonly isIdle: boolean;
}

/** Where a claim stands; stays when the text's day is changed. */
const claimIdOf = ({ start, end, form }: DraftClaim): string => `${start}-${end}-${form}`;

/** Names of one entry differ in role or text. */
const nameIdOf = ({ role, text }: DraftName): string => `${role} ${text}`;

/**
 * Make the proposals of a draft, as they stand in the text.
 *
 * @param known - For ids of drafted entries: the entries of the library that they are, or that the
 *   reader merges them into.
 */
export function propose(
  entries: readonly DraftEntry[],
  known: ReadonlyMap<string, KnownEntry>,
  choices: readonly Choice[],
): Proposal[] {
  const byEntry = new Map(choices.map((choice) => [choice.entry, choice]));
  return entries
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((entry) => createProposal(entry, known.get(entry.id) ?? null, byEntry.get(entry.id)));
}

/** Where a thing is first spoken of. */
const placeOf = ({ names, claims }: DraftEntry): number =>
  [...names, ...claims].reduce((first, { start }) => Math.min(first, start), Infinity);

function createProposal(
  entry: DraftEntry,
  found: KnownEntry | null,
  choice: Choice | undefined,
): Proposal {
  const edit = choice?.edit ?? {};
  const wanted = edit.into === undefined ? (found?.told.ref ?? null) : edit.into;
  const known = wanted !== null && found?.told.ref === wanted ? found : null;
  // What was to be merged into an entry that has gone since is a new one.
  const into = known || wanted?.startsWith(PROPOSAL) ? wanted : null;
  const glossFrom = chooseGloss(entry);
  const names = proposeNames(entry, known, into, edit.names ?? []);
  const [first] = names.filter(({ on }) => on);
  const longByHand = edit.long?.trim() ?? '';
  const long = longByHand || longOf(names, first);
  const subject = long || (first?.text ?? '');
  const claims = proposeClaims(entry, known, glossFrom, subject, edit.claims ?? []);
  const isNew = into === null;
  const isTouched = Object.keys(edit).length > 0;
  return {
    id: entry.id,
    entry,
    verdict: choice?.verdict ?? 'open',
    title: first?.text ?? entry.names[0]?.text ?? entry.id,
    long,
    longByHand,
    kind: edit.kind ?? entry.kind ?? known?.told.entry.kind ?? 'body',
    gloss: edit.gloss ?? (glossFrom ? sayOf(subject, glossFrom.quote) : ''),
    glossFrom,
    known,
    into,
    names,
    claims,
    isSure:
      !isTouched &&
      entry.conflicts.length === 0 &&
      (isNew ? isPlain(entry) : isMatch(known, claims)),
    isIdle: !isTouched && !isNew && choice === undefined && claims.every(({ on }) => !on),
  };
}

const longOf = (names: readonly ProposedName[], first: ProposedName | undefined): string =>
  names.find(({ on, name }) => on && name.role === 'long' && name !== first?.name)?.text ?? '';

/** New, spelled out, defined by the text, and nothing else goes by its letters. */
function isPlain(entry: DraftEntry): boolean {
  const gloss = chooseGloss(entry);
  const isDefined = gloss?.form === 'defines' && gloss.confidence >= SURE;
  return isDefined && !entry.undefined && entry.confidence >= SURE && entry.rivals.length === 0;
}

/** Known by name, and what is new of it is no mere mention. */
const isMatch = (known: KnownEntry | null, claims: readonly ProposedClaim[]): boolean =>
  known?.by === 'name' && claims.every(({ on, claim }) => !on || claim.confidence >= SURE);

/** A known entry has its names; what a text defines itself is worth being added. */
function proposeNames(
  { names }: DraftEntry,
  known: KnownEntry | null,
  into: string | null,
  edits: readonly ItemEdit[],
): ProposedName[] {
  const had = new Set(into === null ? [] : known?.told.entry.names.map(({ text }) => text));
  return names.map((name) => {
    const id = nameIdOf(name);
    const edit = edits.find((each) => each.id === id);
    const isWanted = into === null || had.has(name.text) || isDefining(name);
    return { id, name, on: edit?.on ?? isWanted, text: edit?.text ?? plain(name.text) };
  });
}

const isDefining = ({ sign, role }: DraftName): boolean =>
  (sign === 'defined' && role === 'short') || sign === 'alias';

/** Sentences that only name a thing are there to be chosen; what is known already is left out. */
function proposeClaims(
  { claims }: DraftEntry,
  known: KnownEntry | null,
  gloss: DraftClaim | null,
  subject: string,
  edits: readonly ItemEdit[],
): ProposedClaim[] {
  const told = new Set(
    known?.told.entry.claims.flatMap(({ text, quote }) => [text, quote ?? text].map(plain)),
  ).add(plain(known?.told.entry.gloss ?? ''));
  const seen = new Set<string>();
  // A passage is told once for each of its dates.
  const numbers = new Map<string, number>();
  return claims.flatMap((claim) => {
    const quote = plain(claim.quote);
    const text = sayOf(subject, claim.says ?? claim.quote);
    const said = `${claim.form} ${quote} ${claim.says ?? ''} ${claim.when[0]?.date ?? ''}`;
    if (told.has(quote) || told.has(text) || seen.has(said)) return [];
    seen.add(said);
    const place = claimIdOf(claim);
    const number = (numbers.get(place) ?? 0) + 1;
    numbers.set(place, number);
    const id = number > 1 ? `${place}-${number}` : place;
    const edit = edits.find((each) => each.id === id);
    // What became the gloss need not be said twice, unless it is dated.
    const isGloss = known === null && claim === gloss && claim.when.length === 0;
    const isWanted = claim.form !== 'mentions' && claim.confidence >= WORTH && !isGloss;
    return [{ id, claim, on: edit?.on ?? isWanted, text: edit?.text ?? text }];
  });
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
