/** Short forms that every reader knows: a page that spells them out needs no help of ours. */
import type { Definition } from '../definitions/definition.ts';

/**
 * Each with how its long form begins. A communiqué defines "United States (U.S.)" and has a hundred
 * more of it, and marks on all of them hide those that are worth a look. Kept short: what one reader
 * in ten would look up is not here, and what a glossary holds is the glossary's own choice.
 */
const KNOWN =
  ',us united s,uk united k,un united n,eu european u,fbi federal b,cia central i,' +
  'ceo chief e,gdp gross d,';

/** Whether a page's definition says what everybody knows; in another script it always does. */
export function isKnownToAll({ short, long }: Definition): boolean {
  const key = `,${short.replaceAll('.', '').toLowerCase()} `;
  const at = KNOWN.indexOf(key);
  if (at < 0) return false;
  const start = KNOWN.slice(at + key.length, KNOWN.indexOf(',', at + 1));
  return !/[a-z]/i.test(long) || ` ${long.toLowerCase()}`.includes(` ${start}`);
}
