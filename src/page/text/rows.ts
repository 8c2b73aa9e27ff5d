/** Rows of tables and of lists of terms. */
import { localNameOf } from './node-properties.ts';

/** Longer rows do not pair a term with what it means; in UTF-16 code units. */
const LONGEST_ROW = 300;

/** The row of a table or list of terms that a cell opens: its cells, a tab between them. */
export function readRow(cell: Element): string | null {
  if (localNameOf(cell) !== 'dt' && cell.previousElementSibling) return null;
  const next = cell.nextElementSibling;
  if (!next || !/^(?:td|dd)$/.test(localNameOf(next))) return null;
  const [one, other] = [readShort(cell), readShort(next)];
  return one === null || other === null ? null : fitRow(`${one.trim()}\t${other.trim()}`);
}

const fitRow = (row: string) => (row.length <= LONGEST_ROW ? row : null);

/** The text of an element; null if it is too long for a row, blanks at both ends left out. */
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
