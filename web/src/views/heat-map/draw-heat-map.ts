import type { Chart, Column, Rows } from '@tallyboard/contract';
import type { FormatContext } from '../format/format-cell.ts';
import { toHeatGrid } from './to-heat-grid.ts';
import { toHeatPicture } from './to-heat-picture.ts';

/**
 * The heat map as a picture of two pixels a px, in the colours of `figure`, where it is drawn as a table.
 * @throws Error where the browser gives no canvas to draw on.
 */
export function drawHeatMap(
  figure: Element,
  chart: Chart,
  columns: Column[],
  rows: Rows,
  format: FormatContext,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  const page = getComputedStyle(figure);
  const font = `13px ${page.fontFamily}`;
  context.font = font;
  const grid = toHeatGrid(chart, columns, rows, format);
  const { width, height, boxes, texts } = toHeatPicture(grid, (text) => context.measureText(text).width);
  canvas.width = width * 2;
  canvas.height = height * 2;
  context.scale(2, 2);
  context.font = font;
  context.textBaseline = 'middle';
  const ofStep = (step: number, name: string) => {
    const key = figure.querySelector(`.heat-steps [data-heat="${step}"]`);
    return key ? getComputedStyle(key).getPropertyValue(name) : '';
  };
  for (const box of boxes) {
    context.fillStyle = ofStep(box.step, '--heat');
    context.fillRect(box.x, box.y, box.width, box.height);
  }
  for (const { text, x, y, align, step, muted } of texts) {
    context.textAlign = align;
    context.fillStyle =
      step === null ? page.getPropertyValue(muted ? '--text-muted' : '--text') : ofStep(step, '--heat-text');
    context.fillText(text, x, y);
  }
  return canvas;
}
