import type { Chart, Plugin } from 'chart.js';
import { toInk } from './chart-style.ts';
import { drawClear } from './draw-clear.ts';
import { wrapLabel } from './wrap-label.ts';

export type DirectLabelsOptions = {
  /**
   * `ends`: each line is named at its last point, each area at the middle of its last part. `values`: each bar of the only
   * series carries its value. `totals`: each stack of bars carries its sum.
   */
  kind: 'ends' | 'values' | 'totals' | null;
  /** What is written at the end of which dataset. */
  ends: { index: number; text: string }[];
  font: string;
  color: string;
  /** What lies behind the drawing: drawn around values, so that a grid line does not run through them. */
  surface: string;
  toText: (value: number) => string;
};

declare module 'chart.js' {
  interface PluginOptionsByType<TType> {
    directLabels: DirectLabelsOptions;
  }
}

const lineHeightPx = 14;
const letterPx = 6.6;

export const directLabels: Plugin<'line' | 'bar', DirectLabelsOptions> = {
  id: 'directLabels',
  afterDatasetsDraw: (chart, _args, options) => {
    if (!options.kind) return;
    const { ctx } = chart;
    ctx.save();
    ctx.font = `12px ${options.font}`;
    if (options.kind === 'ends') drawEnds(chart, options);
    else drawValues(chart, options.kind, options);
    ctx.restore();
  },
};

/** Names each line at its last point, where the eye is, instead of in a legend. Labels push each other apart. */
function drawEnds(chart: Chart, { ends, color: textColor }: DirectLabelsOptions): void {
  const { ctx, chartArea } = chart;
  const labels = toEnds(chart, ends, textColor).toSorted((a, b) => a.y - b.y);
  let below = chartArea.bottom;
  const lowest = labels.toReversed().map(({ lines }) => {
    below -= lines.length * lineHeightPx;
    return below;
  });
  let free = chartArea.top - lineHeightPx / 2;
  ctx.textBaseline = 'middle';
  labels.forEach(({ lines, color, x, y }, index) => {
    const heightPx = lines.length * lineHeightPx;
    const latest = lowest[labels.length - 1 - index] ?? free;
    const top = Math.max(free, Math.min(y - heightPx / 2, latest + lineHeightPx / 2));
    free = top + heightPx;
    ctx.fillStyle = color;
    lines.forEach((line, place) => {
      ctx.fillText(line, x + 8, top + (place + 0.5) * lineHeightPx, chart.width - x - 8);
    });
  });
}

/** The value at the end of each bar, or the sum at the end of each stack, in the short form of the axis. */
function drawValues(
  chart: Chart,
  kind: 'values' | 'totals',
  { color, surface, toText }: DirectLabelsOptions,
): void {
  const { ctx } = chart;
  const lies = chart.options.indexAxis === 'y';
  const places = chart.scales[lies ? 'y' : 'x'];
  const axis = chart.scales[lies ? 'x' : 'y'];
  ctx.fillStyle = color;
  ctx.strokeStyle = surface;
  if (!places || !axis) return;
  const labels = toBarValues(chart, kind).map(({ index, value }) => ({ index, value, text: toText(value) }));
  const roomPx = Math.abs(places.getPixelForValue(1) - places.getPixelForValue(0));
  const widest = Math.max(...labels.map(({ text }) => ctx.measureText(text).width));
  // Values that run into each other are read by no one; the axis and the tooltip have them.
  if (!lies && labels.length > 1 && widest + 4 > roomPx) return;
  for (const { index, value, text } of labels) {
    const place = places.getPixelForValue(index);
    const end = axis.getPixelForValue(value);
    // Below zero a bar ends on its other side.
    const side = value < 0 ? -1 : 1;
    if (lies) {
      // Left of a bar below zero may be no room: right of it there is.
      const fits = side > 0 || end - 6 - ctx.measureText(text).width > chart.chartArea.left;
      ctx.textBaseline = 'middle';
      ctx.textAlign = side > 0 || !fits ? 'left' : 'right';
      drawClear(ctx, text, fits ? end + 6 * side : axis.getPixelForValue(0) + 6, place);
    } else {
      ctx.textBaseline = side < 0 ? 'top' : 'bottom';
      ctx.textAlign = 'center';
      drawClear(ctx, text, place, end - 4 * side);
    }
  }
}

/** What stands at each place: the value of its bar or the sum of its stack, without what the person has hidden. */
function toBarValues(chart: Chart, kind: 'values' | 'totals'): { index: number; value: number }[] {
  const shown = chart.data.datasets.filter((_dataset, index) => chart.isDatasetVisible(index));
  return (chart.data.labels ?? []).flatMap((_label, index) => {
    const values = shown.map(({ data }) => data[index]).filter((value) => typeof value === 'number');
    const [first] = values;
    if (first === undefined) return [];
    return [{ index, value: kind === 'totals' ? values.reduce((sum, each) => sum + each, 0) : first }];
  });
}

function toEnds(chart: Chart, ends: DirectLabelsOptions['ends'], textColor: string) {
  let below = chart.chartArea.bottom;
  return chart.data.datasets.flatMap((dataset, index) => {
    const text = ends.find((end) => end.index === index)?.text;
    if (text === undefined || !chart.isDatasetVisible(index)) return [];
    const last = dataset.data.findLastIndex((value) => value !== null);
    const point = chart.getDatasetMeta(index).data[last];
    if (!point) return [];
    const isArea = 'fill' in dataset && dataset.fill !== false;
    const y = isArea ? (point.y + below) / 2 : point.y;
    below = point.y;
    const lines = wrapLabel(text, Math.floor((chart.width - point.x - 10) / letterPx), 2);
    return [{ lines, color: toInk(String(dataset.borderColor), textColor), x: point.x, y }];
  });
}
