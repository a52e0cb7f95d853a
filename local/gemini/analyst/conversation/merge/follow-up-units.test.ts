import { expect, test } from 'vitest';
import { bought, is, reads, sales } from '../../test-reads.ts';

const highest = (by: string) => ({ orderBy: { by, direction: 'desc' } });

test.each<[string[], object]>([
  [
    ['how many purchase orders last month?', 'and who got the largest slice of the money?'],
    bought({ measures: ['ordered_value'], dimensions: ['supplier'], period: 'last month' }),
  ],
  [
    ['how many purchase orders last month?', 'which supplier got the largest share of the spend?'],
    bought({ measures: ['ordered_value'], dimensions: ['supplier'], period: 'last month' }),
  ],
  [
    ['customers by region last month', 'which region leads in dollars?'],
    sales({
      measures: ['revenue'],
      dimensions: ['region'],
      period: 'last month',
      ...highest('revenue'),
    }),
  ],
])('%j is told in money, of the same time', async (asked, call) => {
  const [read] = await reads(...asked);
  expect(read).toMatchObject(call);
});

test('new customers have no money of their own: "in dollars" is refused after them', async () => {
  expect(await reads('new customers by channel this year', 'which channel leads in dollars?')).toEqual([]);
});

test.each([
  ['gross margin of Bikes last month', 'is that a better rate than at Helmets?'],
  ['gross margin of Bikes last month', 'is the rate better than at Helmets?'],
  ['margin rate of Bikes last month', 'is that a higher margin rate than at Helmets?'],
])('%j, %j sets the rates of both side by side', async (...asked) => {
  expect(await reads(...asked)).toContainEqual(
    sales({
      ...{ measures: ['margin_rate'], dimensions: ['category'], period: 'last month' },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  );
});

test('what "it" bought is refused where no customer was told', async () => {
  expect(await reads('customers by channel last month', 'what did it buy, by category?')).toEqual([]);
});

test.each<[string, object]>([
  ['how many units is each of them behind?', { measures: ['late_units'], dimensions: ['supplier'] }],
  ['how far behind are they?', { measures: ['days_late'], dimensions: ['supplier'] }],
])('after late suppliers, "%s" is of what is late', async (question, args) => {
  const [read] = await reads('which suppliers are late?', question);
  expect(read).toMatchObject(bought(args));
});

test('the best products, after how sales moved, are those that sold most', async () => {
  const asked = [
    'revenue by category, October vs September',
    'which grew most?',
    'show its three best products',
  ];
  const [read] = await reads(...asked);
  expect(read).toMatchObject(sales({ measures: ['revenue'], dimensions: ['product'], limit: 3 }));
});

test('"best sellers", after sales by channel, are products', async () => {
  const [read] = await reads('revenue by channel this quarter vs last quarter', 'show the best sellers');
  expect(read).toMatchObject(sales({ dimensions: ['product'] }));
});
