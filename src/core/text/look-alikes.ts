/** Finds text that misleads: mixed scripts, names that look like others, nothing visible. */

/** Latin, Greek and Cyrillic letters look alike; no honest word mixes these scripts. */
const LOOK_ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** The first word with letters of two scripts that look alike; null if none has. */
export function findMixedWord(text: string): string | null {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.find((word) => LOOK_ALIKE.filter((script) => script.test(word)).length > 1) ?? null;
}

/** Six combining marks in a row: no script puts that many on one letter. */
const HEAP = /\p{M}{6}/u;
const VISIBLE = /[^\p{White_Space}\p{M}\p{Default_Ignorable_Code_Point}\p{C}\u2800]/u;

/** Whether a text has a visible character and no heap of marks, which would cover other lines. */
export const isReadable = (text: string): boolean => VISIBLE.test(text) && !HEAP.test(text);

/** Letters of other scripts, digits and marks → the small Latin letter that they look like. */
const TAKEN_FOR: ReadonlyMap<string, string> = new Map(
  [
    ['a', 'аα'],
    ['b', 'ВвβΒ'],
    ['c', 'сϲ'],
    ['e', 'еёεΕ'],
    ['h', 'нһΗ'],
    ['i', '1lіιӏ|'],
    ['j', 'ј'],
    ['k', 'кκ'],
    ['m', 'мΜ'],
    ['n', 'ηΝ'],
    ['o', '0оοσ'],
    ['p', 'рρ'],
    ['s', '5ѕ'],
    ['t', 'тτ'],
    ['u', 'υц'],
    ['v', 'νѵ'],
    ['w', 'ѡω'],
    ['x', 'хχ'],
    ['y', 'уγү'],
    ['z', 'Ζ'],
  ].flatMap(([letter = '', all = '']) => [...all].map((each) => [each.toLowerCase(), letter])),
);

/**
 * Give texts that look alike the same string, to be compared and never shown: without case,
 * accents, blanks and hyphens.
 */
export function skeletonOf(text: string): string {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]/gu, '');
  return [...folded]
    .map((letter) => TAKEN_FOR.get(letter) ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
