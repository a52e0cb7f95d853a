/** A time that can be asked for, named as in `timePeriods`. */
export type Time = {
  name: string;
  words: string[];
  /** Whether it has several whole months, so that months can be compared or averaged. */
  months: 'several' | 'running' | 'one';
  /** Counted from the last day of the data; else named by its date. */
  isRelative: boolean;
};

/** What times are set against each other, and how the earlier one is said. */
export type Pair = { now: string; before: string; words: string[]; isRelative: boolean };

const month = "date_trunc('month', today)";
const quarter = "date_trunc('quarter', today)";
const year = "date_trunc('year', today)";
const day = 'INTERVAL 1 DAY';

/** First and last day, as DuckDB expressions over the last day of the data. */
export const timePeriods: Record<string, [string, string]> = {
  today: ['today', 'today'],
  all_time: ["DATE '1900-01-01'", 'today'],
  last_month: [`${month} - INTERVAL 1 MONTH`, `${month} - ${day}`],
  month_before: [`${month} - INTERVAL 2 MONTH`, `${month} - INTERVAL 1 MONTH - ${day}`],
  last_month_year_before: [`${month} - INTERVAL 13 MONTH`, `${month} - INTERVAL 12 MONTH - ${day}`],
  last_quarter: [`${quarter} - INTERVAL 3 MONTH`, `${quarter} - ${day}`],
  quarter_before: [`${quarter} - INTERVAL 6 MONTH`, `${quarter} - INTERVAL 3 MONTH - ${day}`],
  this_year: [year, 'today'],
  same_days_last_year: [`${year} - INTERVAL 1 YEAR`, 'today - INTERVAL 1 YEAR'],
  last_3_months: [`${month} - INTERVAL 3 MONTH`, `${month} - ${day}`],
  last_6_months: [`${month} - INTERVAL 6 MONTH`, `${month} - ${day}`],
  last_12_months: [`${month} - INTERVAL 12 MONTH`, `${month} - ${day}`],
  last_week: ["date_trunc('week', today) - INTERVAL 7 DAY", `date_trunc('week', today) - ${day}`],
  a_year: [`${year} - INTERVAL 1 YEAR`, `${year} - ${day}`],
  // Of several files the first whole year begins within two years before.
  first_half: [`${year} - INTERVAL 1 YEAR`, `${year} - INTERVAL 6 MONTH - ${day}`],
  second_half: [`${year} - INTERVAL 6 MONTH`, `${year} - ${day}`],
  a_quarter: [`${year} - INTERVAL 6 MONTH`, `${year} - INTERVAL 3 MONTH - ${day}`],
  next_quarter: [`${year} - INTERVAL 3 MONTH`, `${year} - ${day}`],
  a_month: [`${year} - INTERVAL 2 MONTH`, `${year} - INTERVAL 1 MONTH - ${day}`],
  next_month: [`${year} - INTERVAL 1 MONTH`, `${year} - ${day}`],
  spring: [`${year} - INTERVAL 10 MONTH`, `${year} - INTERVAL 7 MONTH - ${day}`],
};

/** What `{{name}}` stands for in a question. */
export const timeTexts: Record<string, string> = {
  a_year: `strftime(${year} - ${day}, '%Y')`,
  this_year: "strftime(today, '%Y')",
};

export const times: Time[] = [
  { name: 'last_month', words: ['last month', 'in the last month'], months: 'one', isRelative: true },
  {
    name: 'last_quarter',
    words: ['last quarter', 'in the last quarter'],
    months: 'several',
    isRelative: true,
  },
  {
    name: 'this_year',
    words: ['this year', 'so far this year', 'year to date'],
    months: 'running',
    isRelative: true,
  },
  {
    name: 'last_3_months',
    words: ['over the last 3 months', 'in the past three months'],
    months: 'several',
    isRelative: true,
  },
  {
    name: 'last_6_months',
    words: ['in the last six months', 'over the past 6 months'],
    months: 'several',
    isRelative: true,
  },
  { name: 'last_week', words: ['last week'], months: 'one', isRelative: true },
  {
    name: 'a_year',
    words: ['in {{a_year}}', '{{a_year}}', 'for {{a_year}}'],
    months: 'several',
    isRelative: false,
  },
  { name: 'a_quarter', words: ['in Q3 {{a_year}}', 'Q3 {{a_year}}'], months: 'several', isRelative: false },
  { name: 'a_month', words: ['in November {{a_year}}', 'Nov {{a_year}}'], months: 'one', isRelative: false },
  {
    name: 'first_half',
    words: ['in the first half of {{a_year}}', 'from January to June {{a_year}}'],
    months: 'several',
    isRelative: false,
  },
  {
    name: 'spring',
    words: ['from March to May {{a_year}}', 'between March and May {{a_year}}'],
    months: 'several',
    isRelative: false,
  },
];

/** Stock is of the end of a day. */
export const stockTimes: Time[] = [
  { name: 'today', words: ['now', 'right now', 'at the moment'], months: 'one', isRelative: false },
  { name: 'last_month', words: ['at the end of last month'], months: 'one', isRelative: true },
  { name: 'last_quarter', words: ['at the end of last quarter'], months: 'one', isRelative: true },
];

export const pairs: Pair[] = [
  { now: 'last_month', before: 'month_before', words: ['the month before'], isRelative: true },
  {
    now: 'last_quarter',
    before: 'quarter_before',
    words: ['the quarter before', 'the previous quarter'],
    isRelative: true,
  },
  {
    now: 'last_month',
    before: 'last_month_year_before',
    words: ['the same month a year earlier', 'the same month last year'],
    isRelative: true,
  },
  {
    now: 'this_year',
    before: 'same_days_last_year',
    words: ['last year', 'the same period last year'],
    isRelative: true,
  },
  {
    now: 'next_quarter',
    before: 'a_quarter',
    words: ['Q3 {{a_year}}', 'the quarter before'],
    isRelative: false,
  },
  {
    now: 'next_month',
    before: 'a_month',
    words: ['November {{a_year}}', 'the month before'],
    isRelative: false,
  },
  { now: 'second_half', before: 'first_half', words: ['the first half of {{a_year}}'], isRelative: false },
];

/** The later of two times, where it is never asked for by itself. */
export const laterWords: Record<string, string[]> = {
  next_quarter: ['in Q4 {{a_year}}', 'Q4 {{a_year}}'],
  next_month: ['in December {{a_year}}', 'Dec {{a_year}}'],
  second_half: ['in the second half of {{a_year}}'],
};
