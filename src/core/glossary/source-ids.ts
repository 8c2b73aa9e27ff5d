/** The sources that an entry names. */
import type { Entry } from './glossary.ts';

/** The ids of the sources that an entry and its parts rest on. */
export function sourceIdsOf(entry: Entry): Set<string> {
  const ids = [...entry.basis, ...entry.claims.map(({ source }) => source)];
  for (const { source } of [...entry.names, ...entry.related]) if (source) ids.push(source);
  if (entry.level) ids.push(entry.level.source);
  return new Set(ids);
}
