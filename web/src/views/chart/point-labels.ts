import type { Plugin } from 'chart.js';
import type { ScatterPoint } from './to-scatter-plan.ts';
import { wrapLabel } from './wrap-label.ts';

export type PointLabelsOptions = {
  /** The points that are named in the drawing. */
  names: ScatterPoint[];
  font: string;
  color: string;
};

declare module 'chart.js' {
  interface PluginOptionsByType<TType> {
    pointLabels: PointLabelsOptions;
  }
}

type Box = { left: number; right: number; top: number; bottom: number };

const lineHeightPx = 13;
const gapPx = 9;

/** Names points beside them, on the side that has room; a name that would lie on another one is left to the tooltip. */
export const pointLabels: Plugin<'scatter', PointLabelsOptions> = {
  id: 'pointLabels',
  afterDatasetsDraw: ({ ctx, scales, chartArea }, _args, { names, font, color }) => {
    const { x, y } = scales;
    if (!x || !y) return;
    const taken: Box[] = [];
    ctx.save();
    ctx.font = `11px ${font}`;
    ctx.fillStyle = color;
    ctx.textBaseline = 'middle';
    for (const point of names ?? []) {
      const text = wrapLabel(point.name, 24, 1).join('');
      const width = ctx.measureText(text).width;
      const [at, level] = [x.getPixelForValue(point.x), y.getPixelForValue(point.y)];
      const left = at + gapPx + width <= chartArea.right ? at + gapPx : at - gapPx - width;
      const box = {
        left,
        right: left + width,
        top: level - lineHeightPx / 2,
        bottom: level + lineHeightPx / 2,
      };
      if (box.left < chartArea.left || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      ctx.fillText(text, left, level);
    }
    ctx.restore();
  },
};

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
