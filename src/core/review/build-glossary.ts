/** From accepted proposals to the glossary that they go into. */

import type { TextSource } from '../articles/text-source.ts';
import type { Draft, DraftEntry, DraftName } from '../draft/draft-types.ts';
import { type AcceptedEntry, createSource, draftToGlossary } from '../draft/to-glossary.ts';
import type { Fault } from '../faults/fault.ts';
import { type Entry, type Glossary, SCHEMA_VERSION, type Source } from '../glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../glossary/parse-glossary.ts';
import type { Told } from '../library/told.ts';
import { mergePacks, sharesName } from '../packs/pack-merge.ts';
import type { Proposal } from './proposals.ts';
import { PROPOSAL } from './review-types.ts';

/** A glossary with what was accepted, and which proposals are in it now. */
interface Enriched {
  readonly glossary: Glossary;
  readonly kept: readonly string[];
}

/**
 * Put what was accepted into a glossary, losing nothing that is there.
 *
 * A new entry gets an id that is free; one that is merged goes to the entry that has it. Where that
 * one stands in another glossary, which a reader cannot write into, the target gets a stand-in: its
 * names, gloss and sources with the new claims, under its id, by which the library lays the two
 * together. Doing it twice changes nothing.
 *
 * @param proposals - All of the review; those that are merged into one that is not accepted wait.
 * @throws GlossaryError naming path and remedy of each fault.
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
  const fresh = draftToGlossary(draft, accepted, head);
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

/** What keeps a proposal, or its source, from being accepted. */
export type ReviewFault = 'source' | 'names' | 'gloss' | 'claims';

/** Find what a reviewer has to mend before a proposal can be accepted. */
export function findFaults(draft: Draft, proposal: Proposal): ReviewFault[] {
  const alone = { ...proposal, into: proposal.known ? proposal.into : null };
  try {
    enrichGlossary(EMPTY, draft, [{ ...alone, verdict: 'accepted' }]);
    return [];
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
  if (path.includes('.claims')) return 'claims';
  return path.includes('.names') ? 'names' : 'gloss';
}

/** Find the fields of a source that have to be filled or mended, with what would mend each. */
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

/** Proposals that become one entry, the one that stays first. */
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

/** The id of the entry that each group goes to. */
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
    claims: claims.map(({ claim, text }) => ({ claim, text })),
  };
}

/** A known entry keeps its names even if none of the text's is taken: one has to stand here. */
function namesOf({ names, known }: Proposal): DraftName[] {
  const chosen = names.filter(({ on }) => on).map(({ name, text }) => ({ ...name, text }));
  return chosen.length === 0 && known ? names.slice(0, 1).map(({ name }) => name) : chosen;
}

/** The long form that the reviewer has added, if any. */
function namesByHand({ entry, longByHand }: Proposal): DraftName[] {
  const [first] = entry.names;
  if (!first || longByHand === '') return [];
  const lang = /\p{Script=Hangul}/u.test(longByHand) ? 'ko' : 'en';
  return [{ ...first, text: longByHand, lang, role: 'long' }];
}

/** An entry of another glossary with what is new, so that it can stand by itself. */
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
    // Other entries of that glossary are not here.
    parties: entry.parties.filter((party) => /^[A-Z]{2}$/.test(party)),
    related: fresh.related,
    names: [...entry.names, ...fresh.names.filter(({ text }) => !known.has(text))],
    claims: fresh.claims,
  };
}

function distinct(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}
