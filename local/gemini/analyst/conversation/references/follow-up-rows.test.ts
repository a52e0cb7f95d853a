import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, compared, is, reads, sales, stock, top } from '../../test-reads.ts';

const having = (measure: string) => [{ measure, op: 'above', value: 0 }];
const first = { measures: ['revenue'], dimensions: ['category'], period: 'last month', ...top('revenue', 2) };

test.each<[string[], object]>([
  [
    ['top 2 categories by revenue last month', 'and the next two?'],
    sales({ ...first, filters: [{ dimension: 'category', op: 'is_not', values: ['Bikes', 'Helmets'] }] }),
  ],
])('%j are the rows after those that were shown', async (questions, call) => {
  expect(await reads(...questions)).toContainEqual(call);
});

test.each<[string[], object]>([
  // A list of customers, and what each did.
  [
    ['top 2 categories by revenue last month', 'what has each of them brought in this year?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], period: 'year to date' },
      ...{ filters: is('category', 'Bikes', 'Helmets'), orderBy: { by: 'revenue', direction: 'desc' } },
    }),
  ],
  [
    ['revenue by category last month', 'break the weakest one down by region'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['region'], period: 'last month' },
      filters: is('category', 'Lamps'),
    }),
  ],
  // What was counted.
  [
    ['how many products are out of stock by warehouse', 'list the ones in Northgate'],
    stock({
      ...{ measures: ['out_of_stock'], dimensions: ['product'], filters: is('warehouse', 'Northgate') },
      ...{ orderBy: { by: 'out_of_stock', direction: 'desc' }, having: having('out_of_stock') },
    }),
  ],
  // Another figure of the same members.
  [
    ['revenue of Bikes by channel in 2025', 'show the margin rate per channel'],
    sales({
      ...{
        measures: ['margin_rate'],
        dimensions: ['channel'],
        period: '2025',
        filters: is('category', 'Bikes'),
      },
    }),
  ],
  // The times of the last two questions.
  [
    ['revenue in June', 'and in July?', 'which category grew most between the two'],
    compared({ measures: ['revenue'], dimension: 'category', period: '2026-07', compareTo: '2026-06' }),
  ],
  [
    ['revenue in the first half of 2026', 'what about Bikes in that half'],
    sales({ measures: ['revenue'], period: '2026-01-01..2026-06-30', filters: is('category', 'Bikes') }),
  ],
  [
    ['revenue in September', 'and in September last year?', 'which categories fell the most?'],
    compared({ measures: ['revenue'], dimension: 'category', period: '2026-09', compareTo: '2025-09' }),
  ],
  [
    ['revenue in 2025', 'margin rate by category'],
    sales({ measures: ['margin_rate'], dimensions: ['category'], period: '2025' }),
  ],
  // A rate does not grow: the business does.
  [
    ['margin rate this year', 'which channel grew fastest'],
    compared({
      measures: ['revenue'],
      dimension: 'channel',
      period: 'year to date',
      compareTo: '2025-01-01..2025-11-23',
    }),
  ],
  [
    ['revenue last month', 'split it by channel, with the margin rate'],
    sales({ measures: ['revenue', 'margin_rate'], dimensions: ['channel'], period: 'last month' }),
  ],
  // What it is called after it was explained.
  [
    ['how is the margin rate calculated?', 'which 2 categories have the lowest?'],
    sales({ measures: ['margin_rate'], dimensions: ['category'], ...top('margin_rate', 2, 'asc') }),
  ],
])('%j goes on as asked', async (questions, call) => {
  expect(await reads(...questions)).toContainEqual(call);
});

test('what a figure means is asked of the last one', async () => {
  const turns = await askAnalyst(['margin rate last month', 'how do you work that one out?']);
  expect(turns.at(-1)?.text).toMatch(/^\*\*Margin rate\*\* is/);
});

test('a question that no data answers is refused for what it asks, also after one that was not understood', async () => {
  const turns = await askAnalyst(['flurb the gloop', 'weather tomorrow?']);
  expect(turns.at(-1)?.text).toContain('weather');
});

test.each([
  ['which suppliers delivered late most often this year?', 'missed_dates'],
  ['how long did gloves take to come in, from order to delivery?', 'lead_time'],
])('"%s" is about %s', async (question, measure) => {
  expect(await reads(question)).toContainEqual(bought(expect.objectContaining({ measures: [measure] })));
});

test.each<[string[], object]>([
  [
    ['which products are out of stock?', 'Stock value by category'],
    stock({ measures: ['stock_value'], dimensions: ['category'] }),
  ],
  [
    ['top 2 categories by revenue last month', 'now the two weakest'],
    sales({ ...first, ...top('revenue', 2, 'asc') }),
  ],
])('%j is asked of all, and not of the rows before', async (questions, call) => {
  expect(await reads(...questions)).toContainEqual(call);
});

test('"which of the two has …" is asked of the rows before', async () => {
  const asked = ['top 2 categories by revenue last month', 'which of the two has the best margin?'];
  expect(await reads(...asked)).toContainEqual(
    sales({
      ...{ measures: ['margin_rate'], dimensions: ['category'], period: 'last month' },
      ...{ filters: is('category', 'Bikes', 'Helmets'), orderBy: { by: 'margin_rate', direction: 'desc' } },
    }),
  );
});
