import { describe, expect, test } from 'vitest';
import { compared, is, monthly, reads, sales, stock, top } from '../test-reads.ts';

const byRegion = sales({ measures: ['revenue'], dimensions: ['region'], period: 'last month' });
const withoutBikes = sales({
  measures: ['revenue'],
  period: 'last month',
  filters: [{ dimension: 'category', op: 'is_not', values: ['Bikes'] }],
});
const bestBrands = (direction: 'asc' | 'desc') =>
  sales({
    measures: ['revenue'],
    dimensions: ['category'],
    period: 'last quarter',
    ...{ orderBy: { by: 'revenue', direction } },
  });

/** What is asked, in many wordings: each of them is the same read. */
const wordings: [concept: string, read: object, questions: string[]][] = [
  [
    'what comes before and after a question says nothing',
    byRegion,
    [
      'Good morning, could you tell me the revenue by region last month please?',
      'hi there, can you please show me revenue by region last month, thanks in advance',
      'Quick question: what was revenue by region last month?',
      'So, what was the revenue by region last month, if you don’t mind?',
      'I was wondering what our revenue by region was last month',
      "I'd like to know what revenue by region was last month",
      'walk me through revenue by region last month',
      'Would you mind showing me revenue by region last month?',
      'heads up on revenue by region last month',
      'do you happen to know what revenue by region was last month?',
      'any idea what revenue by region was last month?',
      'Let me see revenue by region for last month, for the board meeting',
      'pull up revenue by region for last month, would you',
      'Zoom into revenue by region last month',
      'calculate revenue by region for last month',
      'Is it possible to get revenue by region for last month?',
      'btw, revenue by region last month, asap',
      'we need to know how much revenue each region generated last month',
    ],
  ],
  [
    'a split is said in many ways',
    byRegion,
    [
      'revenue divided over the regions last month',
      'revenue last month split out by region',
      'last month revenue, broken down by region',
      'region-wise revenue last month',
      'revenue for each of our regions last month',
      'revenue for every single region last month',
      'revenue last month at region level',
      'last month, revenue, sliced by region',
      'revenue across regions last month',
      'revenue spread over regions last month',
      'revenue last month on a region basis',
      'revenue region by region, last month',
    ],
  ],
  [
    'what is left out may stand before or after the word that says so',
    withoutBikes,
    [
      'revenue last month with Bikes left out',
      'last month revenue, Bikes excluded',
      'revenue last month minus Bikes',
      'revenue last month, leaving Bikes out',
      'drop Bikes from revenue last month',
      'revenue last month save for Bikes',
      'revenue last month, not counting Bikes',
      'revenue last month with the exception of Bikes',
      'revenue last month apart from Bikes',
      'revenue last month disregarding Bikes',
      'revenue last month excl. Bikes',
      'take Bikes out of revenue last month',
    ],
  ],
  [
    'the best ones have many names',
    bestBrands('desc'),
    [
      'which category came out on top in revenue last quarter?',
      'which category led on revenue last quarter?',
      'which category topped the list by revenue last quarter?',
      'categories by revenue last quarter, largest at the top',
      'categories by revenue last quarter from high to low',
      'categories last quarter in descending order of revenue',
      'revenue by category last quarter, top down',
      'which category was number one in revenue last quarter',
      'which category ranked first in revenue last quarter?',
      'revenue by category last quarter, biggest first',
    ],
  ],
  [
    'so have the worst',
    bestBrands('asc'),
    [
      'which category came in last on revenue last quarter?',
      'categories by revenue last quarter, smallest at the top',
      'revenue by category last quarter, lowest first',
      'revenue by category last quarter in ascending order',
      'which category brought up the rear in revenue last quarter?',
      'sort the categories by revenue, lowest first, last quarter',
      'rank categories by revenue bottom up, last quarter',
      'which category was at the bottom of the table in revenue last quarter',
    ],
  ],
  [
    'two quarters are set side by side',
    sales({ measures: ['revenue'], grain: 'quarter', period: '2026-04-01..2026-09-30' }),
    [
      'how does revenue in Q3/26 stack up against Q2/26?',
      'put revenue of Q2 2026 and Q3 2026 next to each other',
      "Q3'26 revenue as opposed to Q2'26",
      'did revenue in Q3 exceed Q2?',
      'revenue of Q3 relative to Q2',
      'contrast revenue of Q2 with Q3',
    ],
  ],
  [
    'a share is asked for',
    sales({ measures: ['revenue', 'revenue_share'], dimensions: ['category'], period: 'last month' }),
    [
      'how big a share of revenue did each category make up last month?',
      'what percentage of revenue came from each category last month?',
      'revenue mix by category last month',
      'what portion of revenue did each category bring last month?',
      'what fraction of revenue was each category last month',
    ],
  ],
  [
    'each month of a time',
    monthly({ period: 'year to date', measures: ['orders'] }),
    [
      'number of orders month by month this year',
      'no. of orders per calendar month this year',
      'monthly number of orders, year to date',
      'orders this year on a monthly basis',
      'month wise orders this year',
      'orders for each month since the year began',
      'orders every month so far this year',
    ],
  ],
  [
    'what things are at the moment',
    stock({ measures: ['stock_value'] }),
    [
      'stock value at present',
      'what is our stock value as we speak?',
      'stock value this minute',
      'stock value as of now',
      'stock value as things stand',
    ],
  ],
  [
    'a fall by any name, asked why',
    compared({
      measures: ['revenue'],
      dimension: 'category',
      period: 'last month',
      compareTo: '2026-09-01..2026-09-30',
    }),
    [
      'why did revenue slip last month?',
      'how come revenue dipped last month?',
      'what made revenue sink last month?',
      'what caused the slump in revenue last month?',
      'for what reason did revenue deteriorate last month?',
    ],
  ],
  [
    'the three worst',
    sales({
      measures: ['margin_rate'],
      dimensions: ['region'],
      period: 'last month',
      ...top('margin_rate', 3, 'asc'),
    }),
    [
      'worst three regions by margin rate last month',
      'the three regions with the slimmest margins last month',
      'three regions with the leanest margins last month',
    ],
  ],
  [
    'a heat map is one word as well',
    sales({ measures: ['revenue'], dimensions: ['region', 'category'], period: 'last month' }),
    [
      'heatmap of revenue by region and category last month',
      'revenue by region and category last month as a heatmap',
      'heat map please: revenue by region and category last month',
    ],
  ],
  [
    'one name alone',
    monthly({ months: 3, measures: ['revenue'], filters: is('category', 'Bikes') }),
    [
      'monthly revenue of nothing but Bikes over the past three full months',
      'revenue per month for Bikes alone in the last three closed months',
      'revenue by month for the past 3 months, Bikes only',
    ],
  ],
];

describe.each(wordings)('%s', (_, read, questions) => {
  test.each(questions)('"%s"', async (question) => {
    expect(await reads(question)).toContainEqual(read);
  });
});

test.each([
  'customers who often order bikes',
  'double the revenue of bikes',
  'assume prices rise 10 %: revenue by region',
  'regions where revenue grew three months in a row',
  'fortnightly revenue this year',
])('"%s" is refused: a word that changes the question is never passed over', async (question) => {
  expect(await reads(question)).toEqual([]);
});
