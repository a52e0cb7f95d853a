import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, is, moved, reads, sales, stock } from '../../test-reads.ts';

const first = (by: string, direction = 'desc') => ({ orderBy: { by, direction } });

test.each<[string[], object]>([
  [
    ['lead time of Bikes last quarter', "who's dragging it down?"],
    bought({
      ...{ measures: ['lead_time'], dimensions: ['supplier'], period: 'last quarter' },
      ...{ filters: is('category', 'Bikes'), ...first('lead_time') },
    }),
  ],
  [
    ['on-time rate by month', 'which supplier drags it down?'],
    bought({ measures: ['on_time_rate'], dimensions: ['supplier'], ...first('on_time_rate', 'asc') }),
  ],
  [
    ['which warehouse had the most write-offs last month?', 'what was written off there?'],
    moved({
      ...{ measures: ['shrinkage'], dimensions: ['product'], period: 'last month', limit: 20 },
      ...{ filters: is('warehouse', 'Northgate'), ...first('shrinkage') },
    }),
  ],
  [
    ['how many purchase orders were cancelled this year?', 'by which supplier?', 'what were they worth?'],
    bought({ measures: ['cancelled_value'], dimensions: ['supplier'], period: 'year to date' }),
  ],
  [
    ['forecast of Bikes next month', 'current stock'],
    stock({ measures: ['on_hand'], filters: is('category', 'Bikes') }),
  ],
  [
    ["how's Acme Supply doing as a supplier?"],
    bought({
      measures: ['on_time_rate', 'lead_time', 'fill_rate'],
      filters: is('supplier', 'Acme Supply'),
    }),
  ],
  [
    ['how much did it cost us to buy Bikes stuff in Q3?'],
    bought({ measures: ['ordered_value'], period: 'Q3 2026', filters: is('category', 'Bikes') }),
  ],
  [
    ['what do we expect in next week?'],
    bought({ measures: ['open_orders', 'open_units', 'open_value'], by: 'expected', period: 'next week' }),
  ],
  [
    ['stock cover of Bikes by brand, worst first', 'top 3 only'],
    stock({
      ...{ measures: ['days_of_cover'], dimensions: ['brand'], limit: 3 },
      ...{ filters: is('category', 'Bikes'), ...first('days_of_cover', 'asc') },
    }),
  ],
  [
    ['which products have we ordered but not received for more than 60 days?'],
    bought({
      ...{ measures: ['days_open'], dimensions: ['product'], ...first('days_open') },
      having: [{ measure: 'days_open', op: 'above', value: 60 }],
    }),
  ],
  [
    ['how much Bikes did we receive vs sell in Q3?'],
    moved({ measures: ['units_received'], period: 'Q3 2026', filters: is('category', 'Bikes') }),
  ],
  [
    ['which suppliers bring us Bikes?', 'how long do they take?'],
    bought({ measures: ['lead_time'], dimensions: ['supplier'], filters: is('category', 'Bikes') }),
  ],
  [
    ['forecast of Bikes next month', 'how much have we got?'],
    stock({ measures: ['on_hand'], filters: is('category', 'Bikes') }),
  ],
  [
    ['is Acme Supply usually on time?'],
    bought({ measures: ['on_time_rate'], filters: is('supplier', 'Acme Supply') }),
  ],
  [
    ['how many lines do we stock in each warehouse?'],
    stock({ measures: ['stocked_products'], dimensions: ['warehouse'] }),
  ],
  [
    ['compare receipts and sales in units for Bikes in Q3'],
    sales({ measures: ['units_sold'], period: 'Q3 2026', filters: is('category', 'Bikes') }),
  ],
])('%j', async (questions, call) => {
  expect(await reads(...questions)).toContainEqual(call);
});

test.each([
  'top 3 sellers last month - which are below 30 days of cover?',
  "which of last month's top 3 sellers have less than 30 days of cover?",
])('%s: of the best sellers alone', async (asked) => {
  const [ranking, cover] = await reads(asked);
  expect(ranking?.args).toMatchObject({ measures: ['units'], period: 'last month', limit: 3 });
  expect(cover?.args).toMatchObject({ measures: ['days_of_cover'], filters: [{ dimension: 'product' }] });
});

test('"which got quicker?", after who got slower, is of who takes fewer days than before', async () => {
  const calls = await reads('which suppliers got slower this year?', 'which got quicker?');
  expect(calls[0]?.args).toMatchObject({ measures: ['lead_time'], dimensions: ['supplier'] });
  expect(calls[0]?.args).toHaveProperty('compareTo');
});

test('what sold out in a month was out of stock on some day of it', async () => {
  const having = [{ measure: 'stock_out_days', op: 'above', value: 0 }];
  expect((await reads('what sold out last month?'))[0]?.args).toMatchObject({
    dimensions: ['product'],
    having,
  });
});

test('what one of a split that cannot be had does is not told of everything', async () => {
  const turns = await askAnalyst([
    'stock of Bikes',
    'which size sells fastest?',
    'how many days of cover does it have?',
  ]);
  expect(turns.at(-1)?.text).toContain('I did not understand');
});
