import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, compared, is, reads, sales, stock, top } from '../../test-reads.ts';

const ranking = 'top 3 categories by revenue last month';
const late = 'late purchase orders';
const bounded = 'products with more than 100 units last month';

/** The answer without what was asked for would be taken for the answer. */
test.each([
  [['revenue last month', 'exclude returns'], 'way to leave out lines with returns'],
  [['revenue by month this year', 'without discounts'], 'way to leave out lines with discount'],
  [['average order value by channel', 'average per order'], 'way to divide average order value by orders'],
  [['return rate by category', 'per order'], 'way to divide return rate by orders'],
  [['stock by warehouse', 'average per order'], 'way to divide on hand by orders'],
  [[late, 'average per order'], 'way to divide days late by orders'],
  [[late, 'and margin?'], 'way to tell gross margin of just those rows'],
  [[late, 'why?'], 'way to tell why something is in a list'],
  [['top 5 customers last month', 'and its stock?'], 'split of inventory by customer'],
  [['average order value by channel', 'and its stock?'], 'split of inventory by channel'],
  [[bounded, 'in percent'], 'way to give those within a bound as shares'],
  [[bounded, 'why?'], 'way to tell why something is in a list'],
  [[ranking, 'why?'], 'way to tell why some lead a ranking'],
  [['lead time by supplier', 'in percent'], 'way to give lead time as a share'],
  [['what should I reorder?', 'and next month?'], 'way to tell what is to be reordered at another time'],
  [['what are our slow movers?', 'why?'], 'way to tell the reasons of that list'],
  [['classify products by ABC', 'and next month?'], 'way to tell that list of next month'],
  [['new customers last quarter', 'and margin?'], 'way to put "gross margin" beside that list'],
  [['what will we sell next month?', 'why?'], 'way to tell why a forecast is what it is'],
  [['what will we sell next month?', 'top 5'], 'way to rank a forecast that has no rows'],
  [['what will we sell next month?', 'in percent'], 'way to tell a share of a forecast'],
  [['what share of revenue is online?', 'and next month?'], 'way to tell shares or quotients of a forecast'],
  [
    ['what will we sell next month?', 'compare with last year'],
    'way to compare a forecast with another time',
  ],
])('%j is refused', async (asked, missing) => {
  expect((await askAnalyst(asked)).at(-1)?.text).toContain(`I have no ${missing}`);
  expect(await reads(...asked)).toEqual([]);
});

test.each([
  [[ranking, 'the other warehouses?']],
  [['revenue of Customer 1 last month', 'the other warehouses?']],
  [['what should I reorder?', 'the other warehouses?']],
])('%j is asked back: none of the rows is one', async (asked) => {
  expect(await reads(...asked)).toEqual([]);
});

/** What is asked for is of what the last answer showed, and as it was asked. */
test.each([
  [
    ['revenue in Europe last month by category', 'and the other regions?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category', 'region'], period: 'last month' },
      filters: [{ dimension: 'region', op: 'is_not', values: ['Europe'] }],
    }),
  ],
  [
    ['top 2 products by revenue last month', 'and the stock?'],
    stock({
      ...{
        measures: ['on_hand'],
        dimensions: ['product'],
        filters: is('product', 'Trail Helmet 200', 'City Helmet'),
      },
      orderBy: { by: 'on_hand', direction: 'desc' },
    }),
  ],
  [
    [late, 'only those over 30 days'],
    bought({
      measures: ['days_late', 'late_value', 'late_units'],
      dimensions: ['purchase_order'],
      orderBy: { by: 'days_late', direction: 'desc' },
      having: [{ measure: 'days_late', op: 'above', value: 30 }],
    }),
  ],
  [
    ['revenue per order', 'revenue by category last month', 'per order'],
    sales({ measures: ['average_order_value'], dimensions: ['category'], period: 'last month' }),
  ],
  [
    ['what share of revenue is online?', 'and in Europe?'],
    sales({
      measures: ['revenue', 'revenue_share'],
      dimensions: ['channel'],
      filters: is('region', 'Europe'),
    }),
  ],
  [
    ['which categories grew most last quarter?', 'and in Q2?'],
    compared({
      measures: ['revenue'],
      dimension: 'category',
      period: 'Q2 2026',
      compareTo: '2026-01-01..2026-03-31',
    }),
  ],
  [
    ['revenue of Bikes vs Lamps last month', 'which one is the worst?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], period: 'last month' },
      filters: is('category', 'Bikes', 'Lamps'),
      orderBy: { by: 'revenue', direction: 'asc' },
    }),
  ],
  [
    ['did Bikes sell more than Lamps last month?', 'and Gloves?'],
    sales({ measures: ['revenue'], period: 'last month', filters: is('category', 'Gloves') }),
  ],
  [
    [ranking, 'the best product of each'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category', 'product'], period: 'last month' },
      filters: is('category', 'Bikes', 'Helmets', 'Gloves'),
      ...top('revenue', 1),
      limitPer: 'category',
    }),
  ],
  [
    [ranking, 'best product in each category'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category', 'product'], period: 'last month' },
      ...top('revenue', 1),
      limitPer: 'category',
    }),
  ],
  [
    ['top 2 categories by revenue last month', 'show all categories'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], period: 'last month' },
      orderBy: { by: 'revenue', direction: 'desc' },
    }),
  ],
  [
    ['revenue in Europe last month', 'what sells there?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['product'], period: 'last month' },
      filters: is('region', 'Europe'),
      ...top('revenue', 10),
    }),
  ],
  [
    ['what share of units is the City Helmet last month?'],
    sales({ measures: ['units'], period: 'last month' }),
  ],
  [['what will we sell next month?', 'and last year?'], sales({ measures: ['units'], period: 'last year' })],
  [
    ['revenue last year', 'and this year?', 'why?'],
    compared({
      ...{ measures: ['revenue'], dimension: 'category', period: '2026-01-01..2026-11-23' },
      compareTo: '2025-01-01..2025-11-23',
    }),
  ],
])('%j is of what was asked before', async (asked, expected) => {
  expect(await reads(...asked)).toContainEqual(expected);
});

test('"how many are there?", after a figure of each, is the number of them, and of money there is none', async () => {
  const told = await askAnalyst(['revenue by category last month', 'how many are there?']);
  expect(told.at(-1)?.text).toMatch(/There are \d+ categories/);
  expect(await reads('revenue last month', 'how many are there?')).toEqual([]);
});

test('"by how much?", after whether it rose, is how much it did', async () => {
  expect(await reads('is revenue up this month?', 'by how much?')).toContainEqual(
    sales({ measures: ['revenue'], period: 'month to date' }),
  );
});

test('"by how much?", after those that fell, is how much they fell', async () => {
  const asked = ['top 3 categories by revenue last month', 'which of them fell?', 'by how much?'];
  expect((await askAnalyst(asked)).at(-1)?.text).not.toMatch(/\bgrew\b/);
});
