import type { Chart, Plugin } from 'chart.js';

export type DirectLabelsOptions = {
  /** `ends`: each line is named at its last point. `values`: each bar of the only series carries its value. */
  kind: 'ends' | 'values' | null;
  font: string;
  color: string;
  toText: (value: number) => string;
};

declare module 'chart.js' {
  interface PluginOptionsByType<TType> {
    directLabels: DirectLabelsOptions;
  }
}

const lineHeightPx = 14;

export const directLabels: Plugin<'line' | 'bar', DirectLabelsOptions> = {
  id: 'directLabels',
  afterDatasetsDraw: (chart, _args, options) => {
    if (!options.kind) return;
    const { ctx } = chart;
    ctx.save();
    ctx.font = `12px ${options.font}`;
    if (options.kind === 'ends') drawEnds(chart);
    else drawValues(chart, options);
    ctx.restore();
  },
};

/** Names each line at its last point, where the eye is, instead of in a legend. Labels push each other apart. */
function drawEnds(chart: Chart): void {
  const { ctx, chartArea } = chart;
  let lowest = chartArea.top - lineHeightPx;
  ctx.textBaseline = 'middle';
  for (const label of toEnds(chart).toSorted((a, b) => a.y - b.y)) {
    lowest = Math.max(label.y, lowest + lineHeightPx);
    ctx.fillStyle = label.color;
    ctx.fillText(label.text, label.x + 8, lowest, chart.width - label.x - 10);
  }
}

/** The value at the end of each bar of the first series, in the short form of the axis. */
function drawValues(chart: Chart, { color, toText }: DirectLabelsOptions): void {
  const { ctx } = chart;
  const lies = chart.options.indexAxis === 'y';
  ctx.fillStyle = color;
  ctx.textBaseline = lies ? 'middle' : 'bottom';
  ctx.textAlign = lies ? 'left' : 'center';
  chart.getDatasetMeta(0).data.forEach((bar, index) => {
    const value = chart.data.datasets[0]?.data[index];
    if (typeof value !== 'number') return;
    ctx.fillText(toText(value), bar.x + (lies ? 6 : 0), bar.y - (lies ? 0 : 4));
  });
}

function toEnds(chart: Chart): { text: string; color: string; x: number; y: number }[] {
  return chart.data.datasets.flatMap((dataset, index) => {
    if (!chart.isDatasetVisible(index)) return [];
    const last = dataset.data.findLastIndex((value) => value !== null);
    const point = chart.getDatasetMeta(index).data[last];
    if (!point) return [];
    return [{ text: dataset.label ?? '', color: String(dataset.borderColor), x: point.x, y: point.y }];
  });
}
