import type { Chart, Column, Rows } from '@tallyboard/contract';
import type { ChartConfiguration, ChartDataset, ScaleOptionsByType } from 'chart.js';
import {
  type FormatContext,
  formatCell,
  formatCompact,
  type Unit,
  unitLabel,
} from '../format/format-cell.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { DirectLabelsOptions } from './direct-labels.ts';
import { type ChartData, type Series, toChartData } from './to-chart-data.ts';

export type ChartSettings = FormatContext & { theme: ChartTheme; reducedMotion: boolean };
type LineOrBar = 'line' | 'bar';
export type TallyChartConfig = ChartConfiguration<LineOrBar, (number | null)[], string>;

/** What Chart.js draws, with what a caption and a screen reader need to know beside it. */
export type ChartPlan = {
  config: TallyChartConfig;
  data: ChartData;
  /** Bars that lie: the figure grows with their number. */
  horizontal: boolean;
};

const longLabel = 12;

/**
 * A visualization over a result as a Chart.js configuration. Pure. Bars begin at zero; periods without a row are gaps; a
 * second unit gets the axis on the right; few lines are labelled at their end instead of in a legend.
 */
export function toChartConfig(
  chart: Chart,
  columns: Column[],
  rows: Rows,
  settings: ChartSettings,
): ChartPlan {
  const data = toChartData(chart, columns, rows, settings);
  const horizontal = chart.mark === 'bar' && !data.isTime && isLong(data.labels);
  const units = [...new Set(data.series.map((series) => series.unit))];
  const direct =
    chart.mark === 'line' && data.series.length > 1 && data.series.length <= 5 && units.length === 1;
  const valueAxis = horizontal ? 'x' : 'y';
  const axisOf = (unit: Unit) => (units.indexOf(unit) === 1 ? `${valueAxis}2` : valueAxis);

  const config: TallyChartConfig = {
    type: chart.mark,
    data: {
      labels: data.labels,
      datasets: data.series.map((series, index) =>
        toDataset(
          chart.mark,
          series,
          index,
          horizontal ? { xAxisID: axisOf(series.unit) } : { yAxisID: axisOf(series.unit) },
          settings,
        ),
      ),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: settings.reducedMotion ? false : { duration: 250 },
      indexAxis: horizontal ? 'y' : 'x',
      interaction: { mode: 'index', axis: horizontal ? 'y' : 'x', intersect: false },
      layout: { padding: { top: 8, right: direct ? toLabelRoom(data.series) : 8 } },
      scales: {
        [horizontal ? 'y' : 'x']: toLabelAxis(data, horizontal, settings),
        ...Object.fromEntries(
          units.map((unit, index) => [
            axisOf(unit),
            toValueAxis(chart, data, unit, index, horizontal, settings),
          ]),
        ),
      },
      plugins: {
        legend: {
          display: data.series.length > 1 && !direct,
          position: 'top',
          align: 'start',
          labels: {
            color: settings.theme.text,
            boxWidth: 10,
            boxHeight: 10,
            font: { family: settings.theme.font },
          },
        },
        tooltip: {
          backgroundColor: settings.theme.text,
          titleColor: settings.theme.surface,
          bodyColor: settings.theme.surface,
          padding: 10,
          boxPadding: 4,
          callbacks: {
            label: ({ dataset, datasetIndex, parsed }) =>
              toTooltip(
                dataset.label ?? '',
                data.series[datasetIndex],
                horizontal ? parsed.x : parsed.y,
                settings,
              ),
          },
        },
        directLabels: { enabled: direct, font: settings.theme.font } satisfies DirectLabelsOptions,
      },
    },
  };
  return { config, data, horizontal };
}

function toDataset(
  mark: LineOrBar,
  series: Series,
  index: number,
  axis: { xAxisID: string } | { yAxisID: string },
  { theme }: ChartSettings,
): ChartDataset<LineOrBar, (number | null)[]> {
  const color = theme.series[index % theme.series.length] ?? theme.text;
  const shared = {
    ...axis,
    label: series.label,
    data: series.values,
    backgroundColor: color,
    borderColor: color,
  };
  if (mark === 'bar') return { ...shared, type: 'bar', borderWidth: 0, borderRadius: 2, maxBarThickness: 44 };
  const points = series.values.filter((value) => value !== null).length;
  return {
    ...shared,
    type: 'line',
    borderWidth: 2,
    spanGaps: false,
    pointRadius: points <= 24 ? 3 : 0,
    pointHoverRadius: 5,
    // Lines differ by dash as well as by colour.
    borderDash: [[], [6, 3], [2, 3], [8, 3, 2, 3], [], [6, 3], [2, 3], [8, 3, 2, 3]][index % 8] ?? [],
  };
}

function toLabelAxis(data: ChartData, horizontal: boolean, { theme }: ChartSettings) {
  return {
    type: 'category' as const,
    grid: { display: false },
    border: { color: theme.grid },
    title: { display: !horizontal, text: data.xLabel, color: theme.muted, font: { family: theme.font } },
    ticks: { color: theme.muted, autoSkip: !horizontal, maxRotation: 40, font: { family: theme.font } },
  };
}

function toValueAxis(
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

function isLong(labels: string[]): boolean {
  return labels.length > 10 || labels.some((label) => label.length > longLabel);
}

/** Pixels for the longest label at a line's end, at about 7 px a letter. */
function toLabelRoom(series: Series[]): number {
  const longest = Math.max(...series.map((one) => one.label.length));
  return Math.min(140, 12 + longest * 7);
}

function toTooltip(
  label: string,
  series: Series | undefined,
  value: number | null,
  context: FormatContext,
): string {
  if (!series) return label;
  const unit = series.unit === 'units' || series.unit === 'days' ? ` ${series.unit}` : '';
  return ` ${label}: ${formatCell(value, series.column, context)}${unit}`;
}
