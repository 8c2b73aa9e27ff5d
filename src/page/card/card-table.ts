/** Builds the table that compares entries side by side, with source numbers in each cell. */
import type { CardCell, CardTable } from '../../core/cards/card-content.ts';
import type { CardStrings } from '../../core/cards/card-strings.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import { type Maker, makeButton, write } from './card-elements.ts';

/**
 * Build the table and the list of its sources.
 *
 * Roles are set explicitly: in a narrow card the rows are displayed as blocks, and browsers then
 * no longer expose them as rows.
 *
 * @param openRelated - Opens the card of another column's entry.
 */
export function buildTable(
  make: Maker,
  { heads, rows, sources }: CardTable,
  strings: CardStrings,
  openRelated: (ref: EntryRef) => void,
): HTMLElement[] {
  const table = withRole(make('table', 'which'), 'table');
  table.ariaLabel = strings.say('which');
  const head = withRole(make('tr', 'which-heads'), 'row');
  head.append(withRole(make('td', 'corner'), 'cell'));
  heads.forEach(({ ref, title }, i) => {
    const cell = withRole(make('th', i === 0 ? 'this' : ''), 'columnheader');
    cell.scope = 'col';
    if (i === 0) write(cell, title);
    else
      cell.append(
        write(
          makeButton(make, 'relation', '', () => openRelated(ref)),
          title,
        ),
      );
    head.append(cell);
  });
  table.append(withRole(make('thead', ''), 'rowgroup'), withRole(make('tbody', ''), 'rowgroup'));
  table.tHead?.append(head);
  for (const { label, cells } of rows) {
    const row = withRole(make('tr', ''), 'row');
    const name = withRole(make('th', '', label), 'rowheader');
    name.scope = 'row';
    row.append(name);
    cells.forEach((parts, i) => {
      const cell = withRole(make('td', i === 0 ? 'this' : ''), 'cell');
      cell.dataset.of = heads[i]?.title.text ?? '';
      cell.append(...parts.map((part) => buildPart(make, part)));
      row.append(cell);
    });
    table.tBodies[0]?.append(row);
  }
  const list = make('ol', 'which-sources');
  list.append(...sources.map((source) => make('li', '', source)));
  return [table, list];
}

function buildPart(make: Maker, { text, source }: CardCell): HTMLElement {
  const part = make('div', 'part');
  part.append(write(make('span', ''), text));
  if (source !== null) part.append(make('sup', 'number', String(source)));
  return part;
}

function withRole<T extends HTMLElement>(element: T, role: string): T {
  element.role = role;
  return element;
}
