import type { Glossary } from '../glossary/glossary.ts';
import { parseGlossary } from '../glossary/parse-glossary.ts';
import { OWN_SOURCE } from '../own/own-entries.ts';
import { type Deed, takeBackMembers, takeBackValue } from '../text/deeds.ts';
import { citingEntries, layTogether } from './citing-entries.ts';

/**
 * Take back what an act did to a glossary, entry by entry and field by field: what has changed since
 * stays. An entry counts as changed with its sources.
 *
 * @returns The glossary; null if there was none before, and nothing is left.
 * @throws GlossaryError if the result exceeds a limit of the format.
 */
export function takeBackPack(
  now: Glossary,
  { before, after }: { readonly before: Glossary | null; readonly after: Glossary },
): Glossary | null {
  const citing = { before: before ? citingEntries(before) : [], after: citingEntries(after) };
  const entries = takeBackMembers(citingEntries(now), citing, ({ entry }) => entry.id);
  if (before === null && entries.length === 0) return null;
  const head = before === null ? now : takeBackFields(now, { before, after });
  const noted = now.sources.filter(({ id }) => id === OWN_SOURCE);
  const sources = takeBackMembers(
    now.sources,
    { before: before?.sources ?? [], after: after.sources },
    ({ id }) => id,
  );
  // The one for the reader's own knowledge stays, whatever else goes: no entry brings it along.
  const together = layTogether(entries, { ...head, sources: [...noted, ...sources] });
  return parseGlossary(together, now.id);
}

/** Take back what an act did to fields such as the title. */
function takeBackFields(now: Glossary, { before, after }: Deed<Glossary>): Glossary {
  const keys = new Set([...Object.keys(now), ...Object.keys(before)]) as Set<keyof Glossary>;
  const fields = [...keys].map((key) => [
    key,
    takeBackValue<unknown>(now[key], { before: before[key], after: after[key] }),
  ]);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}
