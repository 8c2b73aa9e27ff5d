/** Finds what the schema of a glossary allows but its author should mend, with paths. */

import { clip, type Fault, faultAt } from '../faults/fault.ts';
import type { Claim, Entry, Glossary } from '../glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../glossary/parse-glossary.ts';
import { isAhead } from '../glossary/partial-date.ts';
import { isCommonWord, isFunctionWord } from '../text/common-words.ts';
import { findMixedWord, skeletonOf } from '../text/look-alikes.ts';

/** The result of a check: `faults` make a pack unusable, `warnings` are advice to its author. */
interface PackReport {
  readonly glossary: Glossary | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/**
 * Check a pack: first schema and references, then, if these are valid, what its author should mend.
 *
 * @param input - Any value, such as `JSON.parse` returns. Never throws.
 */
export function checkPack(input: unknown, origin: string): PackReport {
  try {
    const glossary = parseGlossary(input, origin);
    return { glossary, faults: [], warnings: lintGlossary(glossary) };
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    return { glossary: null, faults: error.faults, warnings: [] };
  }
}

/** Find what the author of a valid glossary should mend. */
export function lintGlossary(glossary: Glossary): Fault[] {
  return [
    ...findCollisions(glossary),
    ...glossary.entries.flatMap((entry, i) => [
      ...lintNames(entry, `entries[${i}]`),
      ...lintClaims(entry, `entries[${i}]`),
      ...lintRelations(entry, `entries[${i}]`),
    ]),
    ...findIdleSources(glossary),
    ...findDeceptions(glossary),
  ];
}

/** Find what may deceive: words in letters of two scripts, addresses with a user name. */
function findDeceptions({ title, licence, sources, entries }: Glossary): Fault[] {
  const said: [path: string, text: string | undefined][] = [
    ['title', title],
    ['licence', licence],
    ...sources.flatMap(({ publisher, title: of, author }, i): typeof said => [
      [`sources[${i}].publisher`, publisher],
      [`sources[${i}].title`, of],
      [`sources[${i}].author`, author],
    ]),
    ...entries.flatMap(({ names, gloss, claims }, i): typeof said => [
      ...names.map(({ text }, k): (typeof said)[0] => [`entries[${i}].names[${k}].text`, text]),
      [`entries[${i}].gloss`, gloss],
      ...claims.flatMap((claim, k) => listSaid(claim, `entries[${i}].claims[${k}]`)),
    ]),
  ];
  return [
    ...said.flatMap(([path, text]) => {
      const mixed = text === undefined ? null : findMixedWord(text);
      return mixed === null ? [] : [faultAt(path, 'mixedScripts', clip(mixed))];
    }),
    ...sources.flatMap(({ url }, i) => {
      // The only unencoded "@" before the path of a normalised address follows a user name.
      const href = url === undefined ? '' : new URL(url).href;
      const host = /^https?:\/\/[^/?#]*@([^/?#]*)/.exec(href)?.[1];
      return host ? [faultAt(`sources[${i}].url`, 'userInAddress', clip(url ?? ''), host)] : [];
    }),
  ];
}

/** The texts of a claim, in all its languages. */
function listSaid(
  { text, said_by, when, translations = [] }: Claim,
  at: string,
): [path: string, text: string | undefined][] {
  return [
    [`${at}.text`, text],
    [`${at}.said_by`, said_by],
    [`${at}.when.label`, when?.label],
    ...translations.flatMap((it, k): [string, string | undefined][] => [
      [`${at}.translations[${k}].text`, it.text],
      [`${at}.translations[${k}].said_by`, it.said_by],
      [`${at}.translations[${k}].label`, it.label],
    ]),
  ];
}

/** Warn of a title that looks like that of another glossary with another id. */
export function findLikeTitle(
  { id, title }: Pick<Glossary, 'id' | 'title'>,
  others: readonly Pick<Glossary, 'id' | 'title'>[],
): Fault[] {
  const skeleton = skeletonOf(title);
  const like = others.find((other) => other.id !== id && skeletonOf(other.title) === skeleton);
  return like ? [faultAt('title', 'likeTitle', clip(title), clip(like.title))] : [];
}

/** A name without what writers vary: capitals, hyphens, dots and blanks. */
export const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[-\s]+/g, ' ')
    .replaceAll('.', '')
    .trim();

/** Find names of two entries that are alike, unless both entries list cues to distinguish them. */
function findCollisions({ entries }: Glossary): Fault[] {
  const bearers = new Map<string, { readonly entry: Entry }>();
  const faults: Fault[] = [];
  for (const [i, entry] of entries.entries()) {
    for (const [k, { text, lang }] of entry.names.entries()) {
      const path = `entries[${i}].names[${k}].text`;
      const other = bearers.get(fold(text));
      if (other === undefined) bearers.set(fold(text), { entry });
      else if (other.entry === entry) {
        const isTwice = entry.names.findIndex((it) => it.text === text && it.lang === lang) < k;
        if (isTwice) faults.push(faultAt(path, 'nameTwice', text));
      } else if (entry.cues.length === 0 || other.entry.cues.length === 0) {
        faults.push(faultAt(path, 'sharedName', text, other.entry.id));
      }
    }
  }
  return faults;
}

/** Fewest letters of a Latin name that is no short form: shorter ones occur nearly everywhere. */
const SHORTEST = 3;

const isCommon = (text: string) => isCommonWord(text) || isFunctionWord(text);

function lintNames({ names, cues }: Entry, at: string): Fault[] {
  return names.flatMap(({ text, role, case: how }, k): Fault[] => {
    const path = `${at}.names[${k}]`;
    if (/^\p{L}$/u.test(text)) {
      return [faultAt(`${path}.text`, 'oneLetter', text)];
    }
    if (isCommon(text) && how === 'any') {
      return [faultAt(`${path}.case`, 'commonAny', text)];
    }
    if (isCommon(text) && cues.length === 0) {
      return [faultAt(`${path}.text`, 'commonWord', text)];
    }
    const isSmall = text.length < SHORTEST && !/[가-힣]/.test(text);
    if (role !== 'short' && isSmall) {
      return [faultAt(`${path}.text`, 'tooShort', text)];
    }
    if (role === 'short' && how === 'any' && !/\p{Ll}/u.test(text)) {
      return [faultAt(`${path}.case`, 'acronymAny', text)];
    }
    return [];
  });
}

/** Words for an event or a relative time: a claim with them needs the date of the event. */
const EVENTFUL =
  /\b(?:(?:was|were) (?:established|founded|set up|signed|launched)|last (?:year|month|week)|yesterday|recently)\b/i;

function lintClaims({ claims }: Entry, at: string): Fault[] {
  return claims.flatMap((claim, k): Fault[] => {
    const path = `${at}.claims[${k}]`;
    const faults: Fault[] = [];
    if (claim.when === undefined && EVENTFUL.test(claim.text) && !/\d{4}/.test(claim.text)) {
      faults.push(faultAt(`${path}.when`, 'undated'));
    }
    if (claim.when !== undefined && isAhead(claim.when, claim.asOf)) {
      faults.push(faultAt(`${path}.when.date`, 'dateAhead', claim.when.date, claim.asOf));
    }
    const isSame = ({ text, source, when }: Claim) =>
      text === claim.text && source === claim.source && when?.date === claim.when?.date;
    if (claims.findIndex(isSame) < k) {
      faults.push(faultAt(`${path}.text`, 'claimTwice'));
    }
    return faults;
  });
}

function lintRelations({ id, related }: Entry, at: string): Fault[] {
  return related.flatMap(({ entry }, k): Fault[] =>
    entry === id ? [faultAt(`${at}.related[${k}].entry`, 'selfRelated', id)] : [],
  );
}

function findIdleSources({ sources, entries }: Glossary): Fault[] {
  const used = new Set(
    entries.flatMap(({ basis, names, related, claims, level }) => [
      ...basis,
      ...[...names, ...related, ...claims].map(({ source }) => source),
      level?.source,
    ]),
  );
  return sources.flatMap(({ id }, i) =>
    used.has(id) ? [] : [faultAt(`sources[${i}]`, 'idleSource', id)],
  );
}
