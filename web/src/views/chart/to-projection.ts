import type { Cell, Chart, Column, Rows } from '@tallyboard/contract';
import type { Bound, ChartData, Series } from './to-chart-data.ts';

type Source = {
  columns: Column[];
  rows: Rows;
  /** Where each row lies along x. */
  places: (number | undefined)[];
  memberOf: (row: Cell[]) => string | null;
};

/** Adds to each series what is expected after it: a series of its own that begins where the known values end. */
export function projectSeries(
  data: ChartData,
  projection: NonNullable<Chart['projection']>,
  source: Source,
): ChartData {
  const column = source.columns.find(({ name }) => name === projection.value);
  if (!column) return data;
  const series = data.series.flatMap((known): Series[] => {
    const read = (name: string) => readValues(name, known, source, data.labels.length);
    const ranges = projection.intervals.flatMap(({ lower, upper }) => {
      const [low, high] = [toBound(lower, source, read), toBound(upper, source, read)];
      return low && high ? [{ lower: low, upper: high }] : [];
    });
    const index = known.values.findLastIndex((value) => value !== null);
    const value = known.values[index] ?? null;
    const expected: Series = {
      ...known,
      label: known.member === null ? column.label : `${known.member}, ${column.label.toLowerCase()}`,
      column,
      unit: column.unit,
      values: read(projection.value),
      projected: { from: value === null ? null : { index, value }, ranges },
    };
    return expected.values.some((each) => each !== null) ? [known, expected] : [known];
  });
  const drawn = series.find(({ projected }) => projected)?.projected;
  if (!drawn) return data;
  const named = drawn.ranges.map(toRangeName);
  const shaded = named.length > 0 ? `; shaded is its range, ${named.join(' and, lighter, ')}` : '';
  return { ...data, series, notes: [...data.notes, `Dashed is expected, not known${shaded}.`] };
}

/** What both ends of a range say: "80%" of "Lower 80%" and "Upper 80%"; else both names. */
function toRangeName({ lower, upper }: { lower: Bound; upper: Bound }): string {
  const others = upper.column.label.split(' ');
  const shared = lower.column.label.split(' ').filter((word) => others.includes(word));
  return shared.length > 0
    ? shared.join(' ')
    : `${lower.column.label} to ${upper.column.label}`.toLowerCase();
}

function toBound(name: string, { columns }: Source, read: (name: string) => (number | null)[]): Bound | null {
  const column = columns.find((one) => one.name === name);
  return column ? { column, values: read(name) } : null;
}

function readValues(
  name: string,
  { member }: Series,
  { columns, rows, places, memberOf }: Source,
  length: number,
): (number | null)[] {
  const index = columns.findIndex((column) => column.name === name);
  const values = Array.from({ length }, (): number | null => null);
  rows.forEach((row, rowIndex) => {
    const at = places[rowIndex];
    const value = row[index];
    if (at !== undefined && typeof value === 'number' && memberOf(row) === member) values[at] = value;
  });
  return values;
}
