import { Chart } from 'chart.js';

/** Draws a chart without what a pointer or a finger points out on it. */
export function drawUnpointed(canvas: HTMLCanvasElement): void {
  const drawn = Chart.getChart(canvas);
  if (!drawn) return;
  drawn.setActiveElements([]);
  drawn.tooltip?.setActiveElements([], { x: 0, y: 0 });
  drawn.stop();
  // It fades, and would be caught halfway.
  if (drawn.tooltip) drawn.tooltip.opacity = 0;
  drawn.update('none');
}
