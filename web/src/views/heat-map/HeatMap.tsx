import type { Chart, Column, Rows } from '@tallyboard/contract';
import { useMemo } from 'react';
import type { FormatContext } from '../format/format-cell.ts';
import { steps, toHeatGrid } from './to-heat-grid.ts';
import './heat-map.css';

export type HeatMapProps = { chart: Chart; columns: Column[]; rows: Rows; format: FormatContext };

/** A grid of coloured figures. It is a table: a screen reader walks it by row and column, and colour says nothing alone. */
export function HeatMap({ chart, columns, rows, format }: HeatMapProps) {
  const grid = useMemo(() => toHeatGrid(chart, columns, rows, format), [chart, columns, rows, format]);
  return (
    <>
      <section
        className="heat-scroller"
        aria-label={`${chart.title}, heat map`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
        data-diverging={grid.diverging || undefined}
      >
        <table className="heat-map">
          <thead>
            <tr>
              <th scope="col">{grid.rowLabel}</th>
              {grid.columns.map(({ name, short }) => (
                <th scope="col" key={name} title={name}>
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({ name, short, cells }) => (
              <tr key={name}>
                <th scope="row" title={name}>
                  {short}
                </th>
                {cells.map((cell, index) => (
                  <td key={grid.columns[index]?.name} data-heat={cell?.step} title={cell?.full}>
                    {cell?.text ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="heat-scale" data-diverging={grid.diverging || undefined}>
        <span>
          {grid.measure} {grid.low}
        </span>
        <span className="heat-steps" aria-hidden="true">
          {Array.from({ length: steps }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of the scale never change.
            <span key={index} data-heat={index + 1} />
          ))}
        </span>
        <span>{grid.high}</span>
      </p>
      {grid.notes.map((note) => (
        <p className="chart-note" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}
