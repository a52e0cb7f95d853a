import { expect, test } from 'vitest';
import { bought, is, reads, top } from '../test-reads.ts';

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
  // Where a supplier is the party, orders are those to it.
  [
    'Acme Supply: value of our orders with them last year?',
    bought({ measures: ['ordered_value'], period: 'last year', filters: is('supplier', 'Acme Supply') }),
  ],
  [
    'orders by supplier last month',
    bought({
      measures: ['purchase_order_count', 'ordered_value'],
      dimensions: ['supplier'],
      period: 'last month',
    }),
  ],
  [
    'From what vendor do we get gloves?',
    bought({ measures: ['ordered_value'], dimensions: ['supplier'], filters: is('category', 'Gloves') }),
  ],
  [
    'what are our biggest orders with Acme Supply this year?',
    bought({
      measures: ['ordered_value'],
      dimensions: ['purchase_order'],
      period: 'year to date',
      filters: is('supplier', 'Acme Supply'),
      ...top('ordered_value', 10),
    }),
  ],
  [
    'what do we pay Acme Supply on average per unit this year',
    bought({
      measures: ['ordered_value', 'ordered_units'],
      period: 'year to date',
      filters: is('supplier', 'Acme Supply'),
    }),
  ],
  [
    'largest purchase orders this year',
    bought({
      measures: ['ordered_value'],
      dimensions: ['purchase_order'],
      period: 'year to date',
      ...top('ordered_value', 10),
    }),
  ],
  // What is owed is what is open, and what is still to come is counted in units.
  [
    'Acme Supply still owes us how many units?',
    bought({ measures: ['open_units'], filters: is('supplier', 'Acme Supply') }),
  ],
  [
    "what's still to come from Acme Supply, by product",
    bought({
      measures: ['open_units'],
      dimensions: ['product'],
      filters: is('supplier', 'Acme Supply'),
      ...top('open_units', 100),
    }),
  ],
  // Those that arrived late are not those that are late now.
  ['Late-arriving POs as a percentage of all POs?', bought({ measures: ['missed_rate'] })],
  [
    'late lines as a % of open lines, per supplier',
    bought({ measures: ['late_rate'], dimensions: ['supplier'] }),
  ],
  [
    'Q3 2026: for each supplier, units ordered against units that came in',
    bought({ measures: ['ordered_units', 'received_units'], dimensions: ['supplier'], period: 'Q3 2026' }),
  ],
  [
    'Q3 2026 orders to suppliers: what number of the units has come in by now?',
    bought({ measures: ['ordered_units', 'received_units'], period: 'Q3 2026' }),
  ],
  [
    'reject rate 2025 vs 2024, all vendors',
    bought({ measures: ['rejection_rate'], grain: 'year', period: '2024-01-01..2025-12-31' }),
  ],
  [
    'Which suppliers are late with deliveries?',
    { name: 'get_purchase_orders', args: { measures: ['late_orders'], dimensions: ['supplier'] } },
  ],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});
