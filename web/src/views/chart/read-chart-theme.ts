import type { ChartTheme } from './chart-theme.ts';

/** The page's colours where the chart stands: they follow light and dark. */
export function readChartTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: read('--text'),
    muted: read('--text-muted'),
    grid: read('--border'),
    surface: read('--surface'),
    series: Array.from({ length: 8 }, (_, index) => read(`--series-${index + 1}`)),
    font: style.fontFamily,
  };
}
