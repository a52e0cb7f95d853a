import type { Column, Metric, Rows } from '@tallyboard/contract';
import { type Days, toLastDay } from '../period/to-last-day.ts';

/** A figure over time: what a metric card says of its last period, and draws of all. */
export type Trend = {
  /** First days of the periods, in order of time. */
  periods: string[];
  values: (number | null)[];
  /** False where the last period had not ended on the last day that the result covers. */
  isComplete: boolean;
};

/** The values of a metric in order of time. A first period that the days cut is left out: it would look like a low. */
export function toTrend(metric: Metric, columns: Column[], rows: Rows, days: Days | null): Trend | null {
  const timeIndex = columns.findIndex((column) => column.name === metric.trend);
  const valueIndex = columns.findIndex((column) => column.name === metric.value);
  const grain = columns[timeIndex]?.grain;
  if (metric.trend === undefined || timeIndex === -1 || valueIndex === -1) return null;
  const points = rows
    .flatMap((row) => {
      const period = row[timeIndex];
      const value = row[valueIndex];
      if (typeof period !== 'string') return [];
      return [{ period, value: typeof value === 'number' ? value : null }];
    })
    .toSorted((a, b) => a.period.localeCompare(b.period))
    .filter(({ period }, index, all) => index === all.length - 1 || days === null || period >= days.start);
  const last = points.at(-1);
  if (last === undefined) return null;
  return {
    periods: points.map(({ period }) => period),
    values: points.map(({ value }) => value),
    isComplete: days === null || toLastDay(last.period, grain) <= days.end,
  };
}
