import type { Column, Rows } from '@tallyboard/contract';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { CopyButton } from '../copy/CopyButton.tsx';
import { formatCount } from '../format/format-amount.ts';
import { type FormatContext, formatCell } from '../format/format-cell.ts';
import { toHeading } from '../format/with-unit.ts';
import { type Sort, sortRows } from './sort-rows.ts';
import { toTabbed } from './to-tabbed.ts';
import { toTotals } from './to-totals.ts';
import { toWidestTexts } from './to-widest-texts.ts';
import { useRowWindow, virtualFrom } from './use-row-window.ts';
import './table.css';

export type DataTableProps = {
  label: string;
  columns: Column[];
  rows: Rows;
  /** Rows that the read had beyond these. */
  rowsCut: number;
  format: FormatContext;
  /** Where the button stands that copies all rows: a selection holds those alone that are drawn. */
  tools: Element | null;
};

/** At least one row. Sorted by its headings; of many rows, those in sight are drawn. */
export function DataTable({ label, columns, rows, rowsCut, format, tools }: DataTableProps) {
  const [sort, setSort] = useState<Sort | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const sorted = useMemo(() => sortRows(rows, sort, format.locale), [rows, sort, format.locale]);
  const totals = useMemo(() => toTotals(columns, rows, rowsCut), [columns, rows, rowsCut]);
  const { first, end, beforePx, afterPx, tall } = useRowWindow(scroller, rows.length);
  const virtual = rows.length > virtualFrom;
  const widest = useMemo(
    () => (virtual ? toWidestTexts(columns, rows, format) : null),
    [virtual, columns, rows, format],
  );
  // What is drawn over the end of the lines stays beside the scrollbar.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the rows their height changes.
  useEffect(() => {
    const { current } = scroller;
    current?.style.setProperty('--bar', `${current.offsetWidth - current.clientWidth}px`);
  }, [rows]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; a section would be one more landmark.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div className="table-scroller" role="group" aria-label={`${label}, rows`} tabIndex={0} ref={scroller}>
      {tools &&
        createPortal(
          <CopyButton named text={() => toTabbed(columns, sorted, format)} label="Copy the rows" />,
          tools,
        )}
      <table
        className="data-table"
        aria-rowcount={virtual ? rows.length + 1 : undefined}
        data-tall={tall || undefined}
      >
        <thead>
          <tr aria-rowindex={virtual ? 1 : undefined}>
            {columns.map((column, index) => (
              <th
                key={column.name}
                scope="col"
                data-figure={isFigure(column) || undefined}
                aria-sort={sort?.column === index ? sort.direction : undefined}
              >
                <button
                  type="button"
                  onClick={() => {
                    setSort(nextSort(sort, index, column));
                    scroller.current?.scrollTo({ top: 0 });
                  }}
                >
                  {toHeading(column)}
                  {sort?.column === index && (
                    <span aria-hidden="true">{sort.direction === 'ascending' ? ' ↑' : ' ↓'}</span>
                  )}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {widest && <WidestRow columns={columns} texts={widest} />}
          {widest && <WidestRow columns={columns} texts={widest} />}
          {beforePx > 0 && <Spacer px={beforePx} columns={columns.length} />}
          {sorted.slice(first, end).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own and are never edited.
            <tr key={first + index} aria-rowindex={virtual ? first + index + 2 : undefined}>
              {columns.map((column, cell) => {
                const text = formatCell(row[cell] ?? null, column, format);
                const figure = isFigure(column) || undefined;
                if (cell === 0 && !figure)
                  return (
                    <th key={column.name} scope="row" title={text}>
                      <span>{text}</span>
                    </th>
                  );
                return (
                  <td key={column.name} data-figure={figure} title={figure ? undefined : text}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
          {afterPx > 0 && <Spacer px={afterPx} columns={columns.length} />}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={column.name} data-figure={isFigure(column) || undefined}>
                  {toTotalText(totals, index, column, format, rows.length)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** Takes no height and is not seen. The first holds a column at the least width for its widest text, the second gives it what room there is. */
function WidestRow({ columns, texts }: { columns: Column[]; texts: string[] }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus.
    <tr className="table-widest" aria-hidden="true">
      {columns.map((column, index) => (
        <td key={column.name} data-figure={isFigure(column) || undefined}>
          <div>{texts[index]}</div>
        </td>
      ))}
    </tr>
  );
}

/** In place of the rows out of sight. */
function Spacer({ px, columns }: { px: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus.
    <tr className="table-spacer" aria-hidden="true">
      <td colSpan={columns} ref={(cell) => cell?.style.setProperty('block-size', `${px}px`)} />
    </tr>
  );
}

function isFigure(column: Column): boolean {
  return column.type === 'integer' || column.type === 'number';
}

function toTotalText(
  totals: (number | null)[],
  index: number,
  column: Column,
  format: FormatContext,
  count: number,
): string {
  const total = totals[index] ?? null;
  if (total !== null) return formatCell(total, column, format);
  // A list of the highest is not all there is.
  return index === 0 ? `Total of ${formatCount(count, 'row', 'rows', format.locale)}` : '';
}

/** Figures begin with the largest, texts with the first; a third press gives the result's own order back. */
function nextSort(sort: Sort | null, index: number, column: Column): Sort | null {
  const [first, second] = isFigure(column)
    ? (['descending', 'ascending'] as const)
    : (['ascending', 'descending'] as const);
  if (sort?.column !== index) return { column: index, direction: first };
  return sort.direction === first ? { column: index, direction: second } : null;
}
