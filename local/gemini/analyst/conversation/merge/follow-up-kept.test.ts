import { expect, test } from 'vitest';
import { bought, compared, is, reads, sales, stock } from '../../test-reads.ts';

const isNot = (dimension: string, ...values: string[]) => [{ dimension, op: 'is_not', values }];
const month = { period: 'last month' };

/** What a person goes on about without saying it again. */
test.each([
  // A total is of what was asked about.
  [
    ['revenue of Bikes in Europe last month by product', 'total revenue'],
    sales({
      ...{ measures: ['revenue'], ...month },
      filters: [...is('category', 'Bikes'), ...is('region', 'Europe')],
    }),
  ],
  [
    ['revenue of Bikes last month by product', 'total revenue', 'total units?'],
    sales({ measures: ['units'], ...month, filters: is('category', 'Bikes') }),
  ],
  [
    ['stock of Bikes by warehouse', 'total value'],
    stock({ measures: ['stock_value'], filters: is('category', 'Bikes') }),
  ],
  [
    ['open purchase orders', 'only from Acme Supply', 'total units'],
    bought({ measures: ['open_units', 'open_value'], filters: is('supplier', 'Acme Supply') }),
  ],
  // What is ours is of all.
  [
    ['revenue of Bikes last month', 'what is our total revenue last month?'],
    sales({ measures: ['revenue'], ...month }),
  ],
  // What is set beside it gives way to another.
  [
    ['revenue by region this month', 'vs last month', 'vs last year'],
    compared({
      ...{ measures: ['revenue'], dimension: 'region', period: 'month to date' },
      compareTo: '2025-11-01..2025-11-23',
    }),
  ],
  [
    ['revenue by region in October', 'compare with September', 'vs a year ago'],
    compared({
      ...{ measures: ['revenue'], dimension: 'region', period: '2026-10' },
      compareTo: '2025-10-01..2025-10-31',
    }),
  ],
  // The whole of a longer time, and not the part of it under its name.
  [['revenue in September', 'and the whole quarter?'], sales({ measures: ['revenue'], period: 'Q3 2026' })],
  [
    ['revenue of Bikes last month', 'the full year?'],
    sales({ measures: ['revenue'], period: '2026', filters: is('category', 'Bikes') }),
  ],
  [['revenue this month', 'and the entire quarter'], sales({ measures: ['revenue'], period: 'Q4 2026' })],
  // What is left out adds up, until it is taken back.
  [
    ['revenue by category last month', 'not Bikes', 'not Lamps either'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], ...month },
      filters: isNot('category', 'Bikes', 'Lamps'),
    }),
  ],
  [
    ['revenue last month except Bikes and Lamps', 'also except Gloves'],
    sales({ measures: ['revenue'], ...month, filters: isNot('category', 'Bikes', 'Lamps', 'Gloves') }),
  ],
  [
    ['stock by warehouse except Northgate', 'and Southport too'],
    stock({
      ...{ measures: ['on_hand'], dimensions: ['warehouse'] },
      filters: isNot('warehouse', 'Northgate', 'Southport'),
    }),
  ],
  [
    ['revenue last month without Bikes', 'without Lamps instead'],
    sales({ measures: ['revenue'], ...month, filters: isNot('category', 'Lamps') }),
  ],
  [
    ['revenue by region last month excluding Europe', 'include Europe again'],
    sales({ measures: ['revenue'], dimensions: ['region'], ...month }),
  ],
  [
    ['revenue last month without Bikes and Lamps', 'put Bikes back in'],
    sales({ measures: ['revenue'], ...month, filters: isNot('category', 'Lamps') }),
  ],
  [
    ['revenue of Bikes last month', 'Lamps as well'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], ...month },
      filters: is('category', 'Bikes', 'Lamps'),
    }),
  ],
  // What is due goes on with days ahead, and what is late is late now.
  [
    ['open orders due this week by warehouse', 'next week'],
    bought({ measures: ['open_orders'], by: 'expected', dimensions: ['warehouse'], period: 'next week' }),
  ],
  [
    ['open orders due this week by warehouse', 'next week', 'in December', 'and January?'],
    bought({ measures: ['open_orders'], by: 'expected', dimensions: ['warehouse'], period: '2027-01' }),
  ],
  [
    ['open orders', 'due next week', 'overdue ones'],
    bought({
      ...{ measures: ['days_late', 'late_value', 'late_units'] },
      dimensions: ['purchase_order', 'supplier', 'expected_date'],
      orderBy: { by: 'days_late', direction: 'desc' },
      having: [{ measure: 'days_late', op: 'above', value: 0 }],
    }),
  ],
  // What is sold next is foretold.
  [
    ['revenue of Bikes last month', 'and next month?'],
    {
      name: 'forecast_demand',
      args: { measure: 'revenue', horizon: 2, filters: is('category', 'Bikes') },
    },
  ],
  // A share is of nothing that was left out.
  [
    ['revenue by category last month', 'without Bikes', 'in percent'],
    sales({
      ...{ measures: ['revenue', 'revenue_share'], dimensions: ['category'], ...month },
      filters: isNot('category', 'Bikes'),
    }),
  ],
  // "Their days of cover" are a figure of the rows, and no time.
  [
    ['stock by category', 'top 2', 'their days of cover'],
    stock({
      ...{ measures: ['days_of_cover'], dimensions: ['category'] },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
  // The first of a ranking are set beside another time, and not all.
  [
    ['top 2 regions last month', 'compared to last year'],
    compared({
      ...{ measures: ['revenue'], dimension: 'region', period: 'last month' },
      compareTo: '2025-10-01..2025-10-31',
      filters: is('region', 'Europe', 'Americas'),
    }),
  ],
  [
    ['top 2 categories last month', 'growth vs September'],
    compared({
      ...{ measures: ['revenue'], dimension: 'category', period: 'last month', compareTo: '2026-09' },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
  // What has no time of its own is set beside another as it is now.
  [
    ['stock by category', 'vs last month'],
    stock({
      ...{ measures: ['on_hand'], dimensions: ['category'], period: 'today' },
      compareTo: 'last month',
    }),
  ],
  [['stock value', 'vs the end of last year'], stock({ measures: ['stock_value'], period: 'today' })],
  [
    ['revenue by region', 'vs 2024'],
    compared({
      ...{ measures: ['revenue'], dimension: 'region', period: 'year to date' },
      compareTo: '2024-01-01..2024-11-23',
    }),
  ],
])('%j keeps what it goes on about', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

test.each([
  ['stock value', 'next month'],
  ['top 3 products last month', 'next month'],
  ['open purchase orders by supplier', 'vs last month'],
  ['top 2 regions last month', 'what share do the others make up?'],
])('after "%s" "%s" is not guessed', async (...questions) => {
  expect(await reads(...questions)).toEqual([]);
});
