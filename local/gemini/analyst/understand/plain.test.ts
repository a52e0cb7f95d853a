import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { compared, is, reads, sales, stock, top } from '../test-reads.ts';

const having = (measure: string) => [{ measure, op: 'above', value: 0 }];
const slow = { name: 'find_slow_movers', args: {} };
const thisYear = { period: 'year to date', compareTo: '2025-01-01..2025-11-23' };
const ofSpring = { measures: ['revenue'], period: '2026-03-01..2026-05-31' };
const bigDown = compared({ measures: ['revenue'], dimension: 'category', ...thisYear });

test.each([
  'how does that compare with the same three months a year ago?',
  'and against the same months of last year?',
])('"%s" is of the same days a year before', async (question) => {
  expect(await reads('revenue by category, last three months', question)).toContainEqual(
    compared(expect.objectContaining({ dimension: 'category', compareTo: '2025-08-01..2025-10-31' })),
  );
});

test.each<[string, object]>([
  [
    'how much money did Online take in October?',
    sales({ measures: ['revenue'], period: '2026-10', filters: is('channel', 'Online') }),
  ],
  [
    'did Bikes sell better this spring than last spring?',
    sales({ ...ofSpring, filters: is('category', 'Bikes') }),
  ],
  // What is up and down.
  ['which categories are down on the same period last year?', bigDown],
  ['which categories are up this year?', bigDown],
  ['which categories sold less than last year?', bigDown],
  ['which categories sold better this year than last year?', bigDown],
  [
    'which regions bought fewer units in June than in May?',
    compared({ measures: ['units'], dimension: 'region', period: '2026-06', compareTo: '2026-05' }),
  ],
  ['top 3 losers among categories this year', bigDown],
  [
    'what did the City Helmet sell for in total in June?',
    sales({ measures: ['revenue'], period: '2026-06', filters: is('product', 'City Helmet') }),
  ],
  [
    'revenue of Bikes other than the Road Bike in June',
    sales({
      ...{ measures: ['revenue'], period: '2026-06' },
      filters: [...is('category', 'Bikes'), { dimension: 'product', op: 'is_not', values: ['Road Bike'] }],
    }),
  ],
  [
    'We stopped selling the City Helmet. How many are left and what are they worth?',
    stock({ measures: ['on_hand', 'stock_value'], filters: is('product', 'City Helmet') }),
  ],
  [
    'margin rate per bike subcategory in 2025',
    sales({
      ...{ measures: ['margin_rate'], dimensions: ['subcategory'], period: '2025' },
      filters: is('category', 'Bikes'),
    }),
  ],
  [
    "what's sitting on the shelves that nobody has bought in the last 90 days",
    stock({
      ...{ measures: ['unsold_units', 'unsold_value'], dimensions: ['product'], period: 'last 90 days' },
      ...{ orderBy: { by: 'unsold_units', direction: 'desc' }, having: having('unsold_units') },
    }),
  ],
  [
    'how many active customers bought products in June?',
    sales({ measures: ['customers'], period: '2026-06' }),
  ],
  [
    'why was total revenue in June so much lower than in May?',
    compared({ measures: ['revenue'], dimension: 'category', period: '2026-06', compareTo: '2026-05' }),
  ],
  [
    'why did Retail buy less in June?',
    compared({
      ...{
        measures: ['revenue'],
        dimension: 'category',
        period: '2026-06',
        compareTo: '2026-05-01..2026-05-31',
      },
      filters: is('channel', 'Retail'),
    }),
  ],
  [
    'which categories made a profit last month',
    sales({
      ...{ measures: ['gross_margin'], dimensions: ['category'], period: 'last month' },
      ...{ orderBy: { by: 'gross_margin', direction: 'desc' }, having: having('gross_margin') },
    }),
  ],
  [
    'what day of the week do most orders land on?',
    sales({
      ...{ measures: ['orders'], dimensions: ['weekday'], orderBy: { by: 'orders', direction: 'desc' } },
    }),
  ],
  ['how many customers did we sell to last month?', sales({ measures: ['customers'], period: 'last month' })],
  // What is gone, and what is too much.
  [
    'is anything out of stock in Northgate?',
    stock({
      ...{ measures: ['out_of_stock'], dimensions: ['product'], filters: is('warehouse', 'Northgate') },
      ...{ orderBy: { by: 'out_of_stock', direction: 'desc' }, having: having('out_of_stock') },
    }),
  ],
  [
    'is anything sold out, and where?',
    stock({
      ...{ measures: ['out_of_stock'], dimensions: ['product', 'warehouse'] },
      ...{ orderBy: { by: 'out_of_stock', direction: 'desc' }, having: having('out_of_stock') },
    }),
  ],
  [
    'how many days until the City Helmet runs out?',
    stock({ measures: ['days_of_cover'], filters: is('product', 'City Helmet') }),
  ],
  [
    '3 slowest movers by days of cover pls',
    stock({ measures: ['days_of_cover'], dimensions: ['product'], ...top('days_of_cover', 3) }),
  ],
  ['where are we sitting on far too much stock?', slow],
  ['which product do we have too much of compared with what it sells?', slow],
  [
    'need to place orders today for Northgate, what should I reorder, and how much of each?',
    { name: 'get_reorder_recommendations', args: { filters: is('warehouse', 'Northgate') } },
  ],
])('"%s" is read as asked', async (question, call) => {
  expect(await reads(question)).toContainEqual(call);
});

test.each([
  ['how many purchse oders are overdue rigth now?', 'get_purchase_orders', 'late_orders'],
  ['wich purchase oder lines are over due', 'get_purchase_orders', 'late_lines'],
  ['fil rate of Acme Supply last qurter', 'get_purchase_orders', 'fill_rate'],
  ['avrage oder value by chanel this yer', 'query_sales', 'average_order_value'],
  ['gross margin as a percentage of net revenue, by region', 'query_sales', 'margin_rate'],
  [
    'how big a share of everything we ordered in 2026 went to Acme Supply',
    'get_purchase_orders',
    'ordered_value',
  ],
])('"%s" is read for what was meant: %s, %s', async (question, name, measure) => {
  expect(await reads(question)).toContainEqual({
    name,
    args: expect.objectContaining({ measures: expect.arrayContaining([measure]) }),
  });
});

test('what falls is told, and not what grew most', async () => {
  const turns = await askAnalyst(['which channels are down on last year?']);
  expect(turns.at(-1)?.text).not.toMatch(/grew most/);
});

test('what a word in quotes means is not changed: it is a name', async () => {
  const turns = await askAnalyst(['revenue of "Gloves, 200 pcs" last month']);
  expect(turns.at(-1)?.calls).toContainEqual({
    name: 'search_catalog',
    args: expect.objectContaining({ query: 'Gloves, 200 pcs' }),
  });
});

test.each(['what did it cost us to ship orders last month?', 'did the suppliers say why they are late?'])(
  '"%s" is in no table',
  async (question) => {
    expect(await reads(question)).toEqual([]);
  },
);
