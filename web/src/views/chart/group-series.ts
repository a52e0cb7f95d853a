import type { Chart } from '@tallyboard/contract';
import type { Series } from './to-chart-data.ts';

export const maxSeries = 8;

/** As many series as the palette has colours. The rest of a stack is one more part of it; other charts leave it to the table. */
export function groupSeries(
  mark: Chart['mark'],
  series: Series[],
  notes: string[],
): { series: Series[]; notes: string[] } {
  const bySize = series.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (series.length <= maxSeries) return { series: isStack(mark) ? bySize : series, notes };
  if (!isStack(mark)) {
    const note = `The ${maxSeries} largest of ${series.length} series are drawn; the table has all.`;
    return { series: bySize.slice(0, maxSeries), notes: [...notes, note] };
  }
  const kept = bySize.slice(0, maxSeries - 1);
  const rest = bySize.slice(maxSeries - 1);
  const [first] = rest;
  if (!first) return { series: kept, notes };
  const values = first.values.map((_value, index) => sum(rest.map((one) => one.values[index] ?? null)));
  const note = `The ${rest.length} smallest of ${series.length} parts are drawn as one; the table has all.`;
  return {
    series: [...kept, { ...first, label: `${rest.length} others`, member: null, values }],
    notes: [...notes, note],
  };
}

/** True where series lie on top of each other. */
export function isStack(mark: Chart['mark']): boolean {
  return mark === 'stacked_bar' || mark === 'area';
}

/** In an area a part without a row is nothing where other parts have one; where none has, the gap stays. */
export function fillParts(series: Series[]): Series[] {
  return series.map((one) => ({
    ...one,
    values: one.values.map((value, index) =>
      value === null && series.some(({ values }) => (values[index] ?? null) !== null) ? 0 : value,
    ),
  }));
}

/** The sum of what is there; null where nothing is. */
export function sum(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

function sizeOf({ values }: Series): number {
  return values.reduce<number>((total, value) => total + Math.abs(value ?? 0), 0);
}
