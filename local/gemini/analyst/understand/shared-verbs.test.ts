import { expect, test } from 'vitest';
import { is, reads, sales } from '../test-reads.ts';

test.each([
  [
    'How many orders and how much revenue did Online bring last month?',
    ['orders', 'revenue'],
    'channel',
    'Online',
  ],
  [
    'How many customers and how many orders did we have in Europe last month?',
    ['customers', 'orders'],
    'region',
    'Europe',
  ],
  [
    'What revenue and what margin did Bikes make last month?',
    ['revenue', 'gross_margin'],
    'category',
    'Bikes',
  ],
  [
    'How many units did we sell and how much revenue did we make with Bikes last month?',
    ['units', 'revenue'],
    'category',
    'Bikes',
  ],
])('%j: both figures are of what stands at the end', async (question, measures, dimension, name) => {
  expect(await reads(question)).toMatchObject([
    sales({ measures, period: 'last month', filters: is(dimension, name) }),
  ]);
});

test('orders are told by their number and their value', async () => {
  expect(await reads('Online orders: how many and how much in 2025?')).toMatchObject([
    sales({ measures: ['orders', 'revenue'], period: '2025', filters: is('channel', 'Online') }),
  ]);
});

test('a total of two times is told of each', async () => {
  const asked = await reads('Total revenue this year and last year.');
  expect(asked.map(({ args }) => args.period)).toHaveLength(2);
});

test('two times together are one', async () => {
  expect(await reads('Revenue of Q1 2026 and Q2 2026 together')).toMatchObject([
    sales({ period: '2026-01-01..2026-06-30' }),
  ]);
});
