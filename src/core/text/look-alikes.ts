/** What deceives the eye: letters of two scripts, names like other names, marks without letters. */

/** Latin, Greek and Cyrillic letters look alike; no honest word holds two of them. */
const LOOK_ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** The first word with letters of two scripts that look alike; null if none has. */
export function findMixedWord(text: string): string | null {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.find((word) => LOOK_ALIKE.filter((script) => script.test(word)).length > 1) ?? null;
}

/** No writing puts so many marks on one letter. */
const HEAP = /\p{M}{6}/u;
const VISIBLE = /[^\p{White_Space}\p{M}\p{Default_Ignorable_Code_Point}\p{C}\u2800]/u;

/** Whether a text has something for the eye, and no heaps of marks that cover what stands around. */
export const isReadable = (text: string): boolean => VISIBLE.test(text) && !HEAP.test(text);

/** Letters by what they are taken for: those of other scripts, and digits. */
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

/** One form for all texts that look alike: without case, marks, blanks and hyphens. */
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
