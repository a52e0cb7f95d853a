import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, is, reads, readsOf, sales, stock } from '../../test-reads.ts';

const month = { period: 'last month' };
const bikes = { filters: is('category', 'Bikes') };

/** A second sentence is of the measure, the condition and the things of the first. */
test.each([
  [['what does return rate mean, and what is it for Bikes?'], sales({ measures: ['return_rate'], ...bikes })],
  [['what does return rate mean?', 'and for Bikes?'], sales({ measures: ['return_rate'], ...bikes })],
  [
    ['how many products did not sell last month? What is that worth?'],
    stock({ measures: ['unsold_value'], ...month }),
  ],
  [
    ['how many products did not sell last month?', 'how many units is that?'],
    stock({ measures: ['unsold_units'], ...month }),
  ],
  [
    ['stock-out days by category last month', 'which products are behind that in Bikes?'],
    stock(
      expect.objectContaining({ measures: ['stock_out_days'], dimensions: ['product'], ...month, ...bikes }),
    ),
  ],
  [
    ['how many bikes did we sell last month?', "and what's the stock of them worth?"],
    stock({ measures: ['stock_value'], period: 'today', ...bikes }),
  ],
  [
    ['how many bikes did we sell last month?', "what is what's left of them worth?"],
    stock({ measures: ['stock_value'], period: 'today', ...bikes }),
  ],
  [
    ['on-time rate of Acme Supply', 'how often were they late last month?'],
    bought(expect.objectContaining({ measures: ['missed_rate'], ...month })),
  ],
  [
    ['how often does Acme Supply deliver on time?'],
    bought({ measures: ['on_time_rate'], filters: is('supplier', 'Acme Supply') }),
  ],
  [
    ['late purchase orders', 'what are the missing goods worth in total?'],
    bought({ measures: ['late_value'] }),
  ],
  [['late purchase orders', 'how many units are missing in all?'], bought({ measures: ['late_units'] })],
  [
    ['do Online customers get more discount than Retail? year to date, as a share of gross sales'],
    sales(
      expect.objectContaining({
        measures: ['discount_rate'],
        dimensions: ['channel'],
        period: 'year to date',
      }),
    ),
  ],
])('%j', async (asked, expected) => {
  expect(await reads(...asked)).toContainEqual(expected);
});

test.each([
  'what would it cost to order all that?',
  'and the cost of ordering it all?',
  'what would ordering these cost?',
  'how much money do I need for all that?',
  'what would we have to spend on that?',
])('"%s", of what is to be ordered, is what that costs', async (asked) => {
  const [first] = await reads('what is below its reorder point in Northgate?', asked);
  expect(first).toEqual({
    name: 'get_reorder_recommendations',
    args: { filters: is('warehouse', 'Northgate') },
  });
});

/** Two times that are set against each other. */
test.each([
  'which category made the biggest difference?',
  'which category changed most?',
  'which category moved most?',
])('"%s" is asked within what was compared', async (asked) => {
  expect(await reads('revenue of Online in Q3 vs Q2', asked)).toContainEqual({
    name: 'compare_sales',
    args: expect.objectContaining({ dimension: 'category', filters: is('channel', 'Online') }),
  });
});

test('"did the margin rate move?", after who moved most, is asked of the whole', async () => {
  const asked = [
    'revenue of Bikes in Q3 vs Q2',
    'which region changed most?',
    'and did the margin rate move?',
  ];
  const [first] = await reads(...asked);
  expect(first).toEqual(sales(expect.objectContaining({ measures: ['margin_rate'], ...bikes })));
  expect(first?.args).not.toHaveProperty('dimensions');
});

test.each([
  [['stock per flurb in Northgate', 'and in Southport?']],
  [['revenue of Zorblax in Europe', 'and in Asia?']],
])('%j: what was not understood is not left out', async (asked) => {
  expect(await readsOf(asked)).toEqual([]);
  expect((await askAnalyst(asked)).at(-1)?.text).toContain('I did not understand');
});

test('a sentence that leans on one that is refused is not answered', async () => {
  expect(
    await reads('is there anything with no sales in the last 90 days? how many units of it do we have?'),
  ).toEqual([]);
});

test('who became a customer is a list, and what each bought is of that list', async () => {
  const [first] = await reads('which customers were new in September?');
  expect(first).toMatchObject({ name: 'find_new_or_lapsed', args: { which: 'new', period: '2026-09' } });
});

test('the day of the last order is told of customers that lapsed', async () => {
  const [first, ...others] = await reads(
    'which customers have not ordered since September? with the date of their last order',
  );
  expect(first).toMatchObject({ name: 'find_new_or_lapsed', args: { which: 'lapsed' } });
  expect(others).toEqual([]);
});

test('the whole of a share may be named again', async () => {
  const asked = [
    'top 3 products of Online last month',
    'what share of the Online revenue do the three make up?',
  ];
  expect((await reads(...asked))[0]).toEqual(
    sales(expect.objectContaining({ dimensions: ['product'], filters: is('channel', 'Online') })),
  );
});
