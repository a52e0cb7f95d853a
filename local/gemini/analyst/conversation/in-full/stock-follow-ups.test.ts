import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, is, reads, stock } from '../../test-reads.ts';

test.each([
  ['how much did we order from each this year?', 'ordered_value'],
  ['how many orders did we place with each since March?', 'purchase_order_count'],
])('"%s", after the suppliers, is told of each', async (asked, measure) => {
  const [first] = await reads('who are our suppliers?', asked);
  expect(first?.args).toMatchObject({ measures: [measure], dimensions: ['supplier'] });
});

test.each(['and older than a year?', 'and what is older than a year?'])(
  '"%s", after a value, is a value',
  async (asked) => {
    const asks = ['value of stock older than 180 days', 'by warehouse', asked];
    expect(await reads(...asks)).toContainEqual(
      stock({ measures: ['aged_value_365'], dimensions: ['warehouse'] }),
    );
  },
);

test('for how many days, after what was out of stock, are the days without stock', async () => {
  const [first] = await reads('what was out of stock in October?', 'for how many days?');
  expect(first?.args).toMatchObject({ measures: ['stock_out_days'], period: '2026-10' });
});

test.each([
  ['which has more value?', 'stock_value'],
  ['which holds more?', 'on_hand'],
])('"%s", after one and then another, is one of the two', async (asked, measure) => {
  const [first] = await reads('how much stock is in Northgate?', 'and in Southport?', asked);
  expect(first?.args).toMatchObject({
    measures: [measure],
    filters: is('warehouse', 'Northgate', 'Southport'),
  });
});

test('which is more reliable, after the lead times of two, is their on-time rate', async () => {
  expect(await reads('lead time of Bikes', 'and of Helmets?', 'which is more reliable?')).toContainEqual(
    bought({
      ...{ measures: ['on_time_rate'], dimensions: ['category'] },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  );
});

test.each(['who delivered the most?', 'which supplier delivered most?'])(
  '"%s", after what came in this year, is of this year',
  async (asked) => {
    const [first] = await reads('units received this year', asked);
    expect(first?.args).toMatchObject({ dimensions: ['supplier'], by: 'received', period: 'year to date' });
  },
);

test.each([
  ['how many are on order?', 'on_order'],
  ['how many do we have?', 'on_hand'],
])('"%s", after what runs out first, is of those products', async (asked, measure) => {
  const [first] = await reads('which three products have the least cover?', asked);
  expect(first?.args).toMatchObject({ measures: [measure], dimensions: ['product'] });
  expect(first?.args.filters).toMatchObject([{ dimension: 'product', op: 'is' }]);
});

test('what is late of what is due in one week is not told', async () => {
  const turns = await askAnalyst(['how much is due this week?', 'is any of it late?']);
  expect(turns.at(-1)?.calls).toEqual([]);
});

test.each([
  ['and how many are left, per warehouse?', { dimensions: ['warehouse'] }],
  ["what's left in each warehouse?", { dimensions: ['warehouse'] }],
  ['current stock per warehouse?', { dimensions: ['warehouse'] }],
  ['where are the remaining ones?', { dimensions: ['warehouse'] }],
  ['and what is left of it?', {}],
])(
  '"%s", after what was sold of something in a month, is of that as it lies there now',
  async (asked, args) => {
    const [first] = await reads('units of Helmets sold in September', asked);
    expect(first).toMatchObject(
      stock({ measures: ['on_hand'], filters: is('category', 'Helmets'), ...args }),
    );
    expect(first?.args).not.toHaveProperty('period', '2026-09');
  },
);

test('how many were left in a month is of the stock of that month', async () => {
  const [first] = await reads('units of Helmets sold in 2025', 'how many were left in December?');
  expect(first).toMatchObject(stock({ measures: ['on_hand'], filters: is('category', 'Helmets') }));
  expect(first?.args).toHaveProperty('period', '2025-12');
});

test('what it was, after the units that came in, are the products', async () => {
  const [first] = await reads('how many units did we receive last month?', 'what was it?');
  expect(first?.args).toMatchObject({ measures: ['units_received'], dimensions: ['product'] });
});

test('whether they are back, after what was out of stock in a month, is what is there of them now', async () => {
  const [first] = await reads('what was out of stock in October?', 'are they back?');
  expect(first?.args).toMatchObject({ measures: ['available'], dimensions: ['product'], period: 'today' });
});

test.each(["what's coming?", 'and what is on its way?', 'is anything on its way?'])(
  '"%s", after the stock of something, is what is on order of it',
  async (asked) => {
    expect(await reads('how much stock do we have in Northgate?', asked)).toContainEqual(
      stock({ measures: ['on_order'], filters: is('warehouse', 'Northgate') }),
    );
  },
);

test('whether more is coming, after a list of products, is asked of those', async () => {
  const [first] = await reads('which three products have the least cover?', 'is more coming?');
  expect(first?.args).toMatchObject({
    measures: ['on_order'],
    filters: [{ dimension: 'product', op: 'is' }],
  });
});

test.each([
  ['units rejected this year', 'whose?', 'supplier'],
  ['stock value of Bikes', 'which ones?', 'product'],
  ['how much did we buy of Bikes this year?', 'which kinds?', 'product'],
])('%j, %j: by that', async (asked, next, dimension) => {
  const [first] = await reads(asked, next);
  expect(first?.args.dimensions).toEqual([dimension]);
});

test('what percent of what they delivered that is, after rejects, is the reject rate of each', async () => {
  const asked = ['units rejected this year', 'whose?', 'what percent of what they delivered is that?'];
  const [first] = await reads(...asked);
  expect(first?.args).toMatchObject({ measures: ['rejection_rate'], period: 'year to date' });
});

test.each([
  ['which product was it?', 'product'],
  ['which category?', 'category'],
])('"%s", after the best month, is asked of that month', async (asked, dimension) => {
  const [first] = await reads('revenue by month this year', 'which month was best?', asked);
  expect(first?.args).toMatchObject({ dimensions: [dimension] });
  expect(String(first?.args.period)).toMatch(/^2026-\d\d$/);
});

test('unit price, after what was spent with a supplier, is what a unit cost us', async () => {
  const [first] = await reads('what did we spend with Acme Supply this year?', 'unit price?');
  expect(first).toMatchObject(
    bought({ measures: ['ordered_value', 'ordered_units'], period: 'year to date' }),
  );
});

test.each([
  ['what came in last month?', 'who delivered them?', 'supplier'],
  ['which products are on order right now?', 'how many of each?', 'product'],
])('%j, %j: of all, and not of the rows that are shown', async (asked, next, dimension) => {
  const [first] = await reads(asked, next);
  expect(first?.args.dimensions).toEqual([dimension]);
  expect(first?.args).not.toHaveProperty('filters');
});

test('how many orders that is, after a rate of missed dates, is how many were missed', async () => {
  const [first] = await reads(
    'how often did Acme Supply deliver late this year?',
    'how many orders is that?',
  );
  expect(first?.args).toMatchObject({ measures: ['missed_dates'], filters: is('supplier', 'Acme Supply') });
});

test.each(['how much of it is in stock?', 'how many of it are left?', 'how much stock of it do we have?'])(
  '"%s", after which product sold most, is of that product',
  async (asked) => {
    const [first] = await reads('which product sold most last month?', asked);
    expect(first?.args.filters).toHaveLength(1);
    expect(first?.args.filters).toMatchObject([{ dimension: 'product', values: [expect.any(String)] }]);
  },
);
