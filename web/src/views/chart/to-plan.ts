import type { Chart, Column, Rows } from '@tallyboard/contract';
import type { FormatContext } from '../format/format-cell.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { ChartSettings } from './to-axes.ts';
import { type TallyChartConfig, toChartConfig } from './to-chart-config.ts';
import { toChartDescription } from './to-chart-description.ts';
import { type PieConfig, toPiePlan } from './to-pie-plan.ts';
import { type ScatterConfig, toScatterPlan } from './to-scatter-plan.ts';

/** A drawing in words, and what it leaves out. */
export type Outline = { description: string; notes: string[] };

export type Plan = Outline & { heightPx: number } & (
    | { kind: 'series'; config: TallyChartConfig }
    | { kind: 'scatter'; config: ScatterConfig }
    | { kind: 'pie'; config: PieConfig }
  );

/** What Chart.js draws for a visualization, with what a caption and a screen reader need to know beside it. Pure. */
export function toPlan(chart: Chart, columns: Column[], rows: Rows, settings: ChartSettings): Plan {
  if (chart.mark === 'scatter') return { kind: 'scatter', ...toScatterPlan(chart, columns, rows, settings) };
  if (chart.mark === 'pie') return { kind: 'pie', ...toPiePlan(chart, columns, rows, settings) };
  const { config, data, heightPx } = toChartConfig(chart, columns, rows, settings);
  const description = toChartDescription(chart, data, settings);
  return { kind: 'series', config, heightPx, description, notes: data.notes };
}

/** The words of a drawing, which need no colours. */
export function toOutline(chart: Chart, columns: Column[], rows: Rows, format: FormatContext): Outline {
  const { description, notes } = toPlan(chart, columns, rows, {
    ...format,
    theme: noColors,
    reducedMotion: true,
  });
  return { description, notes };
}

const noColors: ChartTheme = { text: '', muted: '', grid: '', surface: '', series: [], font: '' };
