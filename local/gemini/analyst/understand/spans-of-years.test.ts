import { expect, test } from 'vitest';
import { is, monthly, reads, sales } from '../test-reads.ts';

const highest = { orderBy: { by: 'revenue', direction: 'desc' } };
const seasons = { measures: ['revenue'], dimensions: ['month_of_year'] };
const both = { period: '2024-01-01..2025-12-31' };

test.each<[string, object]>([
  ['Which calendar month brings in the most revenue, 2024 and 2025 together?', { ...both, ...highest }],
  ['Taking 2024 and 2025 together, which calendar month has the highest revenue?', { ...both, ...highest }],
  ['Which month of the year is best, over 2024 and 2025?', { ...both, ...highest }],
  [
    'weakest calendar month over the past two years',
    { period: 'last 2 years', orderBy: { by: 'revenue', direction: 'asc' } },
  ],
  [
    'which calendar month of Helmets has the highest revenue, all years together?',
    { period: 'all time', filters: is('category', 'Helmets'), ...highest },
  ],
])('"%s" ranks the months of the year over several years', async (question, args) => {
  expect(await reads(question)).toContainEqual(sales({ ...seasons, ...args }));
});

test.each(['which calendar month of 2025 was best?', 'which month of 2024 and 2025 was best?'])(
  '"%s" is one month of those in a row',
  async (question) => {
    const [call] = await reads(question);
    expect(call?.name).toBe('get_sales_by_month');
  },
);

test.each<[string, object]>([
  ['revenue by month over the last two years', monthly({ measures: ['revenue'], months: 24 })],
  [
    'quarterly revenue, past 3 years',
    sales({ measures: ['revenue'], grain: 'quarter', period: 'last 12 quarters' }),
  ],
  [
    'revenue by year for the last two years',
    sales({ measures: ['revenue'], grain: 'year', period: 'last 2 years' }),
  ],
  [
    'revenue by month for the last two calendar years',
    monthly({ measures: ['revenue'], period: 'last 2 years' }),
  ],
])('"%s" is of so many of these up to now, or of whole years', async (question, call) => {
  expect(await reads(question)).toContainEqual(call);
});

test.each<[string, object]>([
  ['Helmets sales by quarter for 2024 and 2025', { grain: 'quarter', filters: is('category', 'Helmets') }],
  ['Helmets sales by quarter, 2024, 2025', { grain: 'quarter', filters: is('category', 'Helmets') }],
])('"%s" is one course over both years', async (question, args) => {
  expect(await reads(question)).toContainEqual(
    sales({ measures: ['revenue'], period: '2024-01-01..2025-12-31', ...args }),
  );
});

test('what follows a course over two years is of both', async () => {
  const [call] = await reads('Helmets sales by quarter for 2024 and 2025', 'which product is the biggest?');
  expect(call?.args).toMatchObject({ dimensions: ['product'], period: '2024-01-01..2025-12-31' });
});
