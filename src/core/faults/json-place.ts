/**
 * Finds where a text stops being JSON. Browsers report the place in different ways or not at all,
 * so we read the text again. No recursion: a file may be nested a hundred thousand levels deep.
 */

/** What may come next in the text. */
type Wanted =
  | 'value'
  | 'value or end'
  | 'key'
  | 'key or end'
  | 'colon'
  | 'comma or end'
  | 'nothing';

const BLANKS = /[ \t\n\r]*/y;
/** `BEGUN_NUMBER`: the start of a number that may still be incomplete. `NUMBER`: a complete one. */
const BEGUN_NUMBER = /-?(?:(?:0|[1-9]\d*)(?:\.(?:\d+(?:[eE](?:[+-]?\d*))?)?|[eE][+-]?\d*)?)?/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const HEX = /[0-9a-fA-F]{0,4}/y;

/**
 * Find the first place from which on a text cannot be JSON, whatever follows.
 *
 * @returns An offset in UTF-16 code units; the length of the text if it ends too early; null if it
 *   is JSON.
 */
export function findJsonFault(text: string): number | null {
  /** The open lists and objects, the innermost last. */
  const open: ('[' | '{')[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    at = skip(BLANKS, text, at);
    if (at === text.length) return wanted === 'nothing' ? null : at;
    const sign = text.charAt(at);
    const after: Wanted = open.length === 0 ? 'nothing' : 'comma or end';
    if (isEndOf(open.at(-1), sign) && wanted.endsWith('end')) {
      open.pop();
      wanted = open.length === 0 ? 'nothing' : 'comma or end';
      at++;
    } else if (wanted === 'comma or end' && sign === ',') {
      wanted = open.at(-1) === '{' ? 'key' : 'value';
      at++;
    } else if (wanted === 'colon' && sign === ':') {
      wanted = 'value';
      at++;
    } else if (wanted.startsWith('key') && sign === '"') {
      const { end, isWhole } = readString(text, at);
      if (!isWhole) return end;
      wanted = 'colon';
      at = end;
    } else if (wanted.startsWith('value') && (sign === '[' || sign === '{')) {
      open.push(sign);
      wanted = sign === '{' ? 'key or end' : 'value or end';
      at++;
    } else if (wanted.startsWith('value')) {
      const { end, isWhole } = readScalar(text, at);
      if (!isWhole) return end;
      wanted = after;
      at = end;
    } else return at;
  }
}

/** The line and column of an offset, both from 1. */
export function lineOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

interface Read {
  /** The offset behind what was read, or from which on it cannot be complete. */
  readonly end: number;
  readonly isWhole: boolean;
}

const isEndOf = (open: string | undefined, sign: string): boolean =>
  (open === '[' && sign === ']') || (open === '{' && sign === '}');

function readScalar(text: string, at: number): Read {
  const sign = text.charAt(at);
  if (sign === '"') return readString(text, at);
  const literal = ['true', 'false', 'null'].find((each) => each.startsWith(sign));
  if (literal !== undefined) {
    let read = 1;
    while (read < literal.length && text[at + read] === literal[read]) read++;
    return { end: at + read, isWhole: read === literal.length };
  }
  const begun = skip(BEGUN_NUMBER, text, at);
  return { end: begun, isWhole: begun > at && skip(NUMBER, text, at) === begun };
}

/** Read a string. A loop, since a pattern runs out of memory on millions of characters. */
function readString(text: string, quote: number): Read {
  let at = quote + 1;
  for (;;) {
    const sign = text[at];
    if (sign === undefined || sign < ' ') return { end: at, isWhole: false };
    if (sign === '"') return { end: at + 1, isWhole: true };
    at++;
    if (sign !== '\\') continue;
    const escaped = text[at];
    if (escaped === undefined || !'"\\/bfnrtu'.includes(escaped))
      return { end: at, isWhole: false };
    at++;
    if (escaped !== 'u') continue;
    const end = skip(HEX, text, at);
    if (end < at + 4) return { end, isWhole: false };
    at = end;
  }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
