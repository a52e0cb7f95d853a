import { expect, test } from 'vitest';
import { bought, compared, is, reads, sales, stock } from '../test-reads.ts';

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
])('%j keeps what it goes on about', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});
