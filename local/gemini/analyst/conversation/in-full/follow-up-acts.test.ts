import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, compared, is, monthly, reads, sales, stock, top } from '../../test-reads.ts';
import { tellPlainly } from './tell-plainly.ts';

test.each([
  ['keep just the online part', 'only the online part'],
  ['zoom in on the west, split into categories', 'only the west, split into categories'],
  ['ok, please narrow it down to Bikes', 'only Bikes'],
  ['cut that list down to three', 'make it three'],
  ['leave Sacramento out', 'without Sacramento'],
  ['take syrups away again', 'without syrups'],
  ['swap that for the margin', 'the margin instead'],
  ['replace London with Leeds', 'Leeds instead'],
  ['now the profit rather than that', 'the profit instead'],
  ['and the East instead of the West', 'the East instead'],
  ['turn that into a pie', 'as a pie'],
  ['express that as percent of the total', 'as percent of the total'],
  ['set it beside last year', 'compared to last year'],
  ['add tea to it', 'add tea'],
  ['now the equivalent for San Antonio', 'the same for San Antonio'],
  ['put the two side by side', 'compare the two'],
  ['fine, and the stores?', 'and the stores?'],
  ['oh interesting... and if you look at online only?', 'only online'],
  ["I'm only interested in Bikes", 'only Bikes'],
  ['only the frames matter to me, road and mountain ones', 'only road frames and mountain frames'],
  ['same but for the cost', 'the same for the cost'],
  ['same thing but leave Lamps out', 'without Lamps'],
  ['and Lamps, same list please', 'the same for Lamps'],
  ['is that the same for online?', 'the same for online'],
  ['what did that list look like in May?', 'and in May'],
  ['and if you rank them on revenue?', 'rank them on revenue'],
  ['first half of 2025, please, and three are enough', 'first half of 2025, please, limited to three'],
  ['bars please, and do Lamps as well', 'and Lamps, as bars'],
  ['forget the weeks, one total per channel', 'total per channel'],
  ['change in revenue from 2024 to 2025', 'change in revenue from 2024 to 2025'],
])('"%s" tells "%s"', (sentence, plain) => {
  expect(tellPlainly(sentence)).toBe(plain);
});

const bikes = { filters: is('category', 'Bikes') };
const byRegion = 'revenue by region last month';
const order = { orderBy: { by: 'revenue', direction: 'desc' } };
const ranking = 'top 3 products by revenue last month';

/** Acts, units, question words and times that have their meaning only after the last question. */
test.each([
  [
    [byRegion, 'keep just the online part', 'and one month earlier?', 'swap that for the margin'],
    sales({
      ...{ measures: ['gross_margin'], dimensions: ['region'], period: '2026-09' },
      filters: is('channel', 'Online'),
    }),
  ],
  [
    ['revenue of Bikes last month', 'replace Bikes with Helmets'],
    sales({ measures: ['revenue'], period: 'last month', filters: is('category', 'Helmets') }),
  ],
  [
    ['revenue of Bikes by month this year', 'add Helmets to it', 'take Bikes away again'],
    monthly({ measures: ['revenue'], period: 'year to date', filters: is('category', 'Helmets') }),
  ],
  [
    [ranking, 'can I have that as a table, with margin added'],
    sales({
      ...{ measures: ['revenue', 'gross_margin'], dimensions: ['product'], period: 'last month' },
      ...top('revenue', 3),
    }),
  ],
  // Units.
  [
    ['stock value of Bikes by warehouse', 'what does that come to in pieces?'],
    stock({ measures: ['on_hand'], dimensions: ['warehouse'], ...bikes }),
  ],
  [['how many purchase orders are late?', 'how much money is that?'], bought({ measures: ['late_value'] })],
  [
    ['value of open purchase orders', 'per warehouse', 'and how much of that is already late?'],
    bought({ measures: ['late_value'], dimensions: ['warehouse'] }),
  ],
  [
    ['orders last month', 'worth how much, and per order?'],
    sales({ measures: ['revenue', 'average_order_value'], period: 'last month' }),
  ],
  // Times.
  [['revenue in June', 'one month later?'], sales({ measures: ['revenue'], period: '2026-07' })],
  [['revenue in June', 'and two months earlier?'], sales({ measures: ['revenue'], period: '2026-04' })],
  [
    ['revenue in June', 'the two months before that?'],
    sales({ measures: ['revenue'], period: '2026-04-01..2026-05-31' }),
  ],
  [['revenue in June', 'the following month?'], sales({ measures: ['revenue'], period: '2026-07' })],
  [
    ['revenue in June', 'and since then?'],
    sales({ measures: ['revenue'], period: '2026-07-01..2026-11-23' }),
  ],
  [['revenue yesterday', 'same day a week earlier'], sales({ measures: ['revenue'], period: '2026-11-15' })],
  [
    ['revenue this month so far', 'are we ahead of where it stood at this point last month?'],
    sales({ measures: ['revenue'], period: '2026-10-01..2026-10-23' }),
  ],
  // Rows, and what is behind them.
  [
    [ranking, 'how many units of the best of them do we have?'],
    stock({ measures: ['on_hand'], filters: is('product', 'Trail Helmet 200') }),
  ],
  [
    ['top 3 products by revenue last month', 'revenue of the first one in 2025', 'and the third?'],
    sales({ measures: ['revenue'], period: '2025', filters: is('product', 'Road Bike') }),
  ],
  [
    ['revenue by region last month', 'how much margin does each of them make?'],
    sales({ measures: ['gross_margin'], dimensions: ['region'], period: 'last month' }),
  ],
  [
    ['revenue of Bikes last month', 'who got the most of it? top 3'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['customer'], period: 'last month', ...top('revenue', 3) },
      ...bikes,
    }),
  ],
  [
    ['what did we spend with suppliers in 2025', 'who got the most of it? top 3'],
    bought({
      ...{ measures: ['ordered_value'], dimensions: ['supplier'], period: '2025' },
      ...top('ordered_value', 3),
    }),
  ],
  [
    ['revenue of Bikes in June compared with May', 'who bought the most of it?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['customer'], period: '2026-06', ...top('revenue', 10) },
      ...bikes,
    }),
  ],
  [
    ['lead time by supplier this year, slowest 5', 'and the quickest five?'],
    bought({
      ...{ measures: ['lead_time'], dimensions: ['supplier'], period: 'year to date' },
      ...top('lead_time', 5, 'asc'),
    }),
  ],
  [
    ['shrinkage by warehouse this year', 'which 5 products did we lose most on?'],
    expect.objectContaining({
      args: expect.objectContaining({ dimensions: ['product'], period: 'year to date', limit: 5 }),
    }),
  ],
  [
    ['which product sold best last month?', 'how many orders was that?'],
    sales({ measures: ['orders'], period: 'last month', filters: is('product', 'Work Gloves') }),
  ],
  [
    ['discount by region last month', 'what share of their gross sales is that?'],
    sales({ measures: ['discount_rate'], dimensions: ['region'], period: 'last month' }),
  ],
  [
    ['revenue by region in October', 'now September', 'difference between them'],
    compared({
      ...{ measures: ['revenue'], dimension: 'region', period: '2026-10' },
      compareTo: '2026-09',
    }),
  ],
  [
    ['units of Bikes last month', 'which size sold most?'],
    sales({
      ...{ measures: ['units'], dimensions: ['product'], period: 'last month', ...top('units', 10) },
      ...bikes,
    }),
  ],
  [
    ['revenue by region in Q2 2025', 'now quarter by quarter for the whole year'],
    sales({ measures: ['revenue'], dimensions: ['region'], grain: 'quarter', period: '2025' }),
  ],
  [
    ['top 3 products by revenue last month', 'where do the first two sell best?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['region'], period: 'last month', ...order },
      filters: is('product', 'Trail Helmet 200', 'City Helmet'),
    }),
  ],
  [
    ['stock of City Helmet', 'sold in May?'],
    sales({ measures: ['units'], period: '2026-05', filters: is('product', 'City Helmet') }),
  ],
  [
    ['revenue on Saturdays last month', 'vs Sundays'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['weekday'], period: 'last month' },
      filters: is('weekday', 'Saturday', 'Sunday'),
    }),
  ],
  [
    ['customers with more than 20 orders this year', 'how many are there?'],
    sales({
      ...{ measures: ['orders'], dimensions: ['customer'], period: 'year to date' },
      orderBy: { by: 'orders', direction: 'desc' },
      having: [{ measure: 'orders', op: 'above', value: 20 }],
    }),
  ],
  [
    ['stock value of City Helmet', 'how many is that?'],
    stock({ measures: ['on_hand'], filters: is('product', 'City Helmet') }),
  ],
  [
    ['forecast revenue of Bikes for the next 3 months', 'in units please'],
    expect.objectContaining({ args: expect.objectContaining({ measure: 'units', ...bikes }) }),
  ],
  [
    ['compare this year to last year', 'which category is responsible?'],
    compared({
      ...{ measures: ['revenue'], dimension: 'category', period: 'year to date' },
      compareTo: '2025-01-01..2025-11-23',
    }),
  ],
])('%j is read in full', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

test('what was not understood is not left out of what comes next', async () => {
  for (const questions of [
    ['revenue of Bikes last month', 'overlay flurbs', 'in units'],
    [byRegion, 'twice the online part', 'and by channel?'],
    ['revenue of Flurbs last month', 'by region'],
    ['how did the flurbs go?', 'and for Europe only'],
  ]) {
    const turns = await askAnalyst(questions);
    expect(turns.at(-1)?.text).toMatch(/^I did not understand ".+", so I do not know whether/);
    expect(turns.at(-1)?.calls).toEqual([]);
  }
});

test('of one figure there is no "each"', async () => {
  const turns = await askAnalyst(['revenue of Bikes last month', 'and how much did each spend?']);
  expect(turns.at(-1)?.text).toMatch(/^I do not know what "each" means/);
});

test('what was not understood may be said again', async () => {
  expect(await reads('revenue of Bikes last month', 'only the flurbs', 'only online')).toEqual([
    sales({
      ...{ measures: ['revenue'], period: 'last month' },
      filters: [...is('category', 'Bikes'), ...is('channel', 'Online')],
    }),
  ]);
  expect(await reads('revenue of Flurbs last month', 'I mean Bikes')).toEqual([
    sales({ measures: ['revenue'], period: 'last month', ...bikes }),
  ]);
});
