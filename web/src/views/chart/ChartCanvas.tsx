import type { Chart as ChartShape, Column, Rows } from '@tallyboard/contract';
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import { useEffect, useMemo, useRef } from 'react';
import { onPrint } from '../../live/on-print.ts';
import { useMatches } from '../../live/use-matches.ts';
import type { FormatContext } from '../format/format-cell.ts';
import type { Days } from '../period/to-last-day.ts';
import { bands } from './bands.ts';
import { directLabels } from './direct-labels.ts';
import { legendRoom } from './legend-room.ts';
import { pointLabels } from './point-labels.ts';
import { readChartTheme } from './read-chart-theme.ts';
import { sliceLabels } from './slice-labels.ts';
import { toPartNote } from './to-part-note.ts';
import { type Plan, toOutline, toPlan } from './to-plan.ts';
import './chart.css';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  ScatterController,
  Tooltip,
);

// A chart is printed and saved as a picture too, where a screen's own pixels are too few.
Chart.defaults.set({ devicePixelRatio: () => Math.max(2, devicePixelRatio) });

/** What a sheet has between its margins. */
const paperPx = 660;

export type ChartCanvasProps = {
  chart: ChartShape;
  columns: Column[];
  rows: Rows;
  /** Which the result covers. */
  days: Days | null;
  format: FormatContext;
  /** Redraws with the page's colours when it changes. */
  scheme: 'light' | 'dark';
};

export function ChartCanvas({ chart, columns, rows, days, format, scheme }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const outline = useMemo(() => toOutline(chart, columns, rows, format), [chart, columns, rows, format]);
  const part = toPartNote(chart, columns, rows, days, format.locale);

  const forced = useMatches('(forced-colors: active)');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `scheme` and `forced` stand for the colours that are read here.
  useEffect(() => {
    if (!canvas.current || !frame.current) return;
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const theme = readChartTheme(canvas.current);
    const plan = toPlan(chart, columns, rows, { ...format, theme, reducedMotion });
    frame.current.style.height = `${plan.heightPx}px`;
    const drawn = draw(canvas.current, plan);
    const { style } = canvas.current;
    const fitPaper = () => {
      style.maxWidth = 'none';
      // A size that came while the chart moved is kept for its next drawing, which would undo this one.
      drawn.stop().draw();
      drawn.resize(paperPx, plan.heightPx);
      drawn.stop().update('none');
      style.maxWidth = '';
    };
    // One that is drawn for paper alone, in a panel that is not shown, has no width of its own.
    if (drawn.width === 0) fitPaper();
    const stop = onPrint(fitPaper, () => drawn.resize());
    return () => {
      stop();
      drawn.destroy();
    };
  }, [chart, columns, rows, format, scheme, forced]);

  return (
    <>
      <div className="chart-frame" ref={frame}>
        <canvas ref={canvas} role="img" aria-label={outline.description} />
      </div>
      {[...outline.notes, part].map(
        (note) =>
          note && (
            <p className="chart-note" key={note}>
              {note}
            </p>
          ),
      )}
    </>
  );
}

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

/** Each kind brings the plugins that write into it. */
function draw(canvas: HTMLCanvasElement, plan: Plan) {
  switch (plan.kind) {
    case 'series':
      return new Chart(canvas, { ...plan.config, plugins: [legendRoom, bands, directLabels] });
    case 'scatter':
      return new Chart(canvas, { ...plan.config, plugins: [legendRoom, pointLabels] });
    case 'pie':
      return new Chart(canvas, { ...plan.config, plugins: [sliceLabels] });
  }
}
