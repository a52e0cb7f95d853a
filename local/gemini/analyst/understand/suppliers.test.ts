import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, is, reads } from '../test-reads.ts';

const lateOften = bought({
  measures: ['missed_rate'],
  dimensions: ['supplier'],
  orderBy: { by: 'missed_rate', direction: 'desc' },
});

test.each<[string, object]>([
  // Who is good and who is bad, where no figure is named.
  ...['Which suppliers let us down most this year?', 'who was our worst supplier this year?'].map(
    (question): [string, object] => [
      question,
      bought({
        measures: ['on_time_rate'],
        dimensions: ['supplier'],
        period: 'year to date',
        orderBy: { by: 'on_time_rate', direction: 'asc' },
      }),
    ],
  ),
  [
    'which two vendors have let us down most often since June?',
    bought({
      measures: ['on_time_rate'],
      dimensions: ['supplier'],
      period: '2026-06-01..2026-11-23',
      orderBy: { by: 'on_time_rate', direction: 'asc' },
      limit: 2,
    }),
  ],
  [
    'did Acme Supply let us down last month?',
    bought({ measures: ['on_time_rate'], period: 'last month', filters: is('supplier', 'Acme Supply') }),
  ],
  // What is late, how late it came, and how often.
  [
    'how many days late are deliveries on average, by supplier?',
    bought({ measures: ['delivery_delay'], dimensions: ['supplier'] }),
  ],
  [
    'Which suppliers have been more than a week late on average this year?',
    bought({
      measures: ['delivery_delay'],
      dimensions: ['supplier'],
      period: 'year to date',
      orderBy: { by: 'delivery_delay', direction: 'desc' },
      having: [{ measure: 'delivery_delay', op: 'above', value: 7 }],
    }),
  ],
  [
    'which suppliers have lead times above three weeks?',
    bought({
      measures: ['lead_time'],
      dimensions: ['supplier'],
      orderBy: { by: 'lead_time', direction: 'desc' },
      having: [{ measure: 'lead_time', op: 'above', value: 21 }],
    }),
  ],
  [
    'Which purchase orders are over 10 days late?',
    bought({
      measures: ['days_late'],
      dimensions: ['purchase_order'],
      orderBy: { by: 'days_late', direction: 'desc' },
      having: [{ measure: 'days_late', op: 'above', value: 10 }],
    }),
  ],
  [
    'how many deliveries arrived late last month?',
    bought({ measures: ['missed_dates'], period: 'last month', by: 'received' }),
  ],
  [
    'what share of lines came late last quarter, by supplier?',
    bought({ measures: ['missed_rate'], dimensions: ['supplier'], period: 'last quarter', by: 'received' }),
  ],
  [
    'which of our vendors missed the most delivery dates last year',
    bought({
      measures: ['missed_dates'],
      dimensions: ['supplier'],
      period: 'last year',
      orderBy: { by: 'missed_dates', direction: 'desc' },
    }),
  ],
  [
    'share of lines delivered on time in 2025',
    bought({ measures: ['on_time_rate'], period: '2025', by: 'received' }),
  ],
  // "How often" asks for the rate, where it is said of what comes on time or late.
  [
    'how often does Acme Supply deliver on time?',
    bought({ measures: ['on_time_rate'], filters: is('supplier', 'Acme Supply') }),
  ],
  [
    'how often was Acme Supply late last year?',
    bought({
      ...{ measures: ['missed_rate'], period: 'last year' },
      filters: is('supplier', 'Acme Supply'),
    }),
  ],
  [
    'how often does each supplier deliver late?',
    bought({ measures: ['missed_rate'], dimensions: ['supplier'] }),
  ],
  ['which supplier is most often late?', lateOften],
  [
    'who delivers latest on average?',
    bought({
      measures: ['delivery_delay'],
      dimensions: ['supplier'],
      orderBy: { by: 'delivery_delay', direction: 'desc' },
    }),
  ],
  [
    'how many PO lines did we cancel last year?',
    bought({ measures: ['cancelled_lines'], period: 'last year' }),
  ],
  [
    'How many purchase orders were cancelled, by supplier?',
    bought({ measures: ['cancelled_orders'], dimensions: ['supplier'] }),
  ],
  // What is on order, in units and in money.
  [
    'what is on order from Acme, in units and money?',
    bought({ measures: ['open_units', 'open_value'], filters: is('supplier', 'Acme Supply') }),
  ],
  ['how much money do we have on order?', bought({ measures: ['open_value'] })],
  ['open purchase order value by warehouse', bought({ measures: ['open_value'], dimensions: ['warehouse'] })],
  [
    'purchase orders still open with a value above 5k',
    bought({
      measures: ['open_value'],
      dimensions: ['purchase_order'],
      orderBy: { by: 'open_value', direction: 'desc' },
      having: [{ measure: 'open_value', op: 'above', value: 5000 }],
    }),
  ],
  [
    'what is on order from Acme? Pieces and value please',
    bought({ measures: ['open_units', 'open_value'], filters: is('supplier', 'Acme Supply') }),
  ],
  [
    'how much is ordered but has not arrived, by warehouse?',
    bought({ measures: ['open_units', 'open_value'], dimensions: ['warehouse'] }),
  ],
  [
    'what are we still waiting for from Acme?',
    bought({
      ...{ measures: ['open_units'], dimensions: ['product'], filters: is('supplier', 'Acme Supply') },
      ...{ orderBy: { by: 'open_units', direction: 'desc' }, limit: 100 },
    }),
  ],
  [
    'how many units are we waiting for from Acme',
    bought({ measures: ['open_units'], filters: is('supplier', 'Acme Supply') }),
  ],
  // Suppliers and lines are counted, orders have a mean value, what is rejected has a rate.
  [
    'how many different suppliers did we order from last quarter',
    bought({ measures: ['active_suppliers'], period: 'last quarter' }),
  ],
  [
    'how many lines did we order from Acme last month',
    bought({ measures: ['ordered_lines'], period: 'last month', filters: is('supplier', 'Acme Supply') }),
  ],
  [
    'average purchase order value by supplier last year',
    bought({ measures: ['average_purchase_order_value'], dimensions: ['supplier'], period: 'last year' }),
  ],
  [
    'percentage of units rejected by supplier last year, worst first',
    bought({
      measures: ['rejection_rate'],
      dimensions: ['supplier'],
      period: 'last year',
      orderBy: { by: 'rejection_rate', direction: 'desc' },
    }),
  ],
  [
    'units issued to sales by warehouse last month',
    {
      name: 'get_stock_movements',
      args: { measures: ['units_issued'], dimensions: ['warehouse'], period: 'last month' },
    },
  ],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test.each([
  'Please cancel all late orders',
  'cancel PO 4012',
  'count of customer-cancelled orders last month',
  'what did Northgate transfer to Southport last month?',
  'stock older than 120 days by category',
])('"%s" is refused without reading data', async (question) => {
  expect(await reads(question)).toEqual([]);
});

test.each([
  ['When do you call a purchase order late?', /Late orders.*promised day/],
  ['What counts as an open order?', /Open orders.*waits for delivery/],
  ['when is a product out of stock?', /Out of stock.*nothing available/],
  ['what do you count as available?', /Available.*less units reserved/],
])('"%s" is answered with what the measure means', async (question, meaning) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toMatch(meaning);
  expect(turn?.calls).toEqual([]);
});

test('suppliers that are late are told with how many orders, and what is still to come on those', async () => {
  const question =
    'Which suppliers are late, on how many purchase orders, and how much value is still to come on those?';
  expect(await reads(question)).toContainEqual(
    bought({ measures: ['late_orders', 'late_value'], dimensions: ['supplier'] }),
  );
});

test.each(['which suppliers delivered everything on time in 2025?', 'which suppliers never deliver late?'])(
  '"%s" keeps those that are always on time',
  async (question) => {
    expect((await reads(question))[0]?.args).toMatchObject({
      having: [{ measure: 'on_time_rate', op: 'at_least', value: 1 }],
    });
  },
);

test('what late suppliers are holding up is the value that is late, in the same message and after it', async () => {
  const asked =
    'Which of our suppliers should I call about late deliveries, and how much are they holding up?';
  expect(await reads(asked)).toContainEqual(
    bought({ measures: ['late_orders', 'late_value'], dimensions: ['supplier'] }),
  );
  expect(await reads('which suppliers are late', 'how much are they holding up?')).toContainEqual(
    bought({ measures: ['late_value'], dimensions: ['supplier'] }),
  );
});
