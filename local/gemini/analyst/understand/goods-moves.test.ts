import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, is, moved, reads, stock } from '../test-reads.ts';

const isAcme = is('supplier', 'Acme Supply');
const reorders = { name: 'get_reorder_recommendations', args: {} };
const cover = (...bounds: [op: string, value: number][]) =>
  bounds.map(([op, value]) => ({ measure: 'days_of_cover', op, value }));

test.each<[string, object]>([
  // Beside another move of stock a receipt is one as well.
  [
    'units received from suppliers and units issued to sales last month',
    moved({ measures: ['units_received', 'units_issued'], period: 'last month' }),
  ],
  [
    'how much came in and how much went out in Southport last week',
    moved({
      measures: ['units_in', 'units_out'],
      period: 'last week',
      filters: is('warehouse', 'Southport'),
    }),
  ],
  [
    'negative adjustments by warehouse last month',
    moved({ measures: ['shrinkage'], dimensions: ['warehouse'], period: 'last month' }),
  ],
  [
    'how many units got shifted between our sites last quarter and who sent them out',
    moved({ measures: ['transferred_out'], dimensions: ['warehouse'], period: 'last quarter' }),
  ],
  [
    'does Southport lose more stock than the other warehouses do?',
    moved({ measures: ['shrinkage'], dimensions: ['warehouse'] }),
  ],
  [
    'which warehouse took in the most transfers last month?',
    moved({
      measures: ['transferred_in'],
      dimensions: ['warehouse'],
      period: 'last month',
      orderBy: { by: 'transferred_in', direction: 'desc' },
    }),
  ],
  // What is transferred to a warehouse came in there.
  [
    'how many units did we transfer to Southport last month?',
    moved({ measures: ['transferred_in'], period: 'last month', filters: is('warehouse', 'Southport') }),
  ],
  [
    'how many units went by transfer to Southport last month?',
    moved({ measures: ['transferred_in'], period: 'last month', filters: is('warehouse', 'Southport') }),
  ],
  [
    'units transferred between warehouses last month, by receiving warehouse',
    moved({ measures: ['transferred_in'], dimensions: ['warehouse'], period: 'last month' }),
  ],
  [
    'what left the Southport warehouse last week, in units',
    moved({ measures: ['units_out'], period: 'last week', filters: is('warehouse', 'Southport') }),
  ],
  [
    'by how much did our stock change last month, coming in minus going out',
    moved({ measures: ['net_change'], period: 'last month' }),
  ],
  [
    'what can we still promise to customers in Southport?',
    stock({ measures: ['available'], filters: is('warehouse', 'Southport') }),
  ],
  // What is due, in words of "due to", which gives no reason.
  [
    'how many units are due to be delivered next week?',
    bought({ measures: ['open_units'], by: 'expected', period: 'next week' }),
  ],
  // How long goods last, with a bound or of one thing.
  [
    'helmets that last between 15 and 30 days',
    stock({
      measures: ['days_of_cover'],
      dimensions: ['product'],
      filters: is('category', 'Helmets'),
      orderBy: { by: 'days_of_cover', direction: 'desc' },
      having: cover(['at_least', 15], ['at_most', 30]),
    }),
  ],
  [
    'which products will be gone in under 31 days at the current pace?',
    stock({
      measures: ['days_of_cover'],
      dimensions: ['product'],
      orderBy: { by: 'days_of_cover', direction: 'asc' },
      having: cover(['below', 31]),
    }),
  ],
  [
    'City Helmet, good for how many more days?',
    stock({ measures: ['days_of_cover'], filters: is('product', 'City Helmet') }),
  ],
  [
    'how long reaches still the stock of Helmets?',
    stock({ measures: ['days_of_cover'], filters: is('category', 'Helmets') }),
  ],
  // A bound belongs to the one figure that is in its unit.
  [
    'how many categories have fewer than 50 pieces free',
    stock({
      measures: ['available'],
      dimensions: ['category'],
      orderBy: { by: 'available', direction: 'asc' },
      having: [{ measure: 'available', op: 'below', value: 50 }],
    }),
  ],
  [
    'dead stock: number of items without a single sale in the last 30 days and $ sitting in them',
    stock({ measures: ['unsold_products', 'unsold_value'], period: 'last 30 days' }),
  ],
  // What is open now was not ordered today.
  [
    'today, by supplier: what is still to come in',
    bought({ measures: ['open_units'], dimensions: ['supplier'] }),
  ],
  ['how many units is Acme Supply still owing us', bought({ measures: ['open_units'], filters: isAcme })],
  [
    'how many broken units did Acme Supply send us last month',
    bought({ measures: ['rejected_units'], by: 'received', period: 'last month', filters: isAcme }),
  ],
  [
    'how long did deliveries take on average last year',
    bought({ measures: ['lead_time'], period: 'last year' }),
  ],
  [
    'which suppliers are always late',
    bought({
      measures: ['missed_rate'],
      dimensions: ['supplier'],
      orderBy: { by: 'missed_rate', direction: 'desc' },
    }),
  ],
  [
    'which supplier delivers slowest',
    bought({
      measures: ['lead_time'],
      dimensions: ['supplier'],
      orderBy: { by: 'lead_time', direction: 'desc' },
    }),
  ],
  ['what must I order new?', reorders],
  ['which products are getting low', reorders],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test('the value of stock between two days is that of both', async () => {
  const asked = await reads('by how much has the value of our stock moved between 31 August 2026 and today?');
  expect(asked).toContainEqual(stock({ measures: ['stock_value'], period: '2026-08-31' }));
  expect(asked).toContainEqual(stock({ measures: ['stock_value'], period: 'today' }));
});

test.each(['where do they get to see the City Helmet?', 'will people take the City Helmet to school?'])(
  '"%s" asks for something that was not understood, and gets no overview',
  async (question) => {
    const [turn] = await askAnalyst([question]);
    expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
  },
);
