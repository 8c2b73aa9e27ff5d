/** Puts some entries of several glossaries into one, which can be written to a file. */

import { firstFreeId } from '../glossary/free-id.ts';
import {
  type Claim,
  type Entry,
  type Glossary,
  SCHEMA_VERSION,
  type Source,
} from '../glossary/glossary.ts';
import { parseGlossary } from '../glossary/parse-glossary.ts';
import { sourceIdsOf } from '../glossary/source-ids.ts';
import { withSources } from './pack-merge.ts';

/** An entry and where it comes from. */
export interface Picked {
  /** The id of its glossary. */
  readonly glossary: string;
  /** The language in which it is explained. */
  readonly language: string;
  readonly entry: PickedEntry;
  /** The sources of its glossary, or those that it names. */
  readonly sources: readonly Source[];
}

/** An entry whose claims may say which glossary has added them. */
type PickedEntry = Omit<Entry, 'claims'> & {
  readonly claims: readonly (Claim & { readonly from?: string })[];
};

/**
 * Gather entries in a glossary, in their order. Entries and sources keep their ids unless another one
 * has them; relations and parties that are not gathered are left out. The language is that of the
 * first entry; others are explained in it as far as they can be.
 *
 * @throws GlossaryError if the result exceeds a limit of the format.
 */
export function gatherEntries(
  picked: readonly Picked[],
  { id, title }: Pick<Glossary, 'id' | 'title'>,
): Glossary {
  const language = picked[0]?.language ?? 'en';
  const ids = giveIds(picked);
  const sources = createSources();
  const entries = picked.map((each) => {
    const { glossary } = each;
    const entry = explainIn(language, each);
    const idIn = (other: string) => ids.get(`${glossary}/${other}`);
    return withSources(
      {
        ...entry,
        id: idIn(entry.id) ?? entry.id,
        related: entry.related.flatMap((relation) => {
          const to = idIn(relation.entry);
          return to === undefined ? [] : [{ ...relation, entry: to }];
        }),
        parties: entry.parties.flatMap((party) =>
          /^[A-Z]{2}$/.test(party) ? [party] : (idIn(party) ?? []),
        ),
      },
      sources.add(entry, each.sources),
    );
  });
  const glossary = {
    schema: SCHEMA_VERSION,
    id,
    title,
    version: '1.0.0',
    language,
    licence: 'private',
  };
  return parseGlossary({ ...glossary, sources: sources.all(), entries }, title);
}

/** The ids that entries get, by glossary and id. */
function giveIds(picked: readonly Picked[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { glossary, entry } of picked) {
    const id = firstFreeId(entry.id, (each) => taken.has(each));
    taken.add(id);
    ids.set(`${glossary}/${entry.id}`, id);
  }
  return ids;
}

/** Keeps the sources that entries name, each once. */
function createSources() {
  const byContent = new Map<string, Source>();
  const taken = new Set<string>();
  return {
    all: () => [...byContent.values()],
    /** Add the sources of an entry; returns the ids that they have here. */
    add(entry: Entry, known: readonly Source[]): ReadonlyMap<string, string> {
      const named = sourceIdsOf(entry);
      return new Map(
        known
          .filter(({ id }) => named.has(id))
          .map((source): [string, string] => {
            const content = JSON.stringify(source);
            const added = byContent.get(content) ?? {
              ...source,
              id: firstFreeId(source.id, (id) => taken.has(id)),
            };
            byContent.set(content, added);
            taken.add(added.id);
            return [source.id, added.id];
          }),
      );
    },
  };
}

/** An entry explained in a language, if it has its gloss in it, and without marks of additions. */
function explainIn(language: string, { entry, language: own }: Picked): Entry {
  const claims = entry.claims.map(({ from: _, ...claim }) => claim);
  const translation = entry.translations.find(({ lang }) => lang === language);
  if (own === language || !translation) return { ...entry, claims };
  const others = entry.translations.filter((each) => each !== translation);
  const translations = [{ lang: own, gloss: entry.gloss }, ...others];
  return { ...entry, claims, gloss: translation.gloss, translations };
}
