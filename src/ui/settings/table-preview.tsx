import { useState } from 'preact/hooks';
import {
  type ColumnRole,
  guessReading,
  isWhole,
  ROLES,
  type SimpleTable,
  type TableReading,
  takenRows,
} from '../../core/packs/simple-table.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { useShownTitle } from './use-shown-title.ts';

/** Rows shown: enough to see what the columns hold. */
const ROWS_SHOWN = 4;

interface TablePreviewProps {
  readonly table: SimpleTable;
  readonly onTake: (reading: TableReading) => void;
  readonly onClose: () => void;
  readonly t: Translate;
}

/** Preview of a table without our headings, in which the reader says what each column holds. */
export function TablePreview({ table, onTake, onClose, t }: TablePreviewProps) {
  const [reading, setReading] = useState(() => guessReading(table));
  const title = useShownTitle();
  const { roles, hasHead } = reading;
  const setRole = (column: number, role: ColumnRole) =>
    setReading({ ...reading, roles: roles.map((each, i) => (i === column ? role : each)) });
  const whole = isWhole(roles);
  const { taken, left } = takenRows(table, reading);
  const format = createNumberFormat(t);
  return (
    <div class="preview">
      <h3 ref={title} tabIndex={-1}>
        {t('settings.tableTitle')}
      </h3>
      <p>{t('settings.tableIntro', [table.file])}</p>
      <TableHead table={table} reading={reading} onRole={setRole} t={t} />
      <label class="table-head">
        <input
          type="checkbox"
          checked={hasHead}
          onChange={({ currentTarget }) =>
            setReading({ ...reading, hasHead: currentTarget.checked })
          }
        />{' '}
        {t('settings.tableHead')}
      </label>
      {whole ? (
        <p>
          {t('settings.tableCount', taken.length, [format(taken.length)])}{' '}
          {left > 0 && t('settings.tableLeft', left, [format(left)])}
        </p>
      ) : (
        <p class="bad">{t('settings.tableNeeds')}</p>
      )}
      <div class="buttons">
        {whole && taken.length > 0 && (
          <button type="button" class="button main" onClick={() => onTake(reading)}>
            {t('settings.tableTake')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {t('settings.cancel')}
        </button>
      </div>
    </div>
  );
}

interface TableHeadProps extends Pick<TablePreviewProps, 'table' | 't'> {
  readonly reading: TableReading;
  readonly onRole: (column: number, role: ColumnRole) => void;
}

/** The first rows, with a choice above each column. */
function TableHead({ table, reading: { roles, hasHead }, onRole, t }: TableHeadProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling element must be reachable by key
    <div class="table-scroll" tabIndex={0}>
      <table class="table-rows">
        <thead>
          <tr>
            {roles.map((role, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
              <th key={column} scope="col">
                <select
                  aria-label={t('settings.tableColumn', [String(column + 1)])}
                  value={role}
                  onChange={({ currentTarget }) =>
                    onRole(column, ROLES.find((each) => each === currentTarget.value) ?? 'skip')
                  }
                >
                  {ROLES.map((each) => (
                    <option key={each} value={each}>
                      {sayRole(each, t)}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, ROWS_SHOWN).map((row, i) => (
            <tr key={table.lines[i]} class={hasHead && i === 0 ? 'heads' : ''}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                <td key={column} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sayRole(role: ColumnRole, t: Translate): string {
  switch (role) {
    case 'term':
      return t('settings.ownTerm');
    case 'long':
      return t('settings.ownLong');
    case 'alias':
      return t('settings.ownAliases');
    case 'gloss':
      return t('settings.ownGloss');
    case 'skip':
      return t('settings.tableSkip');
  }
}
