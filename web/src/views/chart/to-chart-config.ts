import type { Chart, Column, Rows } from '@tallyboard/contract';
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { type FormatContext, formatCell, formatCompact, type Unit } from '../format/format-cell.ts';
import type { DirectLabelsOptions } from './direct-labels.ts';
import { type ChartSettings, toLabelAxis, toValueAxis } from './to-axes.ts';
import { type ChartData, type Series, toChartData } from './to-chart-data.ts';

type LineOrBar = 'line' | 'bar';
export type TallyChartConfig = ChartConfiguration<LineOrBar, (number | null)[], string>;

/** What Chart.js draws, with what a caption and a screen reader need to know beside it. */
export type ChartPlan = {
  config: TallyChartConfig;
  data: ChartData;
  /** Bars that lie. */
  horizontal: boolean;
  /** How high the drawing should be: it grows with the number of lying bars and with the legend. */
  heightPx: number;
};

const longLabel = 12;
const plainPx = 280;
const barPx = 26;
const axesPx = 90;

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
  const direct = toDirectLabels(chart, data, units);
  const valueAxis = horizontal ? 'x' : 'y';
  const axisOf = (unit: Unit) => (units.indexOf(unit) === 1 ? `${valueAxis}2` : valueAxis);

  const config: TallyChartConfig = {
    type: toDrawn(chart.mark),
    data: {
      labels: data.labels,
      datasets: data.series.map((series, index) =>
        toDataset(
          toDrawn(chart.mark),
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
      layout: { padding: toPadding(direct, data, horizontal) },
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
          display: data.series.length > 1 && direct !== 'ends',
          position: 'top',
          align: 'start',
          labels: {
            padding: 14,
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
        directLabels: {
          kind: direct,
          font: settings.theme.font,
          color: settings.theme.text,
          toText: (value) => formatCompact(value, units[0] ?? 'none', settings),
        } satisfies DirectLabelsOptions,
      },
    },
  };
  const legendPx = data.series.length > 1 && direct !== 'ends' ? toLegendPx(data.series) : 0;
  return { config, data, horizontal, heightPx: (horizontal ? toBarsPx(data) : plainPx) + legendPx };
}

function toDrawn(mark: Chart['mark']): LineOrBar {
  return mark === 'line' || mark === 'area' ? 'line' : 'bar';
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

function isLong(labels: string[]): boolean {
  return labels.length > 10 || labels.some((label) => label.length > longLabel);
}

/** What is said in the drawing itself: the names of few lines, or the values of few bars that are all above zero. */
function toDirectLabels(
  chart: Chart,
  { series, labels }: ChartData,
  units: Unit[],
): 'ends' | 'values' | null {
  if (chart.mark === 'line')
    return series.length > 1 && series.length <= 5 && units.length === 1 ? 'ends' : null;
  const positive = series[0]?.values.every((value) => value === null || value >= 0);
  return series.length === 1 && labels.length <= 15 && positive ? 'values' : null;
}

function toPadding(direct: 'ends' | 'values' | null, { series }: ChartData, horizontal: boolean) {
  if (direct === 'ends') return { top: 8, right: toLabelRoom(series) };
  return direct === 'values' && horizontal ? { top: 8, right: 48 } : { top: direct ? 20 : 8, right: 8 };
}

function toBarsPx({ labels, series }: ChartData): number {
  return Math.max(220, labels.length * Math.max(1, series.length * 0.6) * barPx + axesPx);
}

/** The lines that a legend takes at a usual width, at about 7 px a letter and 40 px for each key. */
function toLegendPx(series: Series[]): number {
  const widthPx = series.reduce((sum, one) => sum + one.label.length * 7 + 40, 0);
  return Math.ceil(widthPx / 420) * 24;
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
