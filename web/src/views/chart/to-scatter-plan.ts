import type { Cell, Chart, Column, Rows } from '@tallyboard/contract';
import type { ChartConfiguration } from 'chart.js';
import { formatCell } from '../format/format-cell.ts';
import { toLegend, toLegendPx, toTooltipStyle, withOpacity } from './chart-style.ts';
import { maxSeries } from './group-series.ts';
import type { PointLabelsOptions } from './point-labels.ts';
import { type ChartSettings, toAxisTitle, toValueScale } from './to-axes.ts';
import { toColorPlaces } from './to-color-places.ts';

export type ScatterPoint = { x: number; y: number; name: string; member: string | null };
export type ScatterConfig = ChartConfiguration<'scatter', ScatterPoint[], string>;
export type ScatterPlan = { config: ScatterConfig; description: string; notes: string[]; heightPx: number };

/** Points that are named in the drawing: the rest in the tooltip, as names on names are read by no one. */
const namedPoints = 6;

/** Two measures against each other as a Chart.js configuration. Pure. Rows that miss one of the two are left to the table. */
export function toScatterPlan(
  chart: Chart,
  columns: Column[],
  rows: Rows,
  settings: ChartSettings,
): ScatterPlan {
  const find = (name: string | null | undefined) => columns.find((column) => column.name === name);
  const [x, y] = [find(chart.x), find(chart.y[0])];
  const points = toPoints(chart, columns, rows, settings);
  const { groups, others } = toGroups(points);
  const { theme } = settings;
  const places = toColorPlaces(groups.slice(0, others > 0 ? -1 : undefined).map(({ label }) => label));
  const hasLegend = groups.length > 1;
  const missing = rows.length - points.length;
  const notes = [
    ...(missing > 0
      ? [
          `Without one of the two figures and not drawn: ${missing} of ${rows.length} rows. The table has them.`,
        ]
      : []),
    ...(others > 0 ? [`The ${others} smallest groups share one colour.`] : []),
  ];
  const text = (point: ScatterPoint) =>
    x && y
      ? `${x.label} ${formatCell(point.x, x, settings)}, ${y.label} ${formatCell(point.y, y, settings)}`
      : '';

  const config: ScatterConfig = {
    type: 'scatter',
    data: {
      datasets: groups.map(({ label, members }) => {
        const index = places.get(label) ?? places.size;
        const color = theme.series[index % theme.series.length] ?? theme.text;
        return {
          label,
          data: members,
          backgroundColor: withOpacity(color, 0.6),
          borderColor: color,
          pointStyle: (['circle', 'triangle', 'rect', 'rectRot'] as const)[index % 4],
          pointRadius: 5,
          pointHoverRadius: 7,
        };
      }),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: settings.reducedMotion ? false : { duration: 250 },
      interaction: { mode: 'nearest', intersect: false },
      layout: { padding: { top: 12, right: 16 } },
      scales: {
        x: toScale(
          x,
          points.map((point) => point.x),
          settings,
        ),
        y: toScale(
          y,
          points.map((point) => point.y),
          settings,
        ),
      },
      plugins: {
        legend: {
          ...toLegend(theme, hasLegend, false),
          labels: {
            ...toLegend(theme, true, false).labels,
            usePointStyle: true,
            boxHeight: 7,
            pointStyleWidth: 12,
          },
        },
        tooltip: {
          ...toTooltipStyle(theme),
          callbacks: {
            title: (items) => items.map(({ raw }) => toName(raw)).join(', '),
            label: ({ raw }) => (isPoint(raw) ? ` ${text(raw)}` : ''),
          },
        },
        pointLabels: {
          names: toNamed(points),
          font: theme.font,
          color: theme.text,
          surface: theme.surface,
        } satisfies PointLabelsOptions,
      },
    },
  };
  return {
    config,
    description: `Scatter chart: ${chart.title}. ${points.length} ${points.length === 1 ? 'point' : 'points'}. ${toNamed(
      points,
    )
      .map((point) => `${point.name}: ${text(point)}.`)
      .join(' ')}`,
    notes,
    heightPx: 320 + (hasLegend ? toLegendPx(groups.map(({ label }) => label)) : 0),
  };
}

function toPoints(chart: Chart, columns: Column[], rows: Rows, settings: ChartSettings): ScatterPoint[] {
  const cell = (row: Cell[], name: string | null | undefined) =>
    row[columns.findIndex((column) => column.name === name)] ?? null;
  const text = (row: Cell[], name: string | null | undefined) => {
    const column = columns.find((one) => one.name === name);
    return column ? formatCell(cell(row, name), column, settings) : '';
  };
  return rows.flatMap((row) => {
    const [x, y] = [cell(row, chart.x), cell(row, chart.y[0])];
    if (typeof x !== 'number' || typeof y !== 'number') return [];
    const member = chart.series === null ? null : text(row, chart.series);
    return [{ x, y, name: text(row, chart.label), member }];
  });
}

/** A colour for each member of the series, largest groups first; those beyond the palette share the last. */
function toGroups(points: ScatterPoint[]) {
  const groups = [...Map.groupBy(points, ({ member }) => member)]
    .map(([member, members]) => ({ label: member ?? '', members }))
    .toSorted((a, b) => b.members.length - a.members.length);
  if (groups.length <= maxSeries) return { groups, others: 0 };
  const rest = groups.slice(maxSeries - 1);
  const last = { label: `${rest.length} others`, members: rest.flatMap(({ members }) => members) };
  return { groups: [...groups.slice(0, maxSeries - 1), last], others: rest.length };
}

/** All points where they are few, else those that stand farthest out along either axis. */
function toNamed(points: ScatterPoint[]): ScatterPoint[] {
  if (points.length <= namedPoints * 2) return points;
  const byX = points.toSorted((a, b) => b.x - a.x).slice(0, namedPoints / 2);
  const byY = points.toSorted((a, b) => b.y - a.y).slice(0, namedPoints / 2);
  return [...new Set([...byX, ...byY])];
}

function toScale(column: Column | undefined, values: number[], settings: ChartSettings) {
  const unit = column?.unit ?? 'none';
  const text = toAxisTitle(column?.label ?? '', unit, settings);
  return {
    type: 'linear' as const,
    beginAtZero: Math.min(...values) >= 0 && Math.min(...values) < Math.max(...values) * 0.25,
    grace: '4%' as const,
    ...toValueScale(text, unit, settings, values.every(Number.isInteger)),
    grid: { color: settings.theme.grid },
  };
}

function isPoint(raw: unknown): raw is ScatterPoint {
  return typeof raw === 'object' && raw !== null && 'name' in raw;
}

function toName(raw: unknown): string {
  return isPoint(raw) ? raw.name : '';
}
