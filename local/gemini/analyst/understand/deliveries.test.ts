import { expect, test } from 'vitest';
import { bought, is, monthly, moved, reads, stock } from '../test-reads.ts';

const isAcme = is('supplier', 'Acme Supply');
const due = bought({
  ...{ measures: ['open_units', 'late_units'], dimensions: ['expected_date'], filters: isAcme },
  orderBy: { by: 'expected_date', direction: 'asc' },
});
const byValue = { orderBy: { by: 'ordered_value', direction: 'desc' } };

test.each<[string, object]>([
  [
    'how many units did we return to suppliers last quarter, per category',
    bought({ measures: ['rejected_units'], dimensions: ['category'], period: 'last quarter' }),
  ],
  [
    'how many items are reserved for orders already, per category',
    stock({ measures: ['reserved'], dimensions: ['category'] }),
  ],
  [
    'how many units did suppliers bring in last week',
    bought({ measures: ['received_units'], period: 'last week', by: 'received' }),
  ],
  ['overdue POs - how many + pcs not here yet', bought({ measures: ['late_orders', 'late_units'] })],
  [
    'How many units are suppliers due to deliver in the next 14 days, by supplier?',
    bought({ measures: ['open_units'], dimensions: ['supplier'], period: 'next 14 days', by: 'expected' }),
  ],
  ['When is the next delivery from Acme Supply due?', due],
  ['How many units are on the way from Acme Supply, and when is the next delivery due?', due],
  [
    'Purchase orders with cancelled lines in 2025: how many were there and how much money was in those lines?',
    bought({ measures: ['cancelled_orders', 'cancelled_value'], period: '2025' }),
  ],
  [
    'late orders by warehouse and the value that is still to come',
    bought({ measures: ['late_orders', 'late_value'], dimensions: ['warehouse'] }),
  ],
  [
    'on which dates are the open orders of Acme Supply due?',
    bought({
      measures: ['open_units', 'open_value'],
      dimensions: ['expected_date'],
      filters: isAcme,
      orderBy: { by: 'expected_date', direction: 'asc' },
      having: [{ measure: 'open_units', op: 'above', value: 0 }],
    }),
  ],
  [
    'for every supplier tell me how many lines are in delay today',
    bought({ measures: ['late_lines'], dimensions: ['supplier'] }),
  ],
  [
    'which suppliers have late lines, and how many?',
    bought({ measures: ['late_lines'], dimensions: ['supplier'] }),
  ],
  [
    'how many pieces does Acme Supply still have to send us',
    bought({ measures: ['open_units'], filters: isAcme }),
  ],
  [
    'for the orders made in 2025 how many days are passed in average until the goods are arrived?',
    bought({ measures: ['lead_time'], period: '2025' }),
  ],
  [
    'last quarter how many categories did we order for more than 1,200 dollars',
    bought({
      measures: ['ordered_value'],
      dimensions: ['category'],
      period: 'last quarter',
      ...byValue,
      having: [{ measure: 'ordered_value', op: 'above', value: 1200 }],
    }),
  ],
  [
    'Southport last month: how many POs and worth how much',
    bought({
      measures: ['purchase_order_count', 'ordered_value'],
      period: 'last month',
      filters: is('warehouse', 'Southport'),
    }),
  ],
  [
    'how many units did each warehouse order last week',
    bought({ measures: ['ordered_units'], dimensions: ['warehouse'], period: 'last week' }),
  ],
  // What was on its way on a day gone by is of the stock of that day.
  [
    'how many units were on the way at the end of last quarter, by category',
    stock({ measures: ['on_order'], dimensions: ['category'], period: 'last quarter' }),
  ],
  [
    'did more units come in than went out last month?',
    moved({ measures: ['units_in', 'units_out'], period: 'last month' }),
  ],
  [
    'shrinkage per warehouse last month, in units, at cost, and as a rate of units issued to sales',
    moved({
      measures: ['shrinkage', 'shrinkage_value', 'shrinkage_rate'],
      dimensions: ['warehouse'],
      period: 'last month',
    }),
  ],
  [
    'which of our suppliers should I call about late deliveries?',
    bought({ measures: ['late_orders'], dimensions: ['supplier'] }),
  ],
  ['revenue each month over the last 6 months', monthly({ months: 6, measures: ['revenue'] })],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test('of late deliveries what one of the suppliers still owes is what is late of it', async () => {
  const calls = await reads(
    'which suppliers are late with deliveries?',
    'how many units does Acme still owe us on those',
  );
  expect(calls).toContainEqual(
    bought({ measures: ['late_units'], dimensions: ['supplier'], filters: isAcme }),
  );
});
