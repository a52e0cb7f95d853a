/** The colours that a chart takes from the page. */
export type ChartTheme = {
  text: string;
  muted: string;
  grid: string;
  surface: string;
  series: string[];
  font: string;
};
