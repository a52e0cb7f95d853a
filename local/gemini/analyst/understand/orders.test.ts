import { expect, test } from 'vitest';
import { bought, is, reads, top } from '../test-reads.ts';

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

const byDays = (days: number) =>
  bought({
    measures: ['days_open'],
    dimensions: ['purchase_order'],
    orderBy: { by: 'days_open', direction: 'desc' },
    having: [{ measure: 'days_open', op: 'above', value: days }],
  });
const bySupplier = (measure: string, op: string, value: number, direction: string) =>
  bought({
    measures: [measure],
    dimensions: ['supplier'],
    orderBy: { by: measure, direction },
    having: [{ measure, op, value }],
  });

test.each<[string, object]>([
  ['Which open purchase orders are older than 30 days?', byDays(30)],
  ['Which purchase orders are more than two weeks old and still open?', byDays(14)],
  ['How many open orders are older than 6 weeks?', byDays(42)],
  ['Which purchase orders have been open for more than 60 days?', byDays(60)],
  ['Which suppliers were late more than 10 times?', bySupplier('missed_dates', 'above', 10, 'desc')],
  ['Which suppliers are late more than 30% of the time?', bySupplier('on_time_rate', 'below', 0.7, 'asc')],
  ['Which suppliers always deliver on time?', bySupplier('on_time_rate', 'at_least', 1, 'desc')],
  [
    'purchase orders with more than 500 units',
    bought({
      measures: ['ordered_units'],
      dimensions: ['purchase_order'],
      orderBy: { by: 'ordered_units', direction: 'desc' },
      having: [{ measure: 'ordered_units', op: 'above', value: 500 }],
    }),
  ],
])('%j bounds orders, or suppliers, by the figure that is meant', async (question, expected) => {
  expect(await reads(question)).toEqual([expected]);
});

test('What was placed before a month and is still open was placed at any time before', async () => {
  const [first] = await reads('Which open purchase orders were placed before October?');
  expect(first?.args.period).toBe('1900-01-01..2026-09-30');
});

test('Orders that came in are those received then', async () => {
  const [first] = await reads('Which purchase orders came in last week?');
  expect(first?.args).toMatchObject({ measures: ['received_units'], by: 'received', period: 'last week' });
});

test('"Which bikes came in last week?" asks for what was received', async () => {
  expect(await reads('Which bikes came in last week?')).toEqual(
    await reads('Which bikes did we receive last week?'),
  );
});
