/** Short forms that every reader knows: they are not explained even if the page defines them. */
import type { Definition } from '../definitions/definition.ts';

/**
 * Each short form with the beginning of its long form. A communiqué may define "United States
 * (U.S.)" and repeat it a hundred times; so many marks would hide the useful ones. Kept short: what
 * one reader in ten would look up is not here. Entries of a glossary are not affected.
 */
const KNOWN =
  ',us united s,usa united s,uk united k,un united n,eu european u,fbi federal b,cia central i,' +
  'ceo chief e,gdp gross d,ai artificial i,';

/** Whether a page defines a known short form as usual, or in another script. */
export function isKnownToAll({ short, long }: Definition): boolean {
  const key = `,${short.replaceAll('.', '').toLowerCase()} `;
  const at = KNOWN.indexOf(key);
  if (at < 0) return false;
  const start = KNOWN.slice(at + key.length, KNOWN.indexOf(',', at + 1));
  return !/[a-z]/i.test(long) || ` ${long.toLowerCase()}`.includes(` ${start}`);
}
