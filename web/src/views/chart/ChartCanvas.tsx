import type { Chart as ChartShape, Column, Rows } from '@tallyboard/contract';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { useEffect, useRef } from 'react';
import type { FormatContext } from '../format/format-cell.ts';
import { directLabels } from './direct-labels.ts';
import { readChartTheme } from './read-chart-theme.ts';
import { toChartConfig } from './to-chart-config.ts';
import { toChartData } from './to-chart-data.ts';
import { toChartDescription } from './to-chart-description.ts';
import './chart.css';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  directLabels,
);

export type ChartCanvasProps = {
  chart: ChartShape;
  columns: Column[];
  rows: Rows;
  format: FormatContext;
  /** Redraws with the page's colours when it changes. */
  scheme: 'light' | 'dark';
};

export function ChartCanvas({ chart, columns, rows, format, scheme }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const data = toChartData(chart, columns, rows, format);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `scheme` stands for the colours that are read here.
  useEffect(() => {
    if (!canvas.current || !frame.current) return;
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const theme = readChartTheme(canvas.current);
    const plan = toChartConfig(chart, columns, rows, { ...format, theme, reducedMotion });
    frame.current.style.height = `${plan.heightPx}px`;
    const drawn = new Chart(canvas.current, plan.config);
    return () => drawn.destroy();
  }, [chart, columns, rows, format, scheme]);

  return (
    <>
      <div className="chart-frame" ref={frame}>
        <canvas ref={canvas} role="img" aria-label={toChartDescription(chart, data, format)} />
      </div>
      {data.notes.map((note) => (
        <p className="chart-note" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}
