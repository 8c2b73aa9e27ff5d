/** Adds accepted proposals to a glossary. */

import type { TextSource } from '../articles/text-source.ts';
import { type AcceptedEntry, createSource, draftToGlossary } from '../draft/entries/to-glossary.ts';
import type { Draft, DraftEntry, DraftName, NamingSource } from '../draft/format/draft-types.ts';
import type { Fault } from '../faults/fault.ts';
import { type Entry, type Glossary, SCHEMA_VERSION, type Source } from '../glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../glossary/parse-glossary.ts';
import type { Told } from '../library/told.ts';
import { mergePacks, sharesName } from '../packs/pack-merge.ts';
import type { Proposal } from './proposals.ts';
import { type DateFault, findDateFault, type ProposedClaim } from './proposed-claims.ts';
import { PROPOSAL } from './review-types.ts';

/** A glossary with accepted proposals, and the ids of those in it. */
interface Enriched {
  readonly glossary: Glossary;
  readonly kept: readonly string[];
}

/**
 * Add accepted proposals to a glossary; what it holds is kept.
 *
 * A proposal becomes a new entry with a free id, or is merged into an entry. If that entry is in
 * another glossary, which readers cannot change, the target gets an entry with the same id, its
 * names, gloss and sources, and the new claims; the library then merges the two. To add the same
 * proposals again changes nothing.
 *
 * @param target - The glossary to add to; it is not changed.
 * @param proposals - All proposals of the review. One that is merged into another is added only
 *   once that is accepted.
 * @throws GlossaryError with the faults and their paths.
 */
export function enrichGlossary(
  target: Glossary,
  draft: Draft,
  proposals: readonly Proposal[],
): Enriched {
  const groups = groupAccepted(proposals);
  const ids = nameGroups(groups, target);
  const accepted = groups.map((group, i) => acceptGroup(group, ids[i]!));
  const { id, title, version, language, licence } = target;
  const head = { id, title, version, language, licence };
  const texts = distinct([...draft.sources, ...sourcesByHand(groups.flat())]);
  const fresh = draftToGlossary({ ...draft, sources: texts }, accepted, head);
  const tolds = groups.map(([root]) => root?.known?.told ?? null);
  const entries = fresh.entries.map((entry, i) =>
    tolds[i] ? standIn(entry, tolds[i], language) : entry,
  );
  const sources = distinct([...tolds.flatMap((told) => told?.sources ?? []), ...fresh.sources]);
  const addition = parseGlossary({ ...fresh, sources, entries }, title);
  return {
    glossary: mergePacks(target, addition).glossary,
    kept: groups.flat().map((proposal) => proposal.id),
  };
}

/** The part of a proposal, or its source, that keeps it from being accepted. */
export type ReviewFault = 'source' | 'names' | 'gloss' | 'claims' | DateFault;

/** Find what the reviewer must mend before a proposal can be accepted. */
export function findFaults(draft: Draft, proposal: Proposal): ReviewFault[] {
  const alone = { ...proposal, into: proposal.known ? proposal.into : null };
  try {
    enrichGlossary(EMPTY, draft, [{ ...alone, verdict: 'accepted' }]);
    return proposal.claims.some((each) => each.on && findDateFault(each) !== null)
      ? ['dateAhead']
      : [];
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    return [...new Set(error.faults.map(({ path }) => faultOf(path)))];
  }
}

const EMPTY: Glossary = {
  schema: SCHEMA_VERSION,
  id: 'review',
  title: 'Review',
  version: '1.0.0',
  language: 'en',
  licence: 'private',
  sources: [],
  entries: [],
};

function faultOf(path: string): ReviewFault {
  if (path.startsWith('sources') || path.endsWith('asOf')) return 'source';
  if (path.endsWith('.when.date')) return 'dateForm';
  if (path.includes('.claims')) return 'claims';
  return path.includes('.names') ? 'names' : 'gloss';
}

/** Find the fields of a source that are empty or wrong, each with its fault. */
export function checkSource(source: TextSource): ReadonlyMap<keyof TextSource, Fault> {
  try {
    parseGlossary({ ...EMPTY, sources: [createSource(source)] }, 'source');
    return new Map();
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    const fields = error.faults.map(
      (fault) => [fault.path.replace(/^.*\./, '') as keyof TextSource, fault] as const,
    );
    return new Map(fields);
  }
}

/** Proposals that become one entry; the first is the one into which the others are merged. */
type Group = readonly Proposal[];

function groupAccepted(proposals: readonly Proposal[]): Group[] {
  const accepted = proposals.filter(({ verdict }) => verdict === 'accepted');
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const rootOf = (proposal: Proposal): Proposal => {
    let root = proposal;
    for (let steps = 0; steps < proposals.length; steps++) {
      const next = root.into?.startsWith(PROPOSAL) && byId.get(root.into.slice(PROPOSAL.length));
      if (!next) break;
      root = next;
    }
    return root;
  };
  const groups = new Map<string, Proposal[]>();
  for (const proposal of accepted) {
    const root = rootOf(proposal);
    if (root.verdict !== 'accepted' && root.verdict !== 'kept') continue;
    const key = root.known?.told.ref ?? `${PROPOSAL}${root.id}`;
    const group = groups.get(key) ?? [];
    if (proposal === root) group.unshift(proposal);
    else group.push(proposal);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Choose the id of the entry for each group. */
function nameGroups(groups: readonly Group[], target: Glossary): string[] {
  const taken = new Set(target.entries.map(({ id }) => id));
  return groups.map(([root]) => {
    const told = root!.known?.told;
    const wanted = told?.entry.id ?? root!.id;
    const there = target.entries.find(({ id }) => id === wanted);
    const isSame = there !== undefined && told !== undefined && sharesName(there, told.entry);
    let id = wanted;
    for (let n = 2; !isSame && taken.has(id); n++) id = `${wanted}-${n}`;
    taken.add(id);
    return id;
  });
}

function acceptGroup(group: Group, id: string): AcceptedEntry {
  const [root] = group as [Proposal];
  const claims = group.flatMap((proposal) => proposal.claims.filter(({ on }) => on));
  const entry: DraftEntry = {
    ...root.entry,
    id,
    names: group.flatMap((proposal) => proposal.entry.names),
    relations: group.flatMap((proposal) => proposal.entry.relations),
  };
  return {
    entry,
    kind: root.known?.told.entry.kind ?? root.kind,
    gloss: root.known?.told.entry.gloss ?? root.gloss,
    names: [...group.flatMap(namesOf), ...namesByHand(root)],
    claims: claims.map(acceptClaim),
  };
}

/** A claim with its sayer and source as the reader has them. */
function acceptClaim({ claim, text, when, by, from, asOf }: ProposedClaim) {
  const { said_by: _, ...said } = claim;
  const who = by.trim();
  const source = from?.id ?? claim.source;
  return { claim: { ...said, source, asOf, ...(who !== '' && { said_by: who }) }, text, when };
}

/** The sources that the reviewer has named for single claims. */
const sourcesByHand = (proposals: readonly Proposal[]): NamingSource[] =>
  proposals.flatMap(({ claims }) =>
    claims.flatMap(({ on, from }) => (on && from ? [{ ...from, names: [] }] : [])),
  );

/**
 * The chosen names. A known entry has names already, but an entry in the draft needs at least one.
 */
function namesOf({ names, known }: Proposal): DraftName[] {
  const chosen = names.filter(({ on }) => on).map(({ name, text }) => ({ ...name, text }));
  return chosen.length === 0 && known ? names.slice(0, 1).map(({ name }) => name) : chosen;
}

/** The long form that the reviewer has typed, if any. */
function namesByHand({ entry, longByHand }: Proposal): DraftName[] {
  const [first] = entry.names;
  if (!first || longByHand === '') return [];
  const lang = /\p{Script=Hangul}/u.test(longByHand) ? 'ko' : 'en';
  return [{ ...first, text: longByHand, lang, role: 'long' }];
}

/** A copy of an entry of another glossary, with the new names, relations and claims. */
function standIn(fresh: Entry, { entry, language }: Told, wanted: string): Entry {
  const known = new Set(entry.names.map(({ text }) => text));
  const isHome = ({ lang }: { readonly lang: string }) => lang.split('-')[0] === wanted;
  const glosses = [{ lang: language, gloss: entry.gloss }, ...entry.translations];
  const gloss = glosses.find(isHome) ?? { lang: language, gloss: entry.gloss };
  return {
    ...entry,
    id: fresh.id,
    gloss: gloss.gloss,
    translations: glosses.filter(({ lang }) => lang !== gloss.lang),
    // Parties that are entries of the other glossary do not exist in this one.
    parties: entry.parties.filter((party) => /^[A-Z]{2}$/.test(party)),
    related: fresh.related,
    names: [...entry.names, ...fresh.names.filter(({ text }) => !known.has(text))],
    claims: fresh.claims,
  };
}

function distinct<TSource extends Pick<Source, 'id'>>(sources: readonly TSource[]): TSource[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}
