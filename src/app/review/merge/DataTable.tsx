import type { ReactNode } from 'react';
import './dataTable.css';

interface DataTableProps {
  /** What the table is of. */
  readonly label: string;
  readonly head: readonly string[];
  /** The first cell names its row. */
  readonly rows: readonly { readonly key: string | number; readonly cells: readonly ReactNode[] }[];
  /** The columns that hold words or pictures, counted from 0; all others hold numbers. */
  readonly wordColumns?: readonly number[];
}

/** A table of facts; on a narrow page it scrolls by itself. */
export function DataTable({ label, head, rows, wordColumns = [0] }: DataTableProps) {
  const nameOf = (column: number) => (wordColumns.includes(column) ? 'is-word' : 'is-number');
  return (
    <div className="data-table" tabIndex={0} role="group" aria-label={label}>
      <table>
        <thead>
          <tr>
            {head.map((name, column) => (
              <th key={name} scope="col" className={nameOf(column)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row" className="is-word">
                    {cell}
                  </th>
                ) : (
                  <td key={column} className={nameOf(column)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
