import { type Chart, unitLabel, withUnit } from '@tallyboard/contract';
import type { Scale, ScaleOptionsByType, ScriptableScaleContext } from 'chart.js';
import { type FormatContext, formatCompact, type Unit } from '../format/format-cell.ts';
import { dropRepeatedYears, type TickLabel } from '../period/to-time-ticks.ts';
import type { ChartTheme } from './chart-theme.ts';
import { isStack } from './group-series.ts';
import type { ChartData, Series } from './to-chart-data.ts';
import { wrapLabel } from './wrap-label.ts';

export type ChartSettings = FormatContext & { theme: ChartTheme; reducedMotion: boolean };

/** Letters of a line of an axis label, and lines; the tooltip has the whole. */
const lying = { width: 20, lines: 3 };
const standing = { width: 14, lines: 2 };
/** Between a name and the bars. */
const tickPx = 11;
/** Between two figures of an axis that lies. */
const tickGapPx = 8;
/** What a title may have in one line of an axis that stands. */
const titleLetters = 30;

/** The name of a place along the axis, in lines. */
export function toAxisLabel(label: string, horizontal: boolean): string[] {
  const { width, lines } = horizontal ? lying : standing;
  return wrapLabel(label, width, lines);
}

export function toLabelAxis(chart: Chart, data: ChartData, horizontal: boolean, { theme }: ChartSettings) {
  return {
    type: 'category' as const,
    stacked: isStack(chart.mark),
    // A single point stands in the middle.
    ...(data.names.length === 1 && { offset: true }),
    grid: { display: false },
    border: { color: theme.grid },
    // Periods say themselves what they are.
    title: {
      display: !horizontal && data.ticks === null,
      text: data.xLabel,
      color: theme.muted,
      font: { family: theme.font },
    },
    ticks: {
      color: theme.muted,
      // Periods may be left out, as time goes on between them; names may not.
      autoSkip: data.ticks !== null,
      autoSkipPadding: 12,
      maxRotation: data.ticks ? 0 : 40,
      font: { family: theme.font },
      callback: (index: string | number) => {
        const name = data.names[Number(index)] ?? '';
        return data.ticks?.[Number(index)] ?? toAxisLabel(name, horizontal);
      },
    },
    ...(data.ticks && { afterFit: ({ ticks }: { ticks: TickLabel[] }) => dropRepeatedYears(ticks) }),
    ...(horizontal && { afterFit: (axis: Scale) => widenToNames(axis, theme.font) }),
  };
}

/** Chart.js gives names half of what the paddings leave and cuts off the rest, which on a phone is the beginning of a name. */
function widenToNames(axis: Scale, font: string): void {
  axis.ctx.font = `12px ${font}`;
  const lines = axis.ticks.flatMap(({ label }) => label ?? []);
  const widest = Math.max(...lines.map((line) => axis.ctx.measureText(line).width));
  axis.width = Math.max(axis.width, widest + tickPx);
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
  const text = toAxisTitle(toAxisName(own), unit, settings);
  const position = horizontal ? (index === 0 ? 'bottom' : 'top') : index === 0 ? 'left' : 'right';
  const bounds = own.flatMap(({ projected }) =>
    (projected?.ranges ?? []).flatMap(({ lower, upper }) => [...lower.values, ...upper.values]),
  );
  const reach = bounds.filter((value) => value !== null);
  const values = own.flatMap((series) => series.values);
  const hasLosses = values.some((value) => value !== null && value < 0);
  return {
    type: 'linear' as const,
    position,
    stacked: isStack(chart.mark),
    beginAtZero: chart.mark !== 'line' || isNearZero(values),
    ...(reach.length > 0 && { suggestedMin: Math.min(...reach), suggestedMax: Math.max(...reach) }),
    ...toValueScale(text, unit, settings, own.every(isWhole)),
    ...(horizontal && hasLosses && { afterBuildTicks: (axis: Scale) => thinFromZero(axis, unit, settings) }),
    grid: {
      // Where values lie on both sides of zero, its line is told from the others.
      color: ({ tick }: ScriptableScaleContext) =>
        hasLosses && tick?.value === 0 ? theme.muted : theme.grid,
      drawOnChartArea: index === 0,
    },
  } satisfies Partial<Omit<ScaleOptionsByType<'linear'>, 'grid' | 'border' | 'title' | 'ticks'>> &
    Record<string, unknown>;
}

/** Chart.js leaves out figures that have no room from the lowest on, and zero with them: bars would stand on no line. */
function thinFromZero(axis: Scale, unit: Unit, settings: ChartSettings): void {
  axis.ctx.font = `12px ${settings.theme.font}`;
  const zero = axis.ticks.findIndex(({ value }) => value === 0);
  const widths = axis.ticks.map(
    ({ value }) => axis.ctx.measureText(formatCompact(value, unit, settings)).width,
  );
  const every = Math.ceil((axis.ticks.length * (Math.max(...widths) + tickGapPx)) / axis.maxWidth);
  axis.ticks = axis.ticks.filter((_, index) => (index - zero) % every === 0);
}

/** The title and ticks of an axis of figures. */
export function toValueScale(text: string, unit: Unit, settings: ChartSettings, whole: boolean) {
  const { theme } = settings;
  return {
    border: { display: false },
    title: {
      display: text !== '',
      text: text.length > titleLetters ? wrapLabel(text, titleLetters, 2) : text,
      color: theme.muted,
      font: { family: theme.font },
    },
    ticks: {
      color: theme.muted,
      maxTicksLimit: 6,
      maxRotation: 0,
      autoSkipPadding: tickGapPx,
      // Ends that were set are no round figures.
      includeBounds: false,
      font: { family: theme.font },
      callback: (value: string | number) => formatCompact(Number(value), unit, settings),
      ...(unit === 'count' || (unit === 'units' && whole) ? { precision: 0 } : {}),
    },
  };
}

/** The name with its unit; the unit alone where there is no name. */
export function toAxisTitle(name: string, unit: Unit, settings: ChartSettings): string {
  const label = unitLabel(unit, settings.currency);
  return name === '' ? label : withUnit(name, label);
}

/** A line may leave out zero, but not when zero is so near that leaving it out only exaggerates, nor when nothing else gives a measure. */
function isNearZero(values: (number | null)[]): boolean {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  return low === high || (low >= 0 && low < high * 0.6);
}

/** Of one measure its name, whatever its periods. Several are named by the legend: the axis has their unit alone. */
function toAxisName(own: Series[]): string {
  const known = own.filter(({ projected }) => !projected);
  const labels = new Set(known.map(({ column }) => column.label.split(', ')[0]));
  return labels.size === 1 ? [...labels].join('') : '';
}

function isWhole({ values }: Series): boolean {
  return values.every((value) => value === null || Number.isInteger(value));
}
