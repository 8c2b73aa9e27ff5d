/** Makes proposals for the reviewer: drafted entries, what the library knows, and edits. */
import type { DraftClaim, DraftEntry, DraftKind, DraftName } from '../draft/format/draft-types.ts';
import type { KnownEntry } from './known-entries.ts';
import { type ProposedClaim, proposeClaims } from './proposed-claims.ts';
import { type Choice, type ItemEdit, PROPOSAL, type Verdict } from './review-types.ts';
import { chooseGloss, onOneLine, sayOf } from './wording.ts';

/** Confidence from which on an entry, its gloss and its claims can be accepted without a check. */
const SURE = 0.8;

/** A name that the reviewer can take (`on`), leave or reword. */
interface ProposedName {
  readonly id: string;
  readonly name: DraftName;
  readonly on: boolean;
  readonly text: string;
}

/** One drafted entry to decide about. */
export interface Proposal {
  readonly id: string;
  readonly entry: DraftEntry;
  readonly verdict: Verdict;
  /** Its first name, and its long form; `long` is empty if there is none. */
  readonly title: string;
  readonly long: string;
  /** A long form that the reviewer has typed, since the text gives none; else empty. */
  readonly longByHand: string;
  readonly kind: DraftKind;
  readonly gloss: string;
  /** The claim from which the gloss was made; null if the text explains the thing nowhere. */
  readonly glossFrom: DraftClaim | null;
  /** The entry of the library that it seems to be; null for a new one. */
  readonly known: KnownEntry | null;
  /** What it is merged into, as in `Edit.into`; null for a new entry. */
  readonly into: string | null;
  readonly names: readonly ProposedName[];
  readonly claims: readonly ProposedClaim[];
  /** Whether it can be accepted without a check by the reviewer. */
  readonly isSure: boolean;
  /** True for a known entry about which the text says nothing new: there is nothing to decide. */
  readonly isIdle: boolean;
}

/** The id of a name: two names of one entry differ in role or text. */
const nameIdOf = ({ role, text }: DraftName): string => `${role} ${text}`;

/**
 * Make the proposals of a draft, in order of their first place in the text.
 *
 * @param known - From the id of a drafted entry to the entry of the library that it is, or into
 *   which the reader merges it.
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

/** The first offset at which an entry is named or spoken of. */
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
  // If the entry to merge into no longer exists, the proposal is a new entry.
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
    gloss: edit.gloss ?? (glossFrom ? sayOf(subject, glossFrom.says ?? glossFrom.quote) : ''),
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

/** Whether a new entry is spelled out and defined by the text, and has no rivals. */
function isPlain(entry: DraftEntry): boolean {
  const gloss = chooseGloss(entry);
  const isDefined = gloss?.form === 'defines' && gloss.confidence >= SURE;
  return isDefined && !entry.undefined && entry.confidence >= SURE && entry.rivals.length === 0;
}

/** Whether an entry is known by a spelled-out name and all new claims have enough confidence. */
const isMatch = (known: KnownEntry | null, claims: readonly ProposedClaim[]): boolean =>
  known?.by === 'name' && claims.every(({ on, claim }) => !on || claim.confidence >= SURE);

/** Propose names. For a known entry only its own names and those that the text defines are on. */
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
    return { id, name, on: edit?.on ?? isWanted, text: edit?.text ?? onOneLine(name.text) };
  });
}

const isDefining = ({ sign, role }: DraftName): boolean =>
  (sign === 'defined' && role === 'short') || sign === 'alias';
