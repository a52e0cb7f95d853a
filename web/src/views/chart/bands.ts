import type { Plugin } from 'chart.js';

/** A range along the axis: at each place from lower to upper. */
export type Band = { color: string; points: { index: number; lower: number; upper: number }[] };

export type BandsOptions = { bands: Band[] };

declare module 'chart.js' {
  interface PluginOptionsByType<TType> {
    bands: BandsOptions;
  }
}

/** Draws ranges behind the lines they belong to. They are no datasets: a legend or tooltip does not list them. */
export const bands: Plugin<'line' | 'bar', BandsOptions> = {
  id: 'bands',
  beforeDatasetsDraw: ({ ctx, scales }, _args, { bands: drawn }) => {
    const { x, y } = scales;
    if (!x || !y) return;
    for (const { color, points } of drawn ?? []) {
      ctx.save();
      ctx.beginPath();
      for (const { index, upper } of points) ctx.lineTo(x.getPixelForValue(index), y.getPixelForValue(upper));
      for (const { index, lower } of points.toReversed())
        ctx.lineTo(x.getPixelForValue(index), y.getPixelForValue(lower));
      ctx.closePath();
      ctx.fillStyle = color;
      ctx.fill();
      ctx.restore();
    }
  },
};
