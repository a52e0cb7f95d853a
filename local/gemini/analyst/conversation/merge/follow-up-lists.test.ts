import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { is, reads, sales } from '../../test-reads.ts';

const slow = 'slow movers';
const order = 'what should I reorder?';

test.each([
  [[slow, 'by brand'], 'split the list of slow movers by brand'],
  [[slow, 'the cheapest'], 'sort the list of slow movers by list price'],
  [[slow, 'sorted by stock value'], 'sort the list of slow movers by stock value'],
  [['lapsed customers', 'by region'], 'split the list of lapsed customers by region'],
  [[slow, 'last month'], 'tell the list of slow movers of October 2026'],
  [[slow, 'vs last year'], 'compare the list of slow movers with another time'],
  [[order, 'by category'], 'split the list of what to reorder by category'],
  [[order, 'in stock value'], 'put "stock value" beside the list of what to reorder'],
  [[order, 'cheapest first'], 'sort the list of what to reorder the other way round'],
  [['forecast for Bikes', 'compare with last year'], 'compare a forecast with another time'],
  [['forecast versus actual for October'], 'compare a forecast with another time'],
  [['how much stock is tied up in A products?'], 'put "stock value" beside the classes of products'],
  [['which A products are out of stock?'], 'put "out of stock" beside the classes of products'],
  [['stock value of class A products by warehouse'], 'split the classes of products by warehouse'],
  [['how many units did class A products sell?'], 'put "units" beside the classes of products'],
])('%j asks a list for what it cannot be told', async (asked, way) => {
  expect((await askAnalyst(asked)).at(-1)?.text).toContain(`I have no way to ${way} here`);
});

test.each([
  [
    [slow, 'only Northgate', 'top 5'],
    'find_slow_movers',
    { filters: is('warehouse', 'Northgate'), limit: 5 },
  ],
  [[slow, 'in units'], 'find_slow_movers', {}],
  [['slow movers in Bikes', 'total stock value'], 'find_slow_movers', { filters: is('category', 'Bikes') }],
  [[slow, 'by warehouse'], 'find_slow_movers', {}],
  [['slow movers by warehouse'], 'find_slow_movers', {}],
  [
    ['ABC analysis', 'only Bikes', 'by units'],
    'classify_products',
    { filters: is('category', 'Bikes'), value: 'units' },
  ],
  [['ABC analysis by margin'], 'classify_products', { value: 'gross_margin' }],
  [
    ['forecast for Bikes', 'in revenue'],
    'forecast_demand',
    { filters: is('category', 'Bikes'), measure: 'revenue' },
  ],
])('%j keeps the list and what it was narrowed to', async (asked, name, args) => {
  expect(await reads(...asked)).toEqual([{ name, args }]);
});

test.each([
  [[order, 'sorted by cost'], 'cost'],
  [[order, 'most expensive first'], 'cost'],
  [[order, 'sorted by cost', 'by quantity, largest first'], 'suggested_quantity'],
  [['which reorder lines are most expensive?'], 'cost'],
  [['what should I reorder, largest quantity first'], 'suggested_quantity'],
])('%j is in the order that is asked for', async (asked, orderBy) => {
  expect(await reads(...asked)).toContainEqual({ name: 'get_reorder_recommendations', args: { orderBy } });
});

test('what is to be reordered comes most urgent first again where that is asked for', async () => {
  expect(await reads(order, 'sorted by cost', 'most urgent first')).toContainEqual({
    name: 'get_reorder_recommendations',
    args: {},
  });
});

test('how many units are to be reordered is said with the list', async () => {
  const [, turn] = await askAnalyst([order, 'how many units in total?']);
  expect(turn?.text).toMatch(/ordering the suggested [\d,]+ units costs \$/);
});

test('what is to be reordered is told by supplier, all of it', async () => {
  const [, turn] = await askAnalyst([order, 'by supplier']);
  expect(turn?.text).toMatch(/\n\nBy supplier:\n- /);
});

test('groups are of all lines, and the first lines are no groups', async () => {
  expect(await reads(slow, 'top 5', 'by warehouse')).toEqual([{ name: 'find_slow_movers', args: {} }]);
  const [, , turn] = await askAnalyst([order, 'top 5', 'by supplier']);
  expect(turn?.text).toMatch(/\n\nBy supplier:\n- /);
});

test('what names a time or a split of its own is no question about the list', async () => {
  expect(await reads(slow, 'revenue last month')).toEqual([
    sales({ measures: ['revenue'], period: 'last month' }),
  ]);
});

test('what to order from the one that is first by another figure is not told of all', async () => {
  const [turn] = await askAnalyst(['what should we order from the supplier with the longest lead time?']);
  expect(turn?.text).toContain('from the supplier with the highest lead time');
  expect(turn?.calls).toEqual([]);
});

test.each([
  ['class A products', 'how many products are in it?'],
  ['new customers this year', 'and how many are they?'],
])('"%s", then "%s": as many as the list has', async (first, then) => {
  const [list, again] = (await askAnalyst([first, then])).map(({ calls }) => calls[0]);
  expect(again).toEqual(list);
});

test.each([
  [[slow, 'how many products are in it?'], 'it'],
  [[order, 'what would it cost to send all that back?'], 'it'],
])('%j: a figure of everything is not told for what speaks of a list', async (asked, spoken) => {
  const { calls, text } = (await askAnalyst(asked)).at(-1) ?? { calls: [], text: '' };
  expect(calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
  expect(text).toContain(`I do not know what to make of "${spoken}"`);
});
