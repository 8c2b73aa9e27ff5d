/** Names of one text that are one name: letters spelled out elsewhere, a name without its owner, a clip. */
import { align } from '../../definitions/long-form.ts';
import { cutWords } from '../../definitions/name-words.ts';
import { lettersOf } from '../../definitions/short-form.ts';
import { uses } from '../prose/heuristics.ts';
import { findAll } from '../prose/matches.ts';
import type { Plain } from '../prose/plain-text.ts';
import { guessKind } from './kinds.ts';
import { isFormKey, keyOfName } from './name-keys.ts';
import type { ArticleName } from './name-list.ts';

/** Fewer letters may fit by chance. */
const LEAST_LETTERS = 4;
/** Whose a Korean name is, where another place of the text leaves it out. */
const OWNER =
  /^(?:한국|대한민국|국립|한미|한일|미일|한미일|한중|북미|남북|북한|유엔|해군|육군|공군|해병대|주한|제)$/;
/** How Korean clips the head of a name: 위 for 위원회. */
const CLIPS: readonly (readonly [head: string, syllables: string])[] = [
  ['위원회', '위'],
  ['사령부', '사대'],
  ['연구원', '연원'],
  ['기술원', '원'],
  ['연구소', '연소'],
  ['협의회', '협회'],
  ['협의체', '협체'],
  ['청', '청'],
  ['재단', '단'],
];
const WORD = /(?<![가-힣A-Za-z\d·])[가-힣\d]{3}(?=[은는이가을를의도] |[과와에] )/gu;
/** Shorter names are not clipped. Syllables. */
const LEAST_CLIPPED = 6;

/** Give one key to names that are one name; add the clips of Korean names. */
export function joinNames(names: readonly ArticleName[], plain: Plain): ArticleName[] {
  const same = new Map([
    ...spelledElsewhere(names),
    ...withoutOwners(names),
    ...withoutSuffix(names),
  ]);
  const joined = names.map((name): ArticleName => {
    const key = same.get(name.key);
    if (key === undefined) return name;
    return name.role === 'short'
      ? { ...name, key, sign: 'defined' }
      : { ...name, key, role: 'alias' };
  });
  return uses('clips') ? [...joined, ...findClips(joined, plain)] : joined;
}

/** "NORTHAD … the Northern Harbour Defense Command": letters that one name alone accounts for. */
function spelledElsewhere(names: readonly ArticleName[]): [string, string][] {
  if (!uses('initials')) return [];
  const taken = new Set(names.flatMap(({ key, role }) => (role === 'short' ? [key] : [])));
  const open = names.filter(
    ({ key, role, sign, text }) =>
      role === 'long' && sign === 'named' && !taken.has(key) && !/[가-힣]/.test(text),
  );
  return names.flatMap(({ key, text }): [string, string][] => {
    if (!isFormKey(key) || text.length < LEAST_LETTERS) return [];
    // "the GRIB gap", "GRIBFOR Velm": the letters alone mean it too.
    const own = open.filter(
      (it) =>
        (it.text.startsWith(`${text} `) && (/^\S+ \p{Ll}/u.test(it.text) || isNickname(it.text))) ||
        CAMP.test(it.text.replace(text, '')),
    );
    const spelled = open.filter((it) => !it.text.includes(text) && accountsFor(it.text, text));
    const fitting = [...own, ...spelled];
    return fitting.length === 1 ? [[key, fitting[0]!.key]] : [];
  });
}

/** "Camp VELMFOR": a place is called by its own name alone, too. */
const CAMP = /^(?:Camp|Base|Fort|Operation|Exercise) $/;

/** Letters and one word without a head noun. */
const isNickname = (name: string): boolean =>
  /^[A-Z]{4,} \p{Lu}\p{Ll}+$/u.test(name) && guessKind(name) === null;

/** MAOC for MAOC-N: a letter behind a hyphen is left out. */
function withoutSuffix(names: readonly ArticleName[]): [string, string][] {
  const shorts = names.filter(({ role }) => role === 'short');
  return shorts.flatMap(({ key, text }): [string, string][] => {
    const full = shorts.find((it) => it.key !== key && /^-[A-Z]$/.test(it.text.replace(text, '')));
    return full === undefined ? [] : [[key, full.key]];
  });
}

function accountsFor(long: string, short: string): boolean {
  const words = cutWords(long, { start: 0, end: long.length });
  const anchors = { atStart: true, toEnd: false, tight: false };
  return align(lettersOf(short), words, anchors) !== null;
}

/** 한미 등대협정 … 등대협정. */
function withoutOwners(names: readonly ArticleName[]): [string, string][] {
  const korean = names.filter(({ role, text }) => role === 'long' && /[가-힣]/.test(text));
  return korean.flatMap(({ key, kind }): [string, string][] => {
    const full = korean.filter(
      (it) =>
        (it.key !== key && it.key.endsWith(key) && OWNER.test(it.key.slice(0, -key.length))) ||
        (it.key.length > key.length && isClip(key, it.key)),
    );
    const keys = [...new Set(full.map((it) => it.key))];
    const isOneOfMany = kind === 'ministry' && !key.endsWith('성');
    return keys.length === 1 && !isOneOfMany ? [[key, keys[0]!]] : [];
  });
}

/** 원안위 for 원자력안전위원회: some of its syllables, from the first one to that of its head. */
function findClips(names: readonly ArticleName[], plain: Plain): ArticleName[] {
  const full = names.filter(
    ({ role, text }) =>
      role === 'long' && /^[가-힣\d ]+$/.test(text) && text.length >= LEAST_CLIPPED,
  );
  if (full.length === 0) return [];
  const known = new Set(names.flatMap(({ text, key }) => [text, key]));
  const seen = new Set<string>();
  return findAll(WORD, plain.text).flatMap(({ 0: clip, index }): ArticleName[] => {
    if (seen.has(clip) || known.has(clip)) return [];
    seen.add(clip);
    const fitting = full.filter(({ text }) => isClip(clip, keyOfName(text)));
    const keys = new Set(fitting.map(({ key }) => key));
    const [name] = fitting;
    if (name === undefined || keys.size > 1) return [];
    const at = { start: index, end: index + clip.length };
    return [{ ...name, ...at, text: clip, role: 'alias', sign: 'alias' }];
  });
}

function isClip(clip: string, name: string): boolean {
  const head = CLIPS.find(([each]) => name.endsWith(each));
  if (head === undefined || !head[1].includes(clip.at(-1)!)) return false;
  const own = name.replace(/^(?:해군|육군|공군)?제(?=\d)/, '');
  if (own[0] !== clip[0]) return false;
  let at = 0;
  for (const syllable of clip) {
    at = own.indexOf(syllable, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
