import type { Column, Metric, Rows } from '@tallyboard/contract';
import { type FormatContext, formatCell } from '../format/format-cell.ts';
import { formatPeriod } from '../format/format-period.ts';
import { numberFormat } from '../format/intl.ts';
import { toHeading } from '../format/with-unit.ts';
import type { Days } from '../period/to-last-day.ts';
import { type Trend, toTrend } from './to-trend.ts';

export type MetricText = {
  value: string;
  label: string;
  /** What it is compared with and how far it is from that; null where there is nothing to compare. */
  comparison: { text: string; direction: 'up' | 'down' | 'same' } | null;
  /** The figure over time, and what a screen reader says of it. */
  trend?: { values: (number | null)[]; label: string };
};

/**
 * The figure of a metric card: the value of the result's first row, and its change against the compared column. Over time it is
 * the value of the last period against the one before, unless the last has not ended.
 * @param days the days that the result covers
 */
export function toMetric(
  metric: Metric,
  columns: Column[],
  rows: Rows,
  context: FormatContext,
  days: Days | null = null,
): MetricText | null {
  const trend = toTrend(metric, columns, rows, days);
  if (trend) return toLatest(metric, trend, columns, context);
  const row = rows[0];
  const index = columns.findIndex((column) => column.name === metric.value);
  const column = columns[index];
  if (!row || !column) return null;
  const value = row[index] ?? null;
  const otherIndex = columns.findIndex((one) => one.name === metric.compareTo);
  const other = columns[otherIndex];
  const before = row[otherIndex] ?? null;
  return {
    value: formatCell(value, column, context),
    label: toHeading(column),
    comparison:
      other && typeof value === 'number' && typeof before === 'number'
        ? compare(value, before, column, other, context)
        : null,
  };
}

function toLatest(
  metric: Metric,
  trend: Trend,
  columns: Column[],
  context: FormatContext,
): MetricText | null {
  const column = columns.find((one) => one.name === metric.value);
  const grain = columns.find((one) => one.name === metric.trend)?.grain ?? 'day';
  const period = trend.periods.at(-1);
  if (!column || period === undefined) return null;
  const name = (start: string) => formatPeriod(start, grain, context.locale);
  const value = trend.values.at(-1) ?? null;
  const before = trend.values.at(-2) ?? null;
  const earlier = trend.periods.at(-2);
  const compares = trend.isComplete && typeof value === 'number' && before !== null && earlier !== undefined;
  const known = trend.values.filter((each) => each !== null);
  const text = (each: number) => formatCell(each, column, context);
  return {
    value: formatCell(value, column, context),
    label: `${toHeading(column)}, ${name(period)}${trend.isComplete ? '' : ' so far'}`,
    comparison: compares
      ? compare(value, before, column, { ...column, label: `in ${name(earlier)}` }, context)
      : null,
    ...(known.length > 1 && {
      trend: {
        values: trend.values,
        label: `${column.label} from ${name(trend.periods[0] ?? period)} to ${name(period)}: lowest ${text(Math.min(...known))}, highest ${text(Math.max(...known))}.`,
      },
    }),
  };
}

function compare(value: number, before: number, column: Column, other: Column, context: FormatContext) {
  const difference = value - before;
  const direction = difference > 0 ? ('up' as const) : difference < 0 ? ('down' as const) : ('same' as const);
  const sign = difference > 0 ? '+' : '';
  const amount =
    column.unit === 'fraction'
      ? `${sign}${numberFormat(context.locale, { maximumFractionDigits: 1 }).format(difference * 100)} points`
      : `${sign}${formatCell(difference, column, context)}`;
  const share =
    before !== 0 && column.unit !== 'fraction'
      ? ` (${sign}${percent(difference / Math.abs(before), context)})`
      : '';
  return {
    direction,
    text: `${`${amount}${share}`.replaceAll('-', '\u2212')} against ${formatCell(before, other, context)} ${toWords(other.label, column.label)}`,
  };
}

/** A heading inside a sentence, of the same figure in another period that period; the name of a month keeps its capital. */
function toWords(label: string, own: string): string {
  if (label.startsWith('in ')) return label;
  return `(${label.startsWith(`${own}, `) ? label.slice(own.length + 2) : label.toLowerCase()})`;
}

function percent(fraction: number, { locale }: FormatContext): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(fraction);
}
