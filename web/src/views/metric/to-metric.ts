import type { Column, Metric, Rows } from '@tallyboard/contract';
import { type FormatContext, formatCell } from '../format/format-cell.ts';
import { numberFormat } from '../format/intl.ts';

export type MetricText = {
  value: string;
  label: string;
  /** What it is compared with and how far it is from that; null where there is nothing to compare. */
  comparison: { text: string; direction: 'up' | 'down' | 'same' } | null;
};

/** The figure of a metric card: the value of the result's first row, and its change against the compared column. */
export function toMetric(
  metric: Metric,
  columns: Column[],
  rows: Rows,
  context: FormatContext,
): MetricText | null {
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
    label: column.label,
    comparison:
      other && typeof value === 'number' && typeof before === 'number'
        ? compare(value, before, column, other, context)
        : null,
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
    text: `${amount}${share} against ${formatCell(before, other, context)} ${other.label.toLowerCase()}`,
  };
}

function percent(fraction: number, { locale }: FormatContext): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(fraction);
}
