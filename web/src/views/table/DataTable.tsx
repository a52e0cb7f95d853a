import type { Column, Rows } from '@tallyboard/contract';
import { useMemo, useState } from 'react';
import { formatCount } from '../format/format-amount.ts';
import { type FormatContext, formatCell } from '../format/format-cell.ts';
import { type Sort, sortRows } from './sort-rows.ts';
import { toTotals } from './to-totals.ts';
import './table.css';

export type DataTableProps = {
  label: string;
  columns: Column[];
  rows: Rows;
  /** Rows that the read had beyond these. */
  rowsCut: number;
  format: FormatContext;
};

const firstRows = 200;

export function DataTable({ label, columns, rows, rowsCut, format }: DataTableProps) {
  const [sort, setSort] = useState<Sort | null>(null);
  const [all, setAll] = useState(false);
  const sorted = useMemo(() => sortRows(rows, sort, format.locale), [rows, sort, format.locale]);
  const totals = useMemo(() => toTotals(columns, rows, rowsCut), [columns, rows, rowsCut]);
  const shown = all ? sorted : sorted.slice(0, firstRows);
  if (rows.length === 0) return <p className="table-empty">No rows match.</p>;

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="table-scroller" aria-label={`${label}, rows`} tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th
                  key={column.name}
                  scope="col"
                  data-figure={isFigure(column) || undefined}
                  aria-sort={sort?.column === index ? sort.direction : undefined}
                >
                  <button type="button" onClick={() => setSort(nextSort(sort, index, column))}>
                    {toHeading(column)}
                    {sort?.column === index && (
                      <span className="table-sort" aria-hidden="true">
                        {sort.direction === 'ascending' ? ' ↑' : ' ↓'}
                      </span>
                    )}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own and are never edited.
              <tr key={index}>
                {columns.map((column, cell) => (
                  <td
                    key={column.name}
                    data-figure={isFigure(column) || undefined}
                    title={isFigure(column) ? undefined : String(row[cell] ?? '')}
                  >
                    {formatCell(row[cell] ?? null, column, format)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {totals && (
            <tfoot>
              <tr>
                {columns.map((column, index) => (
                  <td key={column.name} data-figure={isFigure(column) || undefined}>
                    {toTotalText(totals, index, column, format)}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      {shown.length < rows.length && (
        <button type="button" className="button table-more" onClick={() => setAll(true)}>
          Show all {formatCount(rows.length, 'row', 'rows', format.locale)}
        </button>
      )}
    </>
  );
}

function isFigure(column: Column): boolean {
  return column.type === 'integer' || column.type === 'number';
}

function toHeading(column: Column): string {
  return column.unit === 'units' || column.unit === 'days'
    ? `${column.label} (${column.unit})`
    : column.label;
}

function toTotalText(
  totals: (number | null)[],
  index: number,
  column: Column,
  format: FormatContext,
): string {
  const total = totals[index] ?? null;
  if (total !== null) return formatCell(total, column, format);
  return index === 0 ? 'Total' : '';
}

/** Figures begin with the largest, texts with the first; a third press gives the result's own order back. */
function nextSort(sort: Sort | null, column: number, { type }: Column): Sort | null {
  const figure = type === 'integer' || type === 'number';
  const first = figure ? ('descending' as const) : ('ascending' as const);
  const second = figure ? ('ascending' as const) : ('descending' as const);
  if (sort?.column !== column) return { column, direction: first };
  return sort.direction === first ? { column, direction: second } : null;
}
