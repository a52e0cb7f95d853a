import { expect, test } from 'vitest';
import { bought, is, reads, sales } from '../test-reads.ts';

test.each([
  ['five biggest suppliers and their on-time rate', ['ordered_value', 'on_time_rate'], 5],
  [
    'list on-time rate, lead time and rejection rate of our five biggest suppliers',
    ['ordered_value', 'on_time_rate', 'lead_time', 'rejection_rate'],
    5,
  ],
  ['on-time rate of the three largest suppliers', ['ordered_value', 'on_time_rate'], 3],
])('"%s" ranks suppliers by what is bought of them', async (question, measures, limit) => {
  const [read] = await reads(question);
  const orderBy = { by: 'ordered_value', direction: 'desc' };
  expect(read).toMatchObject(bought({ measures, dimensions: ['supplier'], orderBy, limit }));
});

test.each([
  ['ten biggest customers with margin', ['revenue', 'gross_margin'], 'customer'],
  ['margin rate of our ten largest customers', ['revenue', 'margin_rate'], 'customer'],
  ['return rate of our top 10 products', ['revenue', 'return_rate'], 'product'],
  ['top 10 products by return rate', ['return_rate'], 'product'],
  ['top 10 products with the highest return rate', ['return_rate'], 'product'],
  ['top 10 customers by margin', ['gross_margin'], 'customer'],
])('"%s" is ranked by its first figure', async (question, measures, dimension) => {
  const [read] = await reads(question);
  const orderBy = { by: measures[0], direction: 'desc' };
  expect(read).toMatchObject(sales({ measures, dimensions: [dimension], orderBy, limit: 10 }));
});

test.each([
  ['sales, margin and units by category last month', ['revenue', 'gross_margin', 'units']],
  [
    "I'm preparing the board deck and need revenue, margin and margin % by category",
    ['revenue', 'gross_margin', 'margin_rate'],
  ],
  ['tell me revenue as well as pieces by category', ['revenue', 'units']],
])('"%s" asks for each figure', async (question, measures) => {
  const [read] = await reads(question);
  expect(read).toMatchObject(sales({ measures, dimensions: ['category'] }));
});

test('"In dollars and pieces" asks for both', async () => {
  const [read] = await reads('what have we sold this month, in dollars and pieces?');
  expect(read?.args.measures).toEqual(expect.arrayContaining(['revenue', 'units']));
});

test.each<[string, object]>([
  ['when do we sell the most Bikes?', { measures: ['units'], filters: is('category', 'Bikes') }],
  ['when were sales highest in 2025?', { period: '2025' }],
  ['when did revenue peak in 2025?', { period: '2025' }],
])('"%s" ranks months', async (question, args) => {
  expect((await reads(question))[0]).toMatchObject({ name: 'get_sales_by_month', args });
});

test('of one month the days are ranked', async () => {
  expect((await reads('when was revenue lowest last month?'))[0]?.args).toMatchObject({
    grain: 'day',
    period: 'last month',
  });
});
