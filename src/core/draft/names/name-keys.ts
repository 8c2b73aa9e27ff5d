/** Keys of names: two names are the same if they have the same key. */

const SMALL = new Set('a an and the of for in on to at de la le'.split(' '));

/**
 * The key of a spelled-out name. Case, hyphens, dots, small words and British spelling do not
 * count: "Asan Institute for Policy Studies" and "… of Policy Studies" have one key.
 */
export function keyOfName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[.'’]/g, '');
  const words = plain.match(/[\p{L}\p{N}+]+/gu) ?? [];
  const kept = words.filter((word) => !SMALL.has(word));
  const isHangul = /[가-힣]/.test(plain);
  return (kept.length > 0 ? kept : words).map(spell).join(isHangul ? '' : ' ');
}

const spell = (word: string): string =>
  word
    .replace(/defence/, 'defense')
    .replace(/isation/, 'ization')
    .replace(/centre/, 'center');

/** The key of an acronym that its text does not spell out: no name has an equals sign. */
export const keyOfForm = (form: string): string => `=${form.replace(/\./g, '')}`;

/** Whether a key is that of an acronym alone. */
export const isFormKey = (key: string): boolean => key.startsWith('=');

/**
 * The keys that a text names, each once and in order: an acronym counts for itself too, whether its
 * text spells it out or not.
 */
export function keysOfNames(
  names: readonly { readonly key: string; readonly role: string; readonly text: string }[],
): string[] {
  const keys = names.flatMap(({ key, role, text }) =>
    role === 'short' ? [key, keyOfForm(text)] : [key],
  );
  return [...new Set(keys)].sort();
}

/** The language of a name, by its script. */
export const languageOf = (name: string): string => (/[가-힣]/.test(name) ? 'ko' : 'en');
