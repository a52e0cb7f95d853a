import type { Chart, Column, Rows } from '@tallyboard/contract';
import type { ChartConfiguration } from 'chart.js';
import { type FormatContext, formatCell, formatLabel, type Unit } from '../format/format-cell.ts';
import { alignZeros } from './align-zeros.ts';
import type { BandsOptions } from './bands.ts';
import { toLegend, toLegendPx, toTooltipStyle } from './chart-style.ts';
import type { DirectLabelsOptions } from './direct-labels.ts';
import { isStack, sum } from './group-series.ts';
import { type ChartSettings, toAxisLabel, toLabelAxis, toValueAxis } from './to-axes.ts';
import { type ChartData, type Series, toChartData } from './to-chart-data.ts';
import { toBands, toDataset } from './to-dataset.ts';

export type TallyChartConfig = ChartConfiguration<'line' | 'bar', (number | null)[], string>;

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
/** Letters that have room beside each other along an axis in the panel; more would stand aslant. */
const lettersAcross = 48;
const plainPx = 280;
const barPx = 30;
const linePx = 16;
const axesPx = 90;

/**
 * Lines, bars, stacked bars and areas as a Chart.js configuration. Pure. Bars and areas begin at zero; periods without a row
 * are gaps; a second unit gets the axis on the right; few lines are labelled at their end instead of in a legend.
 */
export function toChartConfig(
  chart: Chart,
  columns: Column[],
  rows: Rows,
  settings: ChartSettings,
): ChartPlan {
  const data = toChartData(chart, columns, rows, settings);
  const isLine = chart.mark === 'line' || chart.mark === 'area';
  const horizontal = !isLine && !data.isTime && isLong(data.names);
  const units = [...new Set(data.series.map((series) => series.unit))];
  const direct = toDirectLabels(chart, data, units, horizontal);
  const valueAxis = horizontal ? 'x' : 'y';
  const axisOf = (unit: Unit) => (units.indexOf(unit) === 1 ? `${valueAxis}2` : valueAxis);
  const hasLegend = data.series.length > 1 && direct !== 'ends';
  const aligned = chart.mark === 'bar' && units.length === 2 ? toAligned(data, units) : null;

  const toText = (value: number) => formatLabel(value, units[0] ?? 'none', settings);
  const config: TallyChartConfig = {
    type: isLine ? 'line' : 'bar',
    data: {
      labels: data.labels,
      datasets: data.series.map((series) => {
        const id = axisOf(series.unit);
        return toDataset(chart, data, series, horizontal ? { xAxisID: id } : { yAxisID: id }, settings.theme);
      }),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: settings.reducedMotion ? false : { duration: 250 },
      indexAxis: horizontal ? 'y' : 'x',
      interaction: { mode: 'index', axis: horizontal ? 'y' : 'x', intersect: false },
      layout: { padding: toPadding(direct, data, horizontal, hasLegend, toText) },
      scales: {
        [horizontal ? 'y' : 'x']: toLabelAxis(chart, data, horizontal, settings),
        ...Object.fromEntries(
          units.map((unit, index) => [
            axisOf(unit),
            {
              ...toValueAxis(chart, data, unit, index, horizontal, settings),
              ...aligned?.[index],
              // Room at the ends of the bars for their values.
              ...(direct !== null && direct !== 'ends' && needsGrace(data, horizontal) && { grace: '8%' }),
            },
          ]),
        ),
      },
      plugins: {
        legend: toLegend(settings.theme, hasLegend, chart.mark === 'line'),
        tooltip: {
          ...toTooltipStyle(settings.theme),
          // What stands on top is named first.
          ...(isStack(chart.mark) && !horizontal && { itemSort: (a, b) => b.datasetIndex - a.datasetIndex }),
          filter: ({ datasetIndex, dataIndex }) =>
            (data.series[datasetIndex]?.values[dataIndex] ?? null) !== null,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => toTooltip(data.series[datasetIndex], dataIndex, settings),
            footer: ([item]) =>
              item && isStack(chart.mark) ? toTotal(data.series, item.dataIndex, settings) : '',
          },
        },
        bands: { bands: toBands(data, settings.theme) } satisfies BandsOptions,
        directLabels: {
          kind: direct,
          ends: toEnds(data.series),
          font: settings.theme.font,
          color: settings.theme.text,
          surface: settings.theme.surface,
          toText,
        } satisfies DirectLabelsOptions,
      },
    },
  };
  const legendPx = hasLegend ? toLegendPx(data.series.map(({ short }) => short)) : 0;
  const drawingPx = horizontal ? toBarsPx(chart, data) : plainPx;
  return { config, data, horizontal, heightPx: drawingPx + legendPx };
}

function toAligned({ series }: ChartData, units: Unit[]) {
  const valuesOf = (unit: Unit | undefined) =>
    series.filter((one) => one.unit === unit).flatMap(({ values }) => values);
  return alignZeros(valuesOf(units[0]), valuesOf(units[1]));
}

/** Right of bars that lie the layout has room; left of those below zero are the names. */
function needsGrace({ series }: ChartData, horizontal: boolean): boolean {
  return !horizontal || series.some(({ values }) => values.some((value) => value !== null && value < 0));
}

function isLong(labels: string[]): boolean {
  if (labels.length > 10 || labels.some((label) => label.length > longLabel)) return true;
  const widest = Math.max(
    ...labels.flatMap((label) => toAxisLabel(label, false)).map(({ length }) => length),
  );
  return labels.length * widest > lettersAcross;
}

/** What is said in the drawing itself: the names of few lines, or the values of few bars; stacks with parts below zero have no sum to write at their end. */
function toDirectLabels(
  chart: Chart,
  data: ChartData,
  units: Unit[],
  horizontal: boolean,
): DirectLabelsOptions['kind'] {
  const { series, labels } = data;
  if (chart.mark === 'line' || chart.mark === 'area') {
    // What is expected ends each line: it carries the name, whatever their number.
    if (chart.projection) return series.some(({ member }) => member !== null) ? 'ends' : null;
    return series.length > 1 && series.length <= 5 && units.length === 1 ? 'ends' : null;
  }
  const positive = series.every(({ values }) => values.every((value) => value === null || value >= 0));
  // Bars that lie have room beside them, however many they are.
  if ((labels.length > 15 && !horizontal) || units.length > 1) return null;
  if (chart.mark === 'stacked_bar' && series.length > 1) return positive ? 'totals' : null;
  return series.length === 1 || data.onePerPlace ? 'values' : null;
}

function toPadding(
  direct: DirectLabelsOptions['kind'],
  { series }: ChartData,
  horizontal: boolean,
  hasLegend: boolean,
  toText: DirectLabelsOptions['toText'],
) {
  if (direct === 'ends') {
    const roomPx = toLabelRoom(series);
    return ({ chart: { width } }: { chart: { width: number } }) => ({
      top: 8,
      right: Math.min(roomPx, width * 0.3),
    });
  }
  if (direct === null || !horizontal) return { top: hasLegend ? 0 : 8, right: 8 };
  // A bar that reaches the end of its axis has its value beside it: about 7 px a letter.
  const texts = series.flatMap(({ values }) => values.map((value) => (value === null ? '' : toText(value))));
  const longest = Math.max(...texts.map(({ length }) => length));
  return { top: hasLegend ? 0 : 8, right: Math.max(48, 14 + 7 * longest) };
}

/** Bars side by side take more room than one bar in each place. */
function toBarsPx(chart: Chart, { names, series, onePerPlace }: ChartData): number {
  const beside = chart.mark === 'bar' && !onePerPlace ? Math.max(1, series.length * 0.6) : 1;
  const lines = Math.max(...names.map((name) => toAxisLabel(name, true).length));
  return Math.max(160, names.length * Math.max(beside * barPx, lines * linePx) + axesPx);
}

/** The name of each line: of a member that goes on as expected, that at the end of what is expected. */
function toEnds(series: Series[]): DirectLabelsOptions['ends'] {
  return series.flatMap((one, index) => {
    const goesOn =
      !one.projected && series.some(({ member, projected }) => projected && member === one.member);
    const known = series.find(({ member, projected }) => !projected && member === one.member);
    return goesOn ? [] : [{ index, text: (one.projected && known ? known : one).short }];
  });
}

/** Pixels for the longest label at a line's end, at about 7 px a letter. */
function toLabelRoom(series: Series[]): number {
  const longest = Math.max(...toEnds(series).map(({ text }) => text.length));
  return Math.min(140, 12 + longest * 7);
}

function toTooltip(series: Series | undefined, index: number, context: FormatContext): string {
  if (!series) return '';
  const text = (value: number | null) => formatCell(value, series.column, context);
  const unit = series.unit === 'units' || series.unit === 'days' ? ` ${series.unit}` : '';
  const [range] = series.projected?.ranges ?? [];
  const low = range?.lower.values[index] ?? null;
  const high = range?.upper.values[index] ?? null;
  const around = low === null || high === null ? '' : ` (${text(low)} to ${text(high)})`;
  return ` ${series.short}: ${text(series.values[index] ?? null)}${unit}${around}`;
}

function toTotal(series: Series[], index: number, context: FormatContext): string {
  const [first] = series;
  const total = sum(series.map(({ values }) => values[index] ?? null));
  return first && series.length > 1 ? `Total: ${formatCell(total, first.column, context)}` : '';
}
