import type { Grain } from '../time/calendar.ts';
import { phrases } from './phrases.ts';

export type ChartWish = 'line' | 'bar' | 'table' | 'metric' | 'chart';

export const orderPhrases: Record<'asc' | 'desc', string[]> = {
  desc: phrases(`
    top, best, highest, biggest, largest, greatest, most, leading, leader, strongest, ~lead, main, winner,
    hottest, maximum, max, peak, best performing, best selling, best seller, bestseller, bestselling,
    top selling, top seller, top performing, top performer, best performer, top ranking, ranking, rank, ranked, descending,
    popular, most popular, busiest, heaviest, fastest selling, fastest, quickest, richest, most improved, fullest,
    standout, star performer, star product, front runner, frontrunner, favourite, favorite, highest grossing, best of all,
    highest earning, biggest earner, top earner, hot seller, most valuable, most important, most significant, foremost,
    record, record breaking, all time high, highest ever, highest value, biggest spending, biggest spender, top spender,
    heavy hitter, big hitter, best off`),
  asc: phrases(`
    bottom, worst, lowest, smallest, least, fewest, weakest, poorest, slowest, minimum, min, laggard, loser,
    worst performing, worst performer, worst selling, worst seller, lowest selling, least popular, quietest, slackest,
    thinnest, ascending, low, poor performer, poor seller, weak seller, weak performer, underperformer,
    under performer, underperforming, straggler, flop, dud, bottom performer, bottom seller, least valuable, least important,
    lowest earning, all time low, lowest ever, least of all, emptiest`),
};

export const grainPhrases: Record<Grain, string[]> = {
  day: phrases(`
    daily, day by day, day for day, day after day, day to day, by day, by the day, per day, each day, every day, which day, a day,
    on a daily basis, day wise, daywise, by date, per date, each date, date wise, which date`),
  week: phrases(`
    weekly, week by week, week for week, week after week, by week, by the week, per week, each week, every week,
    which week, a week, on a weekly basis, week wise, weekwise`),
  month: phrases(`
    monthly, month by month, month for month, month after month, by month, by the month, per month, each month, every month,
    which month, best month, worst month, month, on a monthly basis, month wise, monthwise`),
  quarter: phrases(`
    quarterly, quarter by quarter, quarter for quarter, quarter after quarter, by quarter, by the quarter, per quarter,
    each quarter, every quarter, which quarter, best quarter, worst quarter, quarter, on a quarterly basis,
    quarter wise, quarterwise`),
  year: phrases(`
    yearly, annual, annually, year by year, year for year, year after year, by year, by the year, per year, each year, every year,
    which year, best year, year, on a yearly basis, on an annual basis, year wise, yearwise, per annum`),
};

export const chartPhrases: Record<ChartWish, string[]> = {
  line: phrases(`
    line chart, line graph, line plot, line diagram, trend chart, trend graph, time series chart, as line, as a line, line,
    curve, sparkline, run chart`),
  bar: phrases(`
    bar chart, bar graph, bar plot, bar diagram, as bar, in bar, bar, column chart, column graph, column diagram, histogram,
    horizontal bar, vertical bar`),
  table: phrases(`
    table, as table, as a table, in a table, in table form, in table format, table form, table view, tabular, tabular form,
    in tabular form, tabular format, spreadsheet, grid, matrix, cross tab, crosstab, pivot, pivot table, rows and columns`),
  metric: phrases(`
    single number, metric card, as a number, one number, single figure, metric, just the number, just a number,
    kpi card, kpi tile, scorecard, score card, single value, headline number, big number, only the number, just the figure,
    one figure`),
  chart: phrases(`
    chart, graph, plot, ~visualize, ~visualise, visualization, visualisation, diagram, ~draw, ~plot, ~graph,
    graphically, visually, graphic, as a picture, in a picture, in visual form, visual`),
};
