import { expect, test } from 'vitest';
import { bought, is, monthly, reads, sales, stock, top } from '../../test-reads.ts';
import { tellPlainly } from './tell-plainly.ts';

test.each([
  ['no Lamps', 'without Lamps'],
  ['no, only Lamps', 'only Lamps'],
  ['do March 2025 as well', 'and March 2025'],
  ['do Lamps as well next to it', 'add Lamps'],
  ['back to last month', 'and last month'],
  ['show them side by side', 'compare them'],
])('"%s" tells "%s"', (sentence, plain) => {
  expect(tellPlainly(sentence)).toBe(plain);
});

/** Words that mean something only after the last answer. */
test.each([
  [
    ['value of orders with Acme Supply this year', 'how much of it is still on its way?'],
    bought({ measures: ['open_value'], period: 'year to date', filters: is('supplier', 'Acme Supply') }),
  ],
  [
    ['value of orders with Acme Supply this year', 'how long did those take to arrive?'],
    bought({ measures: ['lead_time'], period: 'year to date', filters: is('supplier', 'Acme Supply') }),
  ],
  [
    ['revenue of Bikes by month this year', 'which month was best?', 'what about the one before it?'],
    sales({ measures: ['revenue'], period: '2026-05', filters: is('category', 'Bikes') }),
  ],
  [
    ['revenue of Bikes by month this year', 'which month was best?', 'and the same month of last year?'],
    sales({ measures: ['revenue'], period: '2025-06', filters: is('category', 'Bikes') }),
  ],
  [
    ['top 2 products by units last month', 'how many of each do we have?'],
    stock({
      ...{
        measures: ['on_hand'],
        dimensions: ['product'],
        filters: is('product', 'Work Gloves', 'Road Bike'),
      },
      orderBy: { by: 'on_hand', direction: 'desc' },
    }),
  ],
  [
    ['returns of Bikes last month', "what's the rate?"],
    sales({ measures: ['return_rate'], period: 'last month', filters: is('category', 'Bikes') }),
  ],
  [
    ['revenue of Bikes last month', 'Helmets?', 'Gloves?', 'put them side by side'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], period: 'last month' },
      filters: is('category', 'Bikes', 'Helmets', 'Gloves'),
    }),
  ],
  [
    ['what should we reorder?', 'Northgate only', 'most urgent three'],
    expect.objectContaining({ args: { filters: is('warehouse', 'Northgate'), limit: 3 } }),
  ],
  [
    ['revenue of Bikes by customer last month', 'how many?'],
    sales({ measures: ['customers'], period: 'last month', filters: is('category', 'Bikes') }),
  ],
  [
    ['units of Bikes by month this year', 'best month', 'which product then?', 'how many orders was that?'],
    sales({
      ...{ measures: ['orders'], period: '2026-06' },
      filters: is('product', 'Trail Helmet 200'),
    }),
  ],
  [
    ['revenue by month this year', 'no Lamps', 'back to 2025'],
    monthly({
      ...{ measures: ['revenue'], period: '2025' },
      filters: [{ dimension: 'category', op: 'is_not', values: ['Lamps'] }],
    }),
  ],
  [
    ['margin by region last month', 'Break the highest one down by channel'],
    sales({
      ...{ measures: ['gross_margin'], dimensions: ['channel'], period: 'last month' },
      filters: is('region', 'Europe'),
    }),
  ],
  [
    ['margin by region last month', 'products of the highest'],
    sales({
      ...{
        measures: ['gross_margin'],
        dimensions: ['product'],
        period: 'last month',
        ...top('gross_margin', 20),
      },
      filters: is('region', 'Europe'),
    }),
  ],
  [
    ['margin rate of Bikes last month', 'compared to the other categories'],
    sales({ measures: ['margin_rate'], dimensions: ['category'], period: 'last month' }),
  ],
  [
    ['which region returned most last month?', 'what do they return?'],
    expect.objectContaining({ args: expect.objectContaining({ dimensions: ['product'] }) }),
  ],
  [
    ['revenue of City Helmet last month', 'where have we still got some?'],
    stock({ measures: ['on_hand'], dimensions: ['warehouse'], filters: is('product', 'City Helmet') }),
  ],
  [
    ['value ordered from Acme Supply in 2025', 'and the pieces, how many?'],
    bought({ measures: ['ordered_units'], period: '2025', filters: is('supplier', 'Acme Supply') }),
  ],
  [
    ['value of open orders with Acme Supply', 'how many pieces they must still send?'],
    bought({ measures: ['open_units'], filters: is('supplier', 'Acme Supply') }),
  ],
  [
    ['units received per month this year', 'and how much went out in the same months?'],
    expect.objectContaining({
      args: expect.objectContaining({ measures: ['units_out'], grain: 'month' }),
    }),
  ],
  [
    ['value ordered from Acme Supply this year', 'do they deliver on time?'],
    expect.objectContaining({
      args: expect.objectContaining({ measures: ['on_time_rate'], filters: is('supplier', 'Acme Supply') }),
    }),
  ],
  [
    ["what's still open with Acme Supply", 'how punctual were they in 2025?'],
    expect.objectContaining({
      args: expect.objectContaining({ measures: ['on_time_rate'], filters: is('supplier', 'Acme Supply') }),
    }),
  ],
  [
    ['revenue last month against the month before', 'which region pulled it down the most?'],
    expect.objectContaining({ name: 'compare_sales' }),
  ],
  [
    ['list price of City Helmet', 'and what does it cost us?'],
    stock({ measures: ['unit_cost'], filters: is('product', 'City Helmet') }),
  ],
  [
    ['profit by region last month', 'leave out the online orders'],
    expect.objectContaining({
      args: expect.objectContaining({ measures: ['gross_margin'], dimensions: ['region'] }),
    }),
  ],
  [
    ['units transferred out last month', 'from where?', 'how many units?'],
    expect.objectContaining({
      args: { measures: ['transferred_out'], dimensions: ['warehouse'], period: 'last month' },
    }),
  ],
])('%j is read of the last answer', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

test('a part that nothing says is not told as the whole', async () => {
  expect(await reads('revenue of Bikes last month', 'how much of that is sometimes enough?')).toEqual([]);
  expect(await reads('open orders by supplier', 'the oldest one', "what's in it?")).toEqual([]);
  expect(await reads('revenue by region last month', 'compared with the others')).toEqual([]);
});

test('a question that is not understood is not left out before another', async () => {
  expect(await reads('is anything wrong in the yard? what did we sell last month?')).toEqual([]);
});

test('what a question is asked for is no part of it', async () => {
  const asked = await reads('which subcategories sold least last month? I want to run a clearance.');
  expect(asked).toContainEqual(expect.objectContaining({ name: 'query_sales' }));
});

test('"it" after what sells best is the best of them, "them" are all that were told', async () => {
  const products = async (then: string) => {
    const [read] = await reads('top 3 products last month', then);
    const [filter] = (read?.args.filters ?? []) as { values: string[] }[];
    return filter?.values.length;
  };
  expect(await products('who bought them?')).toBe(3);
  const [best] = await reads('what sells best?', 'who buys it?');
  expect(best?.args.filters).toMatchObject([{ dimension: 'product', values: [expect.anything()] }]);
});

test('"with whom" are customers of sales, and suppliers of orders to them', async () => {
  const split = async (first: string) => (await reads(first, 'with whom?'))[0]?.args.dimensions;
  expect(await split('revenue last month')).toEqual(['customer']);
  expect(await split('what did we spend on purchasing this year?')).toEqual(['supplier']);
});

test('how accurate a forecast is, is told by the forecast', async () => {
  const [first] = await reads('revenue forecast for Bikes next month');
  const [again] = await reads('revenue forecast for Bikes next month', 'how accurate is it?');
  expect(again).toEqual(first);
});

test('what they delivered, after orders to one supplier, is what came in from it, and no revenue', async () => {
  const [read] = await reads('purchase orders of Acme Supply last month', 'what did they deliver?');
  expect(read).toMatchObject({
    name: 'get_purchase_orders',
    args: { filters: is('supplier', 'Acme Supply') },
  });
  expect(read?.args.measures).toContain('received_units');
});
