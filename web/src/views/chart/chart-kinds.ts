import type { Mark } from '@tallyboard/contract';

/** What each kind of chart is called, where it is told in words. */
export const chartKinds: Record<Mark, string> = {
  line: 'Line chart',
  bar: 'Bar chart',
  stacked_bar: 'Stacked bar chart',
  area: 'Area chart',
  scatter: 'Scatter chart',
  pie: 'Pie chart',
  heat_map: 'Heat map',
};
