import type { Chart, LegendItem } from 'chart.js';
import type { ChartTheme } from './chart-theme.ts';

/** What every chart's tooltip looks like. */
export function toTooltipStyle(theme: ChartTheme) {
  return {
    backgroundColor: theme.text,
    titleColor: theme.surface,
    bodyColor: theme.surface,
    footerColor: theme.surface,
    titleFont: { family: theme.font },
    bodyFont: { family: theme.font },
    footerFont: { family: theme.font },
    multiKeyBackground: 'transparent',
    boxWidth: 10,
    boxHeight: 10,
    padding: 10,
    boxPadding: 4,
  };
}

/** A legend above the drawing, from the left; keys of lines are drawn as lines, with their dashes. */
export function toLegend(theme: ChartTheme, display: boolean, asLines: boolean) {
  return {
    display,
    position: 'top' as const,
    align: 'start' as const,
    labels: {
      padding: 10,
      color: theme.text,
      boxWidth: asLines ? 24 : 10,
      boxHeight: asLines ? 1 : 10,
      usePointStyle: asLines,
      ...(asLines && { pointStyle: 'line' as const, pointStyleWidth: 24, generateLabels: toLineKeys(theme) }),
      font: { family: theme.font },
    },
  };
}

/** Chart.js draws the keys of lines without their dashes. */
function toLineKeys({ text }: ChartTheme) {
  return (chart: Chart): LegendItem[] =>
    chart.data.datasets.map((dataset, datasetIndex) => ({
      text: dataset.label ?? '',
      fontColor: text,
      strokeStyle: String(dataset.borderColor),
      lineWidth: 2,
      lineDash: toDash('borderDash' in dataset ? dataset.borderDash : []),
      pointStyle: 'line',
      hidden: !chart.isDatasetVisible(datasetIndex),
      datasetIndex,
    }));
}

function toDash(dash: unknown): number[] {
  return Array.isArray(dash) ? dash.filter((length) => typeof length === 'number') : [];
}

/** The lines that a legend takes at a usual width, at about 7 px a letter and 40 px for each key. */
export function toLegendPx(labels: string[]): number {
  const widthPx = labels.reduce((total, label) => total + label.length * 7 + 40, 0);
  return Math.ceil(widthPx / 420) * 24;
}

/** A series' colour, nearer to that of text: a line is seen at 3:1, its name is read at 4.5:1. Both are `#rrggbb`. */
export function toInk(series: string, text: string): string {
  if (!isHex(series) || !isHex(text)) return series;
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [series, text].map((color) => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.round((a ?? 0) * 0.75 + (b ?? 0) * 0.25)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

function isHex(color: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(color);
}

/** A `#rrggbb` colour with an opacity from 0 to 1. */
export function withOpacity(color: string, opacity: number): string {
  const alpha = Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0');
  return isHex(color) ? `${color}${alpha}` : color;
}
