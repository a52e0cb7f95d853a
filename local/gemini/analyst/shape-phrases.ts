import type { Grain } from './calendar.ts';
import { phrases } from './phrases.ts';

export type ChartWish = 'line' | 'bar' | 'table' | 'metric' | 'chart';

export const orderPhrases: Record<'asc' | 'desc', string[]> = {
  desc: phrases(`
    top, best, highest, biggest, largest, greatest, most, leading, leader, strongest, lead, main, winner,
    hottest, maximum, max, peak, best performing, best selling, best seller, bestseller, bestselling,
    top selling, top seller, ranking, rank, ranked, descending, popular, most popular, busiest, heaviest,
    fastest selling, fastest, quickest, richest, most improved`),
  asc: phrases(`
    bottom, worst, lowest, smallest, least, fewest, weakest, poorest, slowest, minimum, min, laggard, loser,
    worst performing, worst selling, worst seller, lowest selling, least popular, quietest, slackest,
    thinnest, ascending, low`),
};

export const grainPhrases: Record<Grain, string[]> = {
  day: phrases('daily, day by day, by day, per day, each day, every day, which day, a day'),
  week: phrases('weekly, week by week, by week, per week, each week, every week, which week, a week'),
  month: phrases(`
    monthly, month by month, by month, per month, each month, every month, which month, best month,
    worst month, month`),
  quarter: phrases(`
    quarterly, quarter by quarter, by quarter, per quarter, each quarter, every quarter, which quarter,
    best quarter, worst quarter, quarter`),
  year: phrases(`
    yearly, annual, annually, year by year, by year, per year, each year, every year, which year, best year,
    year`),
};

export const chartPhrases: Record<ChartWish, string[]> = {
  line: phrases('line chart, line graph, as line, as a line, line, curve'),
  bar: phrases('bar chart, bar graph, as bar, bar, column chart, histogram'),
  table: phrases('table, as table, as a table, in a table, tabular, spreadsheet, grid'),
  metric: phrases('single number, metric card, as a number, one number, single figure, metric'),
  chart: phrases('chart, graph, plot, visualize, visualise, visualization, visualisation, diagram, draw'),
};
