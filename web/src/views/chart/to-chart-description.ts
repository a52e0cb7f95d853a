import type { Chart } from '@tallyboard/contract';
import { type FormatContext, formatCell } from '../format/format-cell.ts';
import { chartKinds } from './chart-kinds.ts';
import type { ChartData, Series } from './to-chart-data.ts';

/** What a chart shows, in words, from its data: kind, extent, and per series the lowest, highest and last value. */
export function toChartDescription(chart: Chart, data: ChartData, context: FormatContext): string {
  const first = data.labels[0];
  const last = data.labels.at(-1);
  if (first === undefined || last === undefined) return `${chart.title}. No data.`;
  const kind = chartKinds[chart.mark];
  const extent =
    data.labels.length === 1 ? first : `${data.labels.length} values of ${data.xLabel}, ${first} to ${last}`;
  return `${kind}: ${chart.title}. ${extent}. ${data.series.map((series) => describe(series, data.labels, context)).join(' ')}`;
}

function describe(series: Series, labels: string[], context: FormatContext): string {
  const known = series.values.flatMap((value, index) =>
    value === null ? [] : [{ value, label: labels[index] ?? '' }],
  );
  const low = known.reduce((a, b) => (b.value < a.value ? b : a), known[0] ?? { value: 0, label: '' });
  const high = known.reduce((a, b) => (b.value > a.value ? b : a), known[0] ?? { value: 0, label: '' });
  const last = known.at(-1);
  if (!last) return `${series.label}: no values.`;
  const text = (value: number) => formatCell(value, series.column, context);
  if (known.length === 1) return `${series.label}: ${text(last.value)}.`;
  return `${series.label}: lowest ${text(low.value)} (${low.label}), highest ${text(high.value)} (${high.label}), last ${text(last.value)}.`;
}
