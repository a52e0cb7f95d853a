import type { Cell, Chart, Column, Rows } from '@tallyboard/contract';
import { type FormatContext, formatCell, type Unit } from '../format/format-cell.ts';
import { toPeriods } from './to-periods.ts';

export type Series = { label: string; unit: Unit; column: Column; values: (number | null)[] };
export type ChartData = {
  xLabel: string;
  /** True where x is a date: its order is time's, and gaps are kept. */
  isTime: boolean;
  labels: string[];
  series: Series[];
  /** What was left out, each in a sentence. */
  notes: string[];
};

export const maxSeries = 8;

/** The numbers of a chart, taken from a result's rows by the column names that the visualization gives. */
export function toChartData(chart: Chart, columns: Column[], rows: Rows, context: FormatContext): ChartData {
  const indexOf = (name: string) => columns.findIndex((column) => column.name === name);
  const xIndex = indexOf(chart.x);
  const x = columns[xIndex];
  const notes: string[] = [];
  const isTime = x?.type === 'date';
  const splitIndex = chart.series === null ? -1 : indexOf(chart.series);
  const repeated = splitIndex === -1 && hasRepeats(rows, xIndex);
  const keys = toKeys(rows, xIndex, x, isTime, repeated);
  const label = (key: string, index: number) =>
    repeated ? toRowLabel(columns, rows[index] ?? [], context) : labelOf(key, rows, xIndex, x, context);
  const keyOf = (row: Cell[], index: number) => (repeated ? String(index) : String(row[xIndex]));
  const position = new Map(keys.map((key, index) => [key, index]));

  const groups = new Map<string, { label: string; column: Column; cells: (number | null)[] }>();
  rows.forEach((row, rowIndex) => {
    const at = position.get(keyOf(row, rowIndex));
    if (at === undefined) return;
    for (const name of chart.y) {
      const yIndex = indexOf(name);
      const column = columns[yIndex];
      const value = row[yIndex];
      if (!column) continue;
      const split = columns[splitIndex];
      const part = split ? formatCell(row[splitIndex] ?? null, split, context) : null;
      const key = JSON.stringify([name, part]);
      const text = part === null ? column.label : chart.y.length > 1 ? `${part}, ${column.label}` : part;
      const group = groups.get(key) ?? { label: text, column, cells: keys.map(() => null) };
      if (typeof value === 'number') group.cells[at] = value;
      groups.set(key, group);
    }
  });

  let series = [...groups.values()].map(
    ({ label: text, column, cells }): Series => ({ label: text, unit: column.unit, column, values: cells }),
  );
  if (series.length > maxSeries) {
    const size = (one: Series) => one.values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
    notes.push(`The ${maxSeries} largest of ${series.length} series are drawn; the table has all.`);
    series = series.toSorted((a, b) => size(b) - size(a)).slice(0, maxSeries);
  }
  const units = [...new Set(series.map((one) => one.unit))];
  if (units.length > 2) {
    const kept = units.slice(0, 2);
    notes.push('Columns of a third unit are not drawn; the table has them.');
    series = series.filter((one) => kept.includes(one.unit));
  }
  return { xLabel: x?.label ?? '', isTime, labels: keys.map(label), series, notes };
}

function hasRepeats(rows: Rows, xIndex: number): boolean {
  return new Set(rows.map((row) => row[xIndex])).size < rows.length;
}

function toKeys(
  rows: Rows,
  xIndex: number,
  x: Column | undefined,
  isTime: boolean,
  repeated: boolean,
): string[] {
  if (repeated) return rows.map((_row, index) => String(index));
  const cells = rows.map((row) => row[xIndex]);
  if (isTime)
    return toPeriods(
      cells.filter((cell) => typeof cell === 'string'),
      x?.grain ?? 'day',
    );
  return [...new Set(cells.map(String))];
}

function labelOf(
  key: string,
  rows: Rows,
  xIndex: number,
  x: Column | undefined,
  context: FormatContext,
): string {
  if (!x) return key;
  const cell = x.type === 'date' ? key : rows.find((row) => String(row[xIndex]) === key)?.[xIndex];
  return formatCell(cell ?? null, x, context);
}

/** A row by all that describes it, for rows that one column alone does not tell apart. */
function toRowLabel(columns: Column[], row: Cell[], context: FormatContext): string {
  return columns
    .flatMap((column, index) =>
      column.role === 'dimension' ? [formatCell(row[index] ?? null, column, context)] : [],
    )
    .join(' · ');
}
