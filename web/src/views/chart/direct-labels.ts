import type { Chart, Plugin } from 'chart.js';

export type DirectLabelsOptions = { enabled: boolean; font: string };

declare module 'chart.js' {
  interface PluginOptionsByType<TType> {
    directLabels: DirectLabelsOptions;
  }
}

const lineHeightPx = 14;

/** Names each line at its last point, where the eye is, instead of in a legend. Labels push each other apart. */
export const directLabels: Plugin<'line' | 'bar', DirectLabelsOptions> = {
  id: 'directLabels',
  afterDatasetsDraw: (chart, _args, options) => {
    if (!options.enabled) return;
    const { ctx, chartArea } = chart;
    const labels = toEnds(chart).toSorted((a, b) => a.y - b.y);
    let lowest = chartArea.top - lineHeightPx;
    ctx.save();
    ctx.font = `12px ${options.font}`;
    ctx.textBaseline = 'middle';
    for (const label of labels) {
      lowest = Math.max(label.y, lowest + lineHeightPx);
      ctx.fillStyle = label.color;
      ctx.fillText(label.text, label.x + 8, lowest, chart.width - label.x - 10);
    }
    ctx.restore();
  },
};

function toEnds(chart: Chart): { text: string; color: string; x: number; y: number }[] {
  return chart.data.datasets.flatMap((dataset, index) => {
    if (!chart.isDatasetVisible(index)) return [];
    const last = dataset.data.findLastIndex((value) => value !== null);
    const point = chart.getDatasetMeta(index).data[last];
    if (!point) return [];
    return [{ text: dataset.label ?? '', color: String(dataset.borderColor), x: point.x, y: point.y }];
  });
}
