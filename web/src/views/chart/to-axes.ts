import type { Chart } from '@tallyboard/contract';
import type { ScaleOptionsByType } from 'chart.js';
import { type FormatContext, formatCompact, type Unit, unitLabel } from '../format/format-cell.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { ChartData, Series } from './to-chart-data.ts';

export type ChartSettings = FormatContext & { theme: ChartTheme; reducedMotion: boolean };

/** Letters of an axis label; the tooltip has the whole. */
const labelLength = 26;

export function toLabelAxis(data: ChartData, horizontal: boolean, { theme }: ChartSettings) {
  return {
    type: 'category' as const,
    grid: { display: false },
    border: { color: theme.grid },
    title: { display: !horizontal, text: data.xLabel, color: theme.muted, font: { family: theme.font } },
    ticks: {
      color: theme.muted,
      autoSkip: !horizontal,
      maxRotation: 40,
      font: { family: theme.font },
      callback: (index: string | number) => shorten(data.labels[Number(index)] ?? ''),
    },
  };
}

export function toValueAxis(
  chart: Chart,
  data: ChartData,
  unit: Unit,
  index: number,
  horizontal: boolean,
  settings: ChartSettings,
) {
  const { theme } = settings;
  const own = data.series.filter((series) => series.unit === unit);
  const names =
    own.length === 1 || chart.series === null
      ? [...new Set(own.map((series) => series.column.label))].slice(0, 3)
      : [own[0]?.column.label ?? ''];
  const label = unitLabel(unit, settings);
  const text = `${names.join(', ')}${label ? ` (${label})` : ''}`;
  const position = horizontal ? (index === 0 ? 'bottom' : 'top') : index === 0 ? 'left' : 'right';
  return {
    type: 'linear' as const,
    position,
    beginAtZero: chart.mark === 'bar' || isNearZero(own),
    grid: { color: theme.grid, drawOnChartArea: index === 0 },
    border: { display: false },
    title: { display: true, text, color: theme.muted, font: { family: theme.font } },
    ticks: {
      color: theme.muted,
      maxTicksLimit: 6,
      font: { family: theme.font },
      callback: (value: string | number) => formatCompact(Number(value), unit, settings),
      ...(unit === 'count' || (unit === 'units' && own.every(isWhole)) ? { precision: 0 } : {}),
    },
  } satisfies Partial<Omit<ScaleOptionsByType<'linear'>, 'grid' | 'border' | 'title' | 'ticks'>> &
    Record<string, unknown>;
}

/** A line may leave out zero, but not when zero is so near that leaving it out only exaggerates. */
function isNearZero(series: Series[]): boolean {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low >= 0 && low < high * 0.6;
}

function isWhole({ values }: Series): boolean {
  return values.every((value) => value === null || Number.isInteger(value));
}

function shorten(label: string): string {
  return label.length > labelLength ? `${label.slice(0, labelLength - 1).trimEnd()}…` : label;
}
