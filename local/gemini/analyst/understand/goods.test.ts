import { expect, test } from 'vitest';
import { bought, is, moved, reads, stock, top } from '../test-reads.ts';

const openUnits = [{ measure: 'open_units', op: 'above', value: 0 }];
const isAcme = is('supplier', 'Acme Supply');
/** What is still to come, in the order of its days. */
const due = (filters: object[]) =>
  bought({
    measures: ['open_units', 'open_value'],
    dimensions: ['purchase_order', 'supplier', 'expected_date'],
    filters,
    orderBy: { by: 'expected_date', direction: 'asc' },
    having: openUnits,
  });

test.each<[string, object]>([
  // When goods come is told by the promised days of what is open.
  ['when is the next delivery of City Helmet?', due(is('product', 'City Helmet'))],
  ['when will the Acme order come?', due(isAcme)],
  ['which day do we expect the next shipment from Acme Supply', due(isAcme)],
  // Deliveries that came are counted by their lines, on the day they did.
  [
    'how many deliveries did we get from Acme Supply last month?',
    bought({ measures: ['received_lines'], by: 'received', period: 'last month', filters: isAcme }),
  ],
  [
    'how often did Acme Supply deliver last quarter?',
    bought({ measures: ['received_lines'], by: 'received', period: 'last quarter', filters: isAcme }),
  ],
  [
    'what did each warehouse receive from suppliers last month?',
    bought({
      measures: ['received_units', 'received_value'],
      by: 'received',
      dimensions: ['warehouse'],
      period: 'last month',
    }),
  ],
  [
    'how much is still open with Acme Supply?',
    bought({ measures: ['open_units', 'open_value'], filters: isAcme }),
  ],
  // Of a rate there is no share.
  [
    'what share of lines from Acme Supply came on time last year?',
    bought({ measures: ['on_time_rate'], by: 'received', period: 'last year', filters: isAcme }),
  ],
  [
    'rejects in percent by supplier last year',
    bought({ measures: ['rejection_rate'], dimensions: ['supplier'], period: 'last year' }),
  ],
  [
    'who are our biggest suppliers?',
    bought({
      measures: ['ordered_value'],
      dimensions: ['supplier'],
      orderBy: { by: 'ordered_value', direction: 'desc' },
    }),
  ],
  [
    'which month of 2025 had the most purchase orders',
    bought({ measures: ['purchase_order_count'], grain: 'month', period: '2025' }),
  ],
  // What is ranked is not the orders that it has.
  [
    'which 3 categories have the most outstanding purchase orders',
    bought({ measures: ['open_orders'], dimensions: ['category'], ...top('open_orders', 3) }),
  ],
  [
    'which category had the highest number of purchase orders last year?',
    bought({
      measures: ['purchase_order_count'],
      dimensions: ['category'],
      period: 'last year',
      orderBy: { by: 'purchase_order_count', direction: 'desc' },
    }),
  ],
  [
    'purchase orders placed last quarter vs the quarter before',
    bought({
      measures: ['purchase_order_count', 'ordered_value'],
      grain: 'quarter',
      period: '2026-04-01..2026-09-30',
    }),
  ],
  [
    'show products out of stock per category',
    stock({ measures: ['out_of_stock'], dimensions: ['category'] }),
  ],
  [
    'top 5 categories by days out of stock last month',
    stock({
      measures: ['stock_out_days'],
      dimensions: ['category'],
      period: 'last month',
      ...top('stock_out_days', 5),
    }),
  ],
  [
    'units transferred in in Northgate by category last month',
    moved({
      measures: ['transferred_in'],
      dimensions: ['category'],
      period: 'last month',
      filters: is('warehouse', 'Northgate'),
    }),
  ],
  [
    'which suppliers still have to deliver something to Northgate',
    bought({ measures: ['open_units'], dimensions: ['supplier'], filters: is('warehouse', 'Northgate') }),
  ],
  [
    "what's the worth of goods Acme Supply hasn't delivered yet",
    bought({ measures: ['open_value'], filters: isAcme }),
  ],
  [
    'what came back into stock from customers last month, units',
    moved({ measures: ['units_restocked'], period: 'last month' }),
  ],
  [
    'how many lines did we receive last week',
    bought({ measures: ['received_lines'], by: 'received', period: 'last week' }),
  ],
  ['stock value at year end 2025 compared to now', stock({ measures: ['stock_value'], period: '2025' })],
  [
    'how often was City Helmet out of stock last month',
    stock({ measures: ['stock_out_days'], period: 'last month', filters: is('product', 'City Helmet') }),
  ],
  // What is counted of a thing in each place is not the places.
  [
    'how many pieces of City Helmet are in each warehouse?',
    stock({ measures: ['on_hand'], dimensions: ['warehouse'], filters: is('product', 'City Helmet') }),
  ],
  [
    'items with less than a week of stock left',
    stock({
      measures: ['days_of_cover'],
      dimensions: ['product'],
      orderBy: { by: 'days_of_cover', direction: 'asc' },
      having: [{ measure: 'days_of_cover', op: 'below', value: 7 }],
    }),
  ],
  [
    'how many days of City Helmet do we have left',
    stock({ measures: ['days_of_cover'], filters: is('product', 'City Helmet') }),
  ],
  [
    'how much of the stock in Northgate is already promised?',
    stock({ measures: ['reserved'], filters: is('warehouse', 'Northgate') }),
  ],
  [
    'which products had the most days without stock last month, top 5',
    stock({
      measures: ['stock_out_days'],
      dimensions: ['product'],
      period: 'last month',
      ...top('stock_out_days', 5),
    }),
  ],
  [
    'which warehouses have the most money sitting in stock?',
    stock({
      measures: ['stock_value'],
      dimensions: ['warehouse'],
      orderBy: { by: 'stock_value', direction: 'desc' },
    }),
  ],
  [
    'which warehouse has most dead stock',
    { name: 'find_slow_movers', args: { reasons: ['not sold', 'discontinued'] } },
  ],
  [
    'units thrown away or missing per warehouse last quarter',
    moved({ measures: ['shrinkage'], dimensions: ['warehouse'], period: 'last quarter' }),
  ],
  [
    'Accountant here: stock value by category',
    stock({ measures: ['stock_value'], dimensions: ['category'] }),
  ],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test('the second half of a message is about the same goods', async () => {
  const lost = await reads('How many units were written off in Q3 and what did that cost us?');
  expect(lost).toContainEqual(moved({ measures: ['shrinkage', 'shrinkage_value'], period: 'Q3 2026' }));
  const ordered = await reads('how many City Helmet did we order last year and how many came');
  const helmets = { period: 'last year', filters: is('product', 'City Helmet') };
  expect(ordered).toContainEqual(bought({ measures: ['ordered_units', 'received_units'], ...helmets }));
});

test.each(['stock in the leeds depot', 'slow movers by brand'])('"%s" gets no figure', async (question) => {
  expect(await reads(question)).toEqual([]);
});

const turnover = (direction: string, dimension = 'category') =>
  stock({ measures: ['turnover'], dimensions: [dimension], orderBy: { by: 'turnover', direction } });

test.each<[string, object]>([
  ['Which category turns over fastest?', turnover('desc')],
  ['which category turns over fastest and which slowest?', turnover('desc')],
  ['Which brand turns over most slowly?', turnover('asc', 'brand')],
  ['what are our slowest turning categories?', turnover('asc')],
])('%j asks for the turnover of stock', async (question, expected) => {
  expect((await reads(question))[0]).toEqual(expected);
});

test.each(['Which warehouse has the most slow movers?', 'Where is most of our slow moving stock?'])(
  '%j adds up the list of slow movers',
  async (question) => {
    expect(await reads(question)).toEqual([{ name: 'find_slow_movers', args: {} }]);
  },
);
