/** Findings of many texts, held by what they speak of, in memory that grows with the terms alone. */
import type {
  DraftClaim,
  DraftName,
  DraftRelation,
  Findings,
  NamingSource,
} from '../format/draft-types.ts';

/** All that is known under one key. */
export interface Holding {
  readonly key: string;
  readonly names: readonly DraftName[];
  readonly claims: readonly DraftClaim[];
  readonly relations: readonly DraftRelation[];
}

/** As many as an entry of a glossary may have. */
const MOST = { names: 50, claims: 200, relations: 50 };

/**
 * The state that drafting goes through. Adding is a union of sets under a fixed order of which the
 * best are kept: the order in which texts come, how they are parted and whether one comes twice
 * makes no difference.
 */
interface Collector {
  readonly addSource: (source: NamingSource) => void;
  readonly add: (findings: Findings) => void;
  readonly sources: () => NamingSource[];
  readonly holdings: () => Holding[];
}

interface Pool<TItem> {
  readonly add: (item: TItem) => void;
  readonly list: () => TItem[];
}

/** Create an empty collector. */
export function createCollector(): Collector {
  const sources = new Map<string, NamingSource>();
  const pools = new Map<string, ReturnType<typeof createPools>>();
  const poolsOf = (key: string) => {
    const known = pools.get(key) ?? createPools();
    pools.set(key, known);
    return known;
  };

  return {
    addSource: ({ id, publisher, title, author, published, url, names }) => {
      const source = {
        id,
        publisher,
        title,
        ...(author !== undefined && { author }),
        published,
        ...(url !== undefined && { url }),
        names,
      };
      const known = sources.get(source.id);
      const isFirst = known === undefined || JSON.stringify(source) < JSON.stringify(known);
      if (isFirst) sources.set(source.id, source);
    },
    add: ({ names, claims, relations }) => {
      for (const name of names) poolsOf(name.key).names.add(name);
      for (const claim of claims) poolsOf(claim.key).claims.add(claim);
      for (const relation of relations) poolsOf(relation.key).relations.add(relation);
    },
    sources: () => [...sources.values()].sort((a, b) => compare(a.id, b.id)),
    holdings: () =>
      [...pools]
        .map(([key, { names, claims, relations }]) => ({
          key,
          names: names.list(),
          claims: claims.list(),
          relations: relations.list(),
        }))
        .filter(({ names }) => names.length > 0)
        .sort((a, b) => compare(a.key, b.key)),
  };
}

function createPools() {
  return {
    names: createNamePool(),
    claims: createPool<DraftClaim>(MOST.claims, compareClaims),
    relations: createPool<DraftRelation>(MOST.relations, compareItems),
  };
}

/** How far a pool may exceed its limit before the least items are dropped, as a factor. */
const SLACK = 1.5;

/** Create a pool that keeps the best items, each once. */
function createPool<TItem>(most: number, order: (a: TItem, b: TItem) => number): Pool<TItem> {
  let items: TItem[] = [];
  const prune = () => {
    items.sort(order);
    items = items.filter((item, i) => i === 0 || order(items[i - 1]!, item) !== 0).slice(0, most);
  };
  return {
    add: (item) => {
      items.push(item);
      if (items.length >= most * SLACK) prune();
    },
    list: () => {
      prune();
      return items;
    },
  };
}

/** Create a pool that keeps the surest finding of each name. */
function createNamePool(): Pool<DraftName> {
  const names = new Map<string, DraftName>();
  return {
    add: (name) => {
      const id = `${name.role} ${name.text}`;
      const known = names.get(id);
      if (known === undefined || compareItems(name, known) < 0) names.set(id, name);
    },
    list: () => [...names.values()].sort(compareItems).slice(0, MOST.names),
  };
}

/** Compare by code units, which gives the same order on every machine, whatever its language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Item {
  readonly confidence: number;
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Order items: the surest first, equals by their place, and then by their content. */
function compareItems(a: Item, b: Item): number {
  return (
    b.confidence - a.confidence ||
    compare(a.source, b.source) ||
    a.start - b.start ||
    a.end - b.end ||
    compare(JSON.stringify(a), JSON.stringify(b))
  );
}

/** Order claims: the surest first, then the newest. */
function compareClaims(a: DraftClaim, b: DraftClaim): number {
  return b.confidence - a.confidence || compare(b.asOf ?? '', a.asOf ?? '') || compareItems(a, b);
}
