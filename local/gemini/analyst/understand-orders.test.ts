import { expect, test } from 'vitest';
import { bought, is, reads, top } from './test-reads.ts';

test.each<[string, object]>([
  // What was bought, however it is said.
  [
    'which product have we purchased most this year, in units?',
    bought({
      measures: ['ordered_units'],
      dimensions: ['product'],
      period: 'year to date',
      ...top('ordered_units', 10),
    }),
  ],
  [
    "what is the product we've purchased the most of this year, in units?",
    bought({
      measures: ['ordered_units'],
      dimensions: ['product'],
      period: 'year to date',
      ...top('ordered_units', 10),
    }),
  ],
  [
    'which suppliers did we spend over 60k with last quarter',
    bought({
      measures: ['ordered_value'],
      dimensions: ['supplier'],
      period: 'last quarter',
      orderBy: { by: 'ordered_value', direction: 'desc' },
      having: [{ measure: 'ordered_value', op: 'above', value: 60000 }],
    }),
  ],
  [
    'with which five suppliers have we placed the highest order value this year?',
    bought({
      measures: ['ordered_value'],
      dimensions: ['supplier'],
      period: 'year to date',
      ...top('ordered_value', 5),
    }),
  ],
  [
    'how many purchase orders did we place with Acme last year, and for what amount?',
    bought({
      measures: ['purchase_order_count', 'ordered_value'],
      period: 'last year',
      filters: is('supplier', 'Acme Supply'),
    }),
  ],
  [
    'by how many days, on average, do deliveries run late, by supplier?',
    bought({ measures: ['delivery_delay'], dimensions: ['supplier'] }),
  ],
  [
    'which suppliers most often failed to deliver by the promised date last year?',
    bought({
      measures: ['missed_dates'],
      dimensions: ['supplier'],
      period: 'last year',
      orderBy: { by: 'missed_dates', direction: 'desc' },
    }),
  ],
  [
    'overdue deliveries by supplier, ranked on dollar value',
    bought({
      measures: ['late_value'],
      dimensions: ['supplier'],
      orderBy: { by: 'late_value', direction: 'desc' },
    }),
  ],
  // An order by its number.
  [
    "PO 4012 - what's on it?",
    bought({
      measures: ['ordered_units', 'received_units', 'ordered_value'],
      dimensions: ['product', 'order_status'],
      period: 'all time',
      filters: is('purchase_order', '4012'),
      orderBy: { by: 'ordered_units', direction: 'desc' },
      limit: 20,
    }),
  ],
  [
    'when are POs 4012 and 4013 due?',
    bought({
      measures: ['ordered_units', 'received_units', 'ordered_value'],
      dimensions: ['purchase_order', 'order_status', 'expected_date'],
      period: 'all time',
      filters: is('purchase_order', '4012', '4013'),
    }),
  ],
  // Two halves share the time at the end, and the days that it means.
  [
    'how many units arrived and how many were rejected in 2025?',
    bought({ measures: ['received_units', 'rejected_units'], period: '2025', by: 'received' }),
  ],
  [
    'how many units were rejected in 2025 and which vendor was the worst?',
    bought({ measures: ['rejected_units'], period: '2025' }),
  ],
  [
    'how many units were rejected in 2025 and which vendor was the worst?',
    bought({
      measures: ['rejected_units'],
      dimensions: ['supplier'],
      period: '2025',
      orderBy: { by: 'rejected_units', direction: 'desc' },
    }),
  ],
  [
    'how many units did Northgate book in from suppliers last month?',
    {
      name: 'get_stock_movements',
      args: { measures: ['units_received'], period: 'last month', filters: is('warehouse', 'Northgate') },
    },
  ],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});
