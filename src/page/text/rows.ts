/** Reads rows of tables and of lists of terms. */
import { localNameOf } from './node-properties.ts';

/** The longest row that may pair a term with its meaning, in UTF-16 code units. */
const LONGEST_ROW = 300;

/** The row that a cell opens: its first two cells with a tab between them; null if it is none. */
export function readRow(cell: Element): string | null {
  if (localNameOf(cell) !== 'dt' && cell.previousElementSibling) return null;
  const next = cell.nextElementSibling;
  if (!next || !/^(?:td|dd)$/.test(localNameOf(next))) return null;
  const [one, other] = [readShort(cell), readShort(next)];
  return one === null || other === null ? null : fitRow(`${one.trim()}\t${other.trim()}`);
}

const fitRow = (row: string) => (row.length <= LONGEST_ROW ? row : null);

/** The text of an element without blank nodes at its ends; null if it is too long for a row. */
function readShort(element: Element): string | null {
  const walker = (element.ownerDocument as Document).createTreeWalker(
    element,
    NodeFilter.SHOW_TEXT,
  );
  let text = '';
  let blanks = '';
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { data } = node;
    if (/\S/.test(data)) {
      text += text === '' ? data.trimStart() : blanks + data;
      blanks = '';
      if (text.trimEnd().length > LONGEST_ROW) return null;
    } else blanks += data;
  }
  return text;
}
