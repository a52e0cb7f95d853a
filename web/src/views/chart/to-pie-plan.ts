import type { Cell, Chart, Column, Rows } from '@tallyboard/contract';
import type { ChartConfiguration } from 'chart.js';
import { formatCell, formatLabel } from '../format/format-cell.ts';
import { toTooltipStyle } from './chart-style.ts';
import { toShortNames } from './short-names.ts';
import type { SliceLabelsOptions } from './slice-labels.ts';
import type { ChartSettings } from './to-axes.ts';
import { toColorPlaces } from './to-color-places.ts';

export type PieConfig = ChartConfiguration<'pie', number[], string>;
export type PiePlan = { config: PieConfig; description: string; notes: string[]; heightPx: number };

/** The parts of a whole as a Chart.js configuration. Pure. Each part is named beside it with its share; largest first. */
export function toPiePlan(chart: Chart, columns: Column[], rows: Rows, settings: ChartSettings): PiePlan {
  const xIndex = columns.findIndex((column) => column.name === chart.x);
  const yIndex = columns.findIndex((column) => column.name === chart.y[0]);
  const [x, y] = [columns[xIndex], columns[yIndex]];
  const parts = rows
    .flatMap((row) => {
      const value = row[yIndex];
      return typeof value === 'number' && value > 0 && x
        ? [{ name: formatCell(row[xIndex] ?? null, x, settings), value }]
        : [];
    })
    .toSorted((a, b) => b.value - a.value);
  const short = toShortNames(parts.map(({ name }) => name));
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  const share = (value: number) => formatLabel(total > 0 ? value / total : 0, 'fraction', settings);
  const { theme } = settings;
  const places = toColorPlaces(parts.map(({ name }) => name));
  const text = (value: number) => (y ? formatCell(value, y, settings) : String(value));

  const config: PieConfig = {
    type: 'pie',
    data: {
      labels: parts.map(({ name }) => name),
      datasets: [
        {
          data: parts.map(({ value }) => value),
          backgroundColor: parts.map(
            ({ name }) => theme.series[(places.get(name) ?? 0) % theme.series.length] ?? theme.text,
          ),
          borderColor: theme.surface,
          borderWidth: 2,
        },
      ],
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: settings.reducedMotion ? false : { duration: 250 },
      layout: {
        padding: ({ chart: { width } }) => ({
          left: toSidePx(width),
          right: toSidePx(width),
          top: 20,
          bottom: 20,
        }),
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          ...toTooltipStyle(theme),
          callbacks: { label: ({ parsed }) => ` ${y?.label ?? ''}: ${text(parsed)} (${share(parsed)})` },
        },
        sliceLabels: {
          labels: parts.map(({ name, value }) => ({
            name: short.get(name) ?? name,
            value: `${share(value)} · ${formatLabel(value, y?.unit ?? 'none', settings)}`,
          })),
          font: theme.font,
          color: theme.text,
          muted: theme.muted,
        } satisfies SliceLabelsOptions,
      },
    },
  };
  return {
    config,
    description: `Pie chart: ${chart.title}. ${y?.label ?? 'Total'} ${text(total)}. ${parts
      .map(({ name, value }) => `${name}: ${text(value)}, ${share(value)}.`)
      .join(' ')}`,
    notes: toNotes(rows.map((row) => row[yIndex] ?? null)),
    heightPx: parts.length > 0 ? 260 : 0,
  };
}

function toNotes(cells: Cell[]): string[] {
  const negative = cells.filter((cell) => typeof cell === 'number' && cell < 0).length;
  const isEmpty = cells.every((cell) => typeof cell !== 'number' || cell <= 0);
  return [
    ...(isEmpty ? ['Nothing is above zero, so that there is nothing to divide.'] : []),
    ...(negative > 0
      ? [`Below zero and not drawn: ${negative} of ${cells.length} parts. The table has them.`]
      : []),
  ];
}

/** Room for the names on each side. */
function toSidePx(width: number): number {
  return Math.min(170, Math.max(104, width * 0.3));
}
