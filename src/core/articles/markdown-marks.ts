/** Takes code and links out of Markdown, each in one pass: marks may stay open in any number. */

/**
 * Put an empty line in place of what stands between two lines that begin with three or more
 * backticks, or tildes, and of the two. A fence that no other closes is left as it stands.
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

/** For each line that is a fence: the next one of the same mark. */
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

/** A bracket of Markdown that is open. */
interface Opening {
  /** Its place among the parts of the text. */
  readonly part: number;
  readonly isPicture: boolean;
}

const PIECE = /!?\[|\]|!|[^![\]]+/g;
/** UTF-16 code units of an address with its title. */
const LONGEST_TARGET = 2_500;

/** Leave a link's words alone of it, and nothing of a picture. */
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

/** Where `(address "title")` ends that begins at `at`; undefined if none does. */
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

/** For each round bracket that is closed: where. */
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
