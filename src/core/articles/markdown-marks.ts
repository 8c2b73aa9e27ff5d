/** Removes code and links from Markdown, each in one pass, so that unclosed marks cost no time. */

/**
 * Replace fenced code by an empty line: two lines that begin with three or more backticks, or
 * tildes, and all between them. A fence that is never closed is kept.
 */
export function withoutFences(markdown: string): string {
  const lines = markdown.split('\n');
  const closings = pairFences(lines);
  const kept: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const closing = closings.get(i);
    kept.push(closing === undefined ? (lines[i] as string) : '');
    i = closing ?? i;
  }
  return kept.join('\n');
}

/** Map the number of each line that is a fence to the next one with the same mark. */
function pairFences(lines: readonly string[]): Map<number, number> {
  const closings = new Map<number, number>();
  const next = new Map<string, number>();
  for (let i = lines.length - 1; i >= 0; i--) {
    const fence = (lines[i] as string).slice(0, 3);
    if (fence !== '```' && fence !== '~~~') continue;
    const closing = next.get(fence);
    if (closing !== undefined) closings.set(i, closing);
    next.set(fence, i);
  }
  return closings;
}

/** An open square bracket. */
interface Opening {
  /** Its place among the parts of the text. */
  readonly part: number;
  readonly isPicture: boolean;
}

const PIECE = /!?\[|\]|!|[^![\]]+/g;
/** Longest address with its title, in UTF-16 code units. */
const LONGEST_TARGET = 2_500;

/** Replace links by their words, and remove pictures. */
export function withoutLinks(markdown: string): string {
  const closings = pairBrackets(markdown);
  const parts: string[] = [];
  const open: Opening[] = [];
  PIECE.lastIndex = 0;
  for (let found = PIECE.exec(markdown); found; found = PIECE.exec(markdown)) {
    const [piece] = found;
    const opening = piece === ']' ? open.pop() : undefined;
    const end = opening && findTargetEnd(markdown, PIECE.lastIndex, closings);
    if (!opening || end === undefined) {
      if (piece.endsWith('[')) open.push({ part: parts.length, isPicture: piece === '![' });
      parts.push(piece);
      continue;
    }
    if (opening.isPicture) parts.length = opening.part;
    else parts[opening.part] = '';
    PIECE.lastIndex = end;
  }
  return parts.join('');
}

/** The end of `(address "title")` that begins at `at`; undefined if there is none. */
function findTargetEnd(
  markdown: string,
  at: number,
  closings: ReadonlyMap<number, number>,
): number | undefined {
  const closing = closings.get(at);
  if (closing === undefined || closing - at > LONGEST_TARGET) return undefined;
  const target = markdown.slice(at + 1, closing);
  return /^\S*(?:\s+"[^"]*")?$/.test(target) ? closing + 1 : undefined;
}

/** Map the offset of each round bracket to that of its closing one. */
function pairBrackets(markdown: string): Map<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of markdown.matchAll(/[()]/g)) {
    if (bracket === '(') open.push(index);
    else {
      const opening = open.pop();
      if (opening !== undefined) closings.set(opening, index);
    }
  }
  return closings;
}
