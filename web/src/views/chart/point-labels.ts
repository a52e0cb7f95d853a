import type { Plugin } from 'chart.js';
import { drawClear } from './draw-clear.ts';
import type { ScatterPoint } from './to-scatter-plan.ts';
import { wrapLabel } from './wrap-label.ts';

export type PointLabelsOptions = {
  /** The points that are named in the drawing. */
  names: ScatterPoint[];
  font: string;
  color: string;
  surface: string;
};

declare module 'chart.js' {
  interface PluginOptionsByType<TType> {
    pointLabels: PointLabelsOptions;
  }
}

type Box = { left: number; right: number; top: number; bottom: number };

const lineHeightPx = 13;
const gapPx = 9;
const pointPx = 6;

/** Names points beside them, on the side that has room; a name that would lie on another one is left to the tooltip. */
export const pointLabels: Plugin<'scatter', PointLabelsOptions> = {
  id: 'pointLabels',
  afterDatasetsDraw: (chart, _args, { names, font, color, surface }) => {
    const { ctx, scales, chartArea } = chart;
    const { x, y } = scales;
    if (!x || !y) return;
    const taken = chart.getSortedVisibleDatasetMetas().flatMap(({ data }) => data.map(toBox));
    ctx.save();
    ctx.font = `11px ${font}`;
    ctx.fillStyle = color;
    ctx.strokeStyle = surface;
    ctx.textBaseline = 'middle';
    for (const point of names ?? []) {
      const lines = wrapLabel(point.name, 22, 2);
      const width = Math.max(...lines.map((line) => ctx.measureText(line).width));
      const at = { x: x.getPixelForValue(point.x), y: y.getPixelForValue(point.y) };
      const box = toPlaces(at, width, lines.length * lineHeightPx).find(
        (place) =>
          place.left >= chartArea.left &&
          place.right <= chart.width &&
          place.top >= 0 &&
          place.bottom <= chartArea.bottom &&
          !taken.some((other) => overlaps(place, other)),
      );
      if (!box) continue;
      taken.push(box);
      lines.forEach((line, index) => {
        drawClear(ctx, line, box.left, box.top + (index + 0.5) * lineHeightPx);
      });
    }
    ctx.restore();
  },
};

/** Right of a point, left of it, above and below, in this order. */
function toPlaces(at: { x: number; y: number }, width: number, height: number): Box[] {
  const place = (left: number, top: number) => ({ left, top, right: left + width, bottom: top + height });
  return [
    place(at.x + gapPx, at.y - height / 2),
    place(at.x - gapPx - width, at.y - height / 2),
    place(at.x - width / 2, at.y - gapPx - height),
    place(at.x - width / 2, at.y + gapPx),
  ];
}

/** No name lies on a point either. */
function toBox({ x, y }: { x: number | null; y: number | null }): Box {
  const [left, top] = [(x ?? 0) - pointPx, (y ?? 0) - pointPx];
  return { left, top, right: left + 2 * pointPx, bottom: top + 2 * pointPx };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
