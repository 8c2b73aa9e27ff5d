/** Makes a glossary of what a reviewer kept of a draft. */

import type { TextSource } from '../../articles/text-source.ts';
import { CAPS } from '../../glossary/caps.ts';
import {
  type Claim,
  type Entry,
  type Glossary,
  type Name,
  type Relation,
  SCHEMA_VERSION,
  type Source,
} from '../../glossary/glossary.ts';
import { parseGlossary } from '../../glossary/parse-glossary.ts';
import type {
  Draft,
  DraftClaim,
  DraftEntry,
  DraftName,
  DraftRelation,
} from '../format/draft-types.ts';

/** One claim that was kept: in the reviewer's words, or in those of the quote. */
interface AcceptedClaim {
  readonly claim: DraftClaim;
  readonly text?: string;
  /** Which of the claim's dates is meant; the first unless said, null for none. */
  readonly when?: Claim['when'] | null;
}

/** One entry that was kept, with what was kept of it. Lists that are left out are kept whole. */
export interface AcceptedEntry {
  readonly entry: DraftEntry;
  readonly kind?: Entry['kind'];
  /** Explains the term; the best defining quote unless said. */
  readonly gloss?: string;
  readonly names?: readonly DraftName[];
  readonly claims?: readonly AcceptedClaim[];
  readonly relations?: readonly DraftRelation[];
}

/** What the glossary is called. */
type GlossaryHead = Pick<Glossary, 'id' | 'title' | 'version' | 'language' | 'licence'>;

/**
 * Turn reviewed entries into a glossary. Quotes stay with their claims: such a glossary is for the
 * reader's own use.
 *
 * @throws GlossaryError where the result is no glossary, such as for a source without a day, or an
 *   entry without a gloss: an acronym that no text defines needs one by hand.
 */
export function draftToGlossary(
  draft: Draft,
  accepted: readonly AcceptedEntry[],
  head: GlossaryHead,
): Glossary {
  const ids = new Map(
    accepted.flatMap(({ entry }) => keysOf(entry).map((key) => [key, entry.id] as const)),
  );
  const entries = accepted.map((each) => createEntry(each, ids));
  const used = new Set(entries.flatMap(sourcesOf));
  const sources = draft.sources.filter(({ id }) => used.has(id)).map(createSource);
  const glossary = { schema: SCHEMA_VERSION, ...head, sources, entries };
  return parseGlossary(JSON.parse(JSON.stringify(glossary)), head.id);
}

/**
 * Choose the quote that explains an entry best: the surest one that defines it, else one that
 * describes it. What somebody says of it is a statement with its speaker, never the explanation.
 *
 * @returns The claim with that quote; null where no text says what the thing is.
 */
export function proposeGloss({ claims }: DraftEntry): DraftClaim | null {
  const useful = claims.filter(
    ({ form, said_by }) => (form === 'defines' || form === 'describes') && said_by === undefined,
  );
  return useful.toSorted((a, b) => b.confidence - a.confidence)[0] ?? null;
}

const keysOf = ({ names }: DraftEntry): string[] => [...new Set(names.map(({ key }) => key))];

function createEntry(accepted: AcceptedEntry, ids: ReadonlyMap<string, string>) {
  const { entry, names = entry.names, relations = entry.relations } = accepted;
  const best = proposeGloss(entry);
  const claims = accepted.claims ?? entry.claims.map((claim) => ({ claim }));
  const gloss = accepted.gloss ?? (best === null ? '' : best.quote);
  const basis = [...new Set(gloss === best?.quote ? [best.source] : names.map((it) => it.source))];
  return {
    id: entry.id,
    kind: accepted.kind ?? entry.kind ?? 'body',
    names: distinct(names.map(createName), ({ text, role }) => `${role} ${text}`),
    gloss: clip(gloss, CAPS.gloss),
    basis,
    related: distinct(
      relations.flatMap((relation) => createRelation(relation, entry.id, ids)),
      ({ entry: to, how, source }) => `${to} ${how} ${source}`,
    ),
    claims: claims.slice(0, CAPS.listPerEntry).map(createClaim),
  };
}

function createName({ text, lang, role, source }: DraftName): Name {
  const isProper = role === 'short' || /^[^\p{Ll}]*$/u.test(text);
  return { text, lang, role, case: isProper ? 'exact' : 'any', source };
}

function createClaim({ claim, text, when }: AcceptedClaim) {
  const { source, asOf, said_by, quote, says } = claim;
  const dated = claim.when[0];
  const happened =
    when ?? (when === undefined && dated ? { date: dated.date, what: dated.what } : null);
  return {
    text: clip(text ?? says ?? quote, CAPS.claim),
    source,
    asOf,
    ...(said_by !== undefined && { said_by }),
    ...(happened && { when: happened }),
    quote: plain(quote),
  };
}

function createRelation(
  { to, how, source, said_by }: DraftRelation,
  own: string,
  ids: ReadonlyMap<string, string>,
): Relation[] {
  const entry = ids.get(to);
  if (entry === undefined || entry === own) return [];
  return [{ entry, how, source, ...(said_by !== undefined && { said_by }) }];
}

/** Make a glossary's source of a draft's. Missing fields are left to the glossary's check. */
export function createSource({ id, publisher, title, author, published, url }: TextSource) {
  return { id, kind: 'text', publisher, title, author, published, url } as Source;
}

const sourcesOf = ({ basis, names, related, claims }: ReturnType<typeof createEntry>): string[] => [
  ...basis,
  ...names.flatMap(({ source }) => source ?? []),
  ...related.map(({ source }) => source),
  ...claims.map(({ source }) => source),
];

function distinct<TItem>(items: readonly TItem[], identityOf: (item: TItem) => string): TItem[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const id = identityOf(item);
    return !seen.has(id) && seen.add(id);
  });
}

/** One line, without what a glossary refuses. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu, '')
    .trim();

function clip(text: string, most: number): string {
  const line = plain(text);
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
