import { expect, test } from 'vitest';
import { bought, reads, top } from './test-reads.ts';

test.each<[string, object]>([
  // Who does it says which way the goods go.
  ['what did we order last month, in units?', bought({ measures: ['ordered_units'], period: 'last month' })],
  [
    'spend by supplier last quarter',
    bought({ measures: ['ordered_value'], dimensions: ['supplier'], period: 'last quarter' }),
  ],
  [
    'how many units did suppliers deliver last week?',
    bought({ measures: ['received_units'], by: 'received', period: 'last week' }),
  ],
  [
    'how many orders did we place with suppliers in Q3?',
    bought({ measures: ['purchase_order_count'], period: 'Q3 2026' }),
  ],
  [
    'which purchase orders are due next week?',
    bought({
      measures: ['open_units', 'open_value'],
      dimensions: ['purchase_order', 'supplier', 'expected_date'],
      period: 'next week',
      by: 'expected',
      orderBy: { by: 'expected_date', direction: 'asc' },
    }),
  ],
  [
    'how many units arrive this month, by warehouse?',
    bought({ measures: ['open_units'], dimensions: ['warehouse'], period: 'this month', by: 'expected' }),
  ],
  [
    "what share of each supplier's open lines is late?",
    bought({ measures: ['late_rate'], dimensions: ['supplier'] }),
  ],
  ['how many units are late, by supplier?', bought({ measures: ['late_units'], dimensions: ['supplier'] })],
  ['value of open orders by supplier', bought({ measures: ['open_value'], dimensions: ['supplier'] })],
  [
    'value of goods bought for each supplier last month',
    bought({ measures: ['ordered_value'], dimensions: ['supplier'], period: 'last month' }),
  ],
  [
    'ordered vs received units by supplier in Q3',
    bought({ measures: ['ordered_units', 'received_units'], dimensions: ['supplier'], period: 'Q3 2026' }),
  ],
  [
    'which suppliers deliver late most?',
    bought({
      measures: ['missed_dates'],
      dimensions: ['supplier'],
      orderBy: { by: 'missed_dates', direction: 'desc' },
    }),
  ],
  [
    'lead time by supplier, slowest first',
    bought({
      measures: ['lead_time'],
      dimensions: ['supplier'],
      orderBy: { by: 'lead_time', direction: 'desc' },
    }),
  ],
  [
    'worst 5 suppliers by rejection rate last year',
    {
      name: 'get_purchase_orders',
      args: {
        measures: ['rejection_rate'],
        dimensions: ['supplier'],
        period: 'last year',
        ...top('rejection_rate', 5),
      },
    },
  ],
  [
    'how long do our suppliers really take to deliver?',
    { name: 'get_purchase_orders', args: { measures: ['lead_time'], dimensions: ['supplier'] } },
  ],
  [
    'value of open purchase orders by supplier',
    { name: 'get_purchase_orders', args: { measures: ['open_value'], dimensions: ['supplier'] } },
  ],
  [
    'Which suppliers are late with deliveries?',
    { name: 'get_purchase_orders', args: { measures: ['late_orders'], dimensions: ['supplier'] } },
  ],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});
