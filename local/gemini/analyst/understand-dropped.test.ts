import { describe, expect, test } from 'vitest';
import { askAnalyst } from './test-analyst.ts';
import { is, moved, reads, sales, stock } from './test-reads.ts';

describe('what every figure would leave out is refused', () => {
  test.each([
    'which items have been out of stock for more than 10 days?',
    'which products went out of stock last week?',
    'what percentage of customers bought Bikes last month?',
    'ratio of Bikes to Helmets revenue last month',
    'rank of Europe by revenue last year',
    'average stock value per product by category',
    'open orders by supplier with expected date',
    'stock at the beginning of October',
    'stock at the beginning and end of October by category',
  ])('%s', async (question) => {
    const [turn] = await askAnalyst([question]);
    expect(turn?.text).toContain('I do not know what to make of');
    expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
  });
});

test('a word that a list would leave out is said', async () => {
  const turns = await askAnalyst(['how many products did we sell last month?', 'which ones were new?']);
  expect(turns.at(-1)?.text).toContain('"new"');
});

const bounded = (measure: string, op: string, value: number, dimension: string, period?: string) =>
  stock({
    measures: [measure],
    dimensions: [dimension],
    ...(period !== undefined && { period }),
    orderBy: { by: measure, direction: /below|most/.test(op) ? 'asc' : 'desc' },
    having: [{ measure, op, value }],
  });

test.each([
  ['which warehouses have less than 10 units?', bounded('on_hand', 'below', 10, 'warehouse')],
  ['warehouses with less than 1,000 units', bounded('on_hand', 'below', 1000, 'warehouse')],
  ['which subcategories have no stock?', bounded('on_hand', 'at_most', 0, 'subcategory')],
  [
    'which products were out of stock last week?',
    bounded('stock_out_days', 'above', 0, 'product', 'last week'),
  ],
  [
    'how many Bikes do we offer?',
    stock({ measures: ['stocked_products'], filters: is('category', 'Bikes') }),
  ],
  ['average list price of Bikes', stock({ measures: ['list_price'], filters: is('category', 'Bikes') })],
  [
    'stock value and retail value by category',
    stock({ measures: ['stock_value', 'retail_value'], dimensions: ['category'] }),
  ],
  ['how many units have we sold YTD altogether?', sales({ measures: ['units'], period: 'year to date' })],
  ['sales up to March this year', sales({ measures: ['revenue'], period: '2026-01-01..2026-03-31' })],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test('what came in, after transfers, are those that came in', async () => {
  expect(await reads('transfers last month', 'incoming')).toContainEqual(
    moved({ measures: ['transferred_in'], period: 'last month' }),
  );
});

test('two names together, by month, are one line of both', async () => {
  const asked = ['units of City Helmet this year', 'and Road Bike', 'both together by month'];
  expect(await reads(...asked)).toContainEqual({
    name: 'get_sales_by_month',
    args: { period: 'year to date', measures: ['units'], filters: is('product', 'City Helmet', 'Road Bike') },
  });
});
