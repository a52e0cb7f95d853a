import { expect, test } from 'vitest';
import { bought, compared, is, reads, sales, stock } from '../test-reads.ts';

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
])('%j keeps what it goes on about', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

test.each([
  ['stock value', 'next month'],
  ['top 3 products last month', 'next month'],
])('after "%s" nobody knows what "%s" will be', async (...questions) => {
  expect(await reads(...questions)).toEqual([]);
});
