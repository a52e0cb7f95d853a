import type { ArcElement, Chart, Plugin } from 'chart.js';
import { wrapLabel } from './wrap-label.ts';

export type SliceLabelsOptions = {
  /** In the order of the slices. */
  labels: { name: string; value: string }[];
  font: string;
  color: string;
  muted: string;
};

declare module 'chart.js' {
  interface PluginOptionsByType<TType> {
    sliceLabels: SliceLabelsOptions;
  }
}

const lineHeightPx = 14;
const letterPx = 7.2;
const gapPx = 12;

/** Names each slice beside it with a line to it, instead of a legend. The names of a side push each other apart. */
export const sliceLabels: Plugin<'pie', SliceLabelsOptions> = {
  id: 'sliceLabels',
  afterDatasetsDraw: (chart, _args, { labels, font, color, muted }) => {
    const { ctx } = chart;
    ctx.save();
    ctx.textBaseline = 'middle';
    for (const side of [-1, 1] as const) {
      let free = 0;
      const own = toSlices(chart).filter(({ x }) => x === side);
      for (const slice of own.toSorted((a, b) => a.y - b.y)) {
        const label = labels[slice.index];
        if (!label) continue;
        const edge = slice.center.x + side * (slice.radius + gapPx);
        const room = side === 1 ? chart.width - edge : edge;
        const lines = wrapLabel(label.name, Math.floor((room - 4) / letterPx), 2);
        const heightPx = (lines.length + 1) * lineHeightPx;
        const top = Math.max(free, Math.min(slice.y - heightPx / 2, chart.height - heightPx));
        free = top + heightPx + 4;
        ctx.strokeStyle = muted;
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.moveTo(slice.from.x, slice.from.y);
        ctx.lineTo(edge - side * 4, top + heightPx / 2);
        ctx.stroke();
        ctx.textAlign = side === 1 ? 'left' : 'right';
        ctx.font = `600 12px ${font}`;
        ctx.fillStyle = color;
        lines.forEach((line, index) => {
          ctx.fillText(line, edge, top + (index + 0.5) * lineHeightPx);
        });
        ctx.font = `12px ${font}`;
        ctx.fillStyle = muted;
        ctx.fillText(label.value, edge, top + (lines.length + 0.5) * lineHeightPx);
      }
    }
    ctx.restore();
  },
};

/** Where each slice that can be seen lies: its side, the height of its middle and the point on its rim. */
function toSlices(chart: Chart<'pie'>) {
  return chart.getDatasetMeta(0).data.flatMap((element, index) => {
    const arc: ArcElement | null = isArc(element) ? element : null;
    if (!arc) return [];
    const { x, y, startAngle, endAngle, outerRadius } = arc.getProps(
      ['x', 'y', 'startAngle', 'endAngle', 'outerRadius'],
      true,
    );
    if (x === null || y === null || endAngle - startAngle < 0.001) return [];
    const middle = (startAngle + endAngle) / 2;
    const [right, down] = [Math.cos(middle), Math.sin(middle)];
    const from = { x: x + right * outerRadius, y: y + down * outerRadius };
    const side = right < 0 ? -1 : 1;
    return [
      { index, x: side, y: y + down * (outerRadius + gapPx), from, center: { x, y }, radius: outerRadius },
    ];
  });
}

function isArc(element: unknown): element is ArcElement {
  return typeof element === 'object' && element !== null && 'outerRadius' in element;
}
