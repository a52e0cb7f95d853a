import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { type Run, runTool } from '../../test-company.ts';
import { bought, compared, is, monthly, reads, sales, stock, top } from '../../test-reads.ts';

const total = 'What was revenue last month?';
const ranking = 'top 3 products by revenue last month';
const first = is('product', 'Trail Helmet 200');
const three = is('product', 'Trail Helmet 200', 'City Helmet', 'Road Bike');
const order = { orderBy: { by: 'revenue', direction: 'desc' } };

test.each([
  // After a total: another figure, another time, a part, a split.
  [[total, 'and margin?'], sales({ measures: ['gross_margin'], period: 'last month' })],
  [[total, 'and the month before?'], sales({ measures: ['revenue'], period: '2026-09-01..2026-09-30' })],
  [[total, 'and the year before?'], sales({ measures: ['revenue'], period: '2025-10-01..2025-10-31' })],
  [[total, 'in units'], sales({ measures: ['units'], period: 'last month' })],
  [[total, 'and per order?'], sales({ measures: ['average_order_value'], period: 'last month' })],
  [
    [total, 'also by channel'],
    sales({ measures: ['revenue'], dimensions: ['channel'], period: 'last month' }),
  ],
  [
    [total, 'how much of that is online?'],
    sales({ measures: ['revenue'], period: 'last month', filters: is('channel', 'Online') }),
  ],
  [[total, 'by category', 'drop the split'], sales({ measures: ['revenue'], period: 'last month' })],
  [
    [total, 'which products sold best?'],
    sales({ measures: ['revenue'], dimensions: ['product'], period: 'last month', ...top('revenue', 10) }),
  ],
  // After a ranking: its rows, one of them, all but one, the others.
  [
    [ranking, 'and their margin?'],
    sales({
      ...{ measures: ['gross_margin'], dimensions: ['product'], period: 'last month', filters: three },
      orderBy: { by: 'gross_margin', direction: 'desc' },
    }),
  ],
  [
    [ranking, 'add units'],
    sales({
      measures: ['revenue', 'units'],
      dimensions: ['product'],
      period: 'last month',
      ...top('revenue', 3),
    }),
  ],
  [
    [ranking, 'sorted by margin'],
    sales({
      ...{
        measures: ['gross_margin', 'revenue'],
        dimensions: ['product'],
        period: 'last month',
        filters: three,
      },
      orderBy: { by: 'gross_margin', direction: 'desc' },
    }),
  ],
  [
    [ranking, 'what do they add up to?'],
    sales({ measures: ['revenue'], period: 'last month', filters: three }),
  ],
  [
    [ranking, 'how did these do last year?'],
    sales({ measures: ['revenue'], dimensions: ['product'], period: 'last year', filters: three, ...order }),
  ],
  [
    [ranking, 'is anything on order for those?'],
    stock({
      ...{ measures: ['on_order'], dimensions: ['product'], filters: three },
      orderBy: { by: 'on_order', direction: 'desc' },
    }),
  ],
  [
    [ranking, 'who supplies them?'],
    bought({ measures: ['ordered_value'], dimensions: ['supplier'], filters: three }),
  ],
  [
    [ranking, 'which regions bought them?'],
    sales({ measures: ['revenue'], dimensions: ['region'], period: 'last month', filters: three, ...order }),
  ],
  [
    [ranking, 'how did the first one do in each month of 2025?'],
    monthly({ measures: ['revenue'], period: '2025', filters: first }),
  ],
  [
    [ranking, 'how did the first one do in each month of 2025?', 'and the year before?'],
    monthly({ measures: ['revenue'], period: '2024-01-01..2024-12-31', filters: first }),
  ],
  [
    [ranking, 'compare the first with the second'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['product'], period: 'last month', ...order },
      filters: is('product', 'Trail Helmet 200', 'City Helmet'),
    }),
  ],
  [
    [ranking, 'without the first one'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['product'], period: 'last month', ...top('revenue', 3) },
      filters: [{ dimension: 'product', op: 'is_not', values: ['Trail Helmet 200'] }],
    }),
  ],
  [
    [ranking, 'what about the others?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['product'], period: 'last month', ...top('revenue', 3) },
      filters: [{ dimension: 'product', op: 'is_not', values: three[0]?.values }],
    }),
  ],
  [
    [ranking, 'which of them grew most?'],
    compared({
      ...{ measures: ['revenue'], dimension: 'product', period: 'last month', limit: 100 },
      ...{ compareTo: '2026-09-01..2026-09-30', filters: three },
    }),
  ],
  // All rows of a split are named by its own filters.
  [
    ['revenue by region last month', 'what about their margin?'],
    sales({ measures: ['gross_margin'], dimensions: ['region'], period: 'last month' }),
  ],
  [
    ['revenue by region last month', 'which of them has the best margin rate?'],
    sales({
      ...{ measures: ['margin_rate'], dimensions: ['region'], period: 'last month' },
      orderBy: { by: 'margin_rate', direction: 'desc' },
    }),
  ],
  [
    ['revenue of Bikes by region last month', 'as a share of the total'],
    sales({
      ...{ measures: ['revenue', 'revenue_share'], dimensions: ['region'], period: 'last month' },
      filters: is('category', 'Bikes'),
    }),
  ],
  // One thing that was named, or that led.
  [
    ['revenue of City Helmet last month', 'what was its margin in 2025?'],
    sales({ measures: ['gross_margin'], period: '2025', filters: is('product', 'City Helmet') }),
  ],
  [
    ['which product sold best last month?', 'how much of it do we have?'],
    stock({ measures: ['on_hand'], filters: is('product', 'Work Gloves') }),
  ],
  [
    ['revenue in Europe last month', 'which products sold best there?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['product'], period: 'last month', ...top('revenue', 10) },
      filters: is('region', 'Europe'),
    }),
  ],
  // After rows of time: beside another year, and as one.
  [
    ['revenue by month this year', 'add last year for comparison'],
    monthly({ measures: ['revenue'], period: '2025-01-01..2026-11-23' }),
  ],
  [
    ['revenue of Bikes by quarter in 2025', 'what was the margin on those, in %, over the year?'],
    sales({ measures: ['margin_rate'], period: '2025', filters: is('category', 'Bikes') }),
  ],
  // After stock.
  [
    ['stock of City Helmet by warehouse', 'value?'],
    stock({ measures: ['stock_value'], dimensions: ['warehouse'], filters: is('product', 'City Helmet') }),
  ],
  [
    ['stock of City Helmet', 'and is there more coming, when?'],
    bought({
      measures: ['open_units', 'late_units'],
      dimensions: ['expected_date'],
      filters: is('product', 'City Helmet'),
      orderBy: { by: 'expected_date', direction: 'asc' },
    }),
  ],
  [
    [
      'which 3 products have the lowest stock in Northgate?',
      'is anything on order for those?',
      'same list for Southport',
    ],
    stock({
      ...{ measures: ['on_hand'], dimensions: ['product'], ...top('on_hand', 3, 'asc') },
      filters: is('warehouse', 'Southport'),
    }),
  ],
  // Two questions in one message.
  [
    ['which product sold best last month, and how much of it do we have?'],
    stock({ measures: ['on_hand'], filters: is('product', 'Work Gloves') }),
  ],
])('%j reads what it refers to', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

test('of more rows than a filter takes nothing is told by their names', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => [`Lamp ${index}`, 60 - index]);
  const many: Run = (name, args, id) => {
    const response = runTool(name, args, id);
    return name === 'query_inventory' && isOutput(response)
      ? { output: { ...response.output, rows, rowCount: rows.length } }
      : response;
  };
  const turns = await askAnalyst(['products with stock below 70', 'their revenue last month'], many);
  expect(turns.at(-1)?.text).toMatch(/more rows than one question can name, so I cannot tell/);
  expect(turns.at(-1)?.calls).toEqual([]);
});

function isOutput(response: Record<string, unknown>): response is { output: Record<string, unknown> } {
  return 'output' in response;
}

test('a row is not guessed where none is shown, or two are equal', async () => {
  for (const [asked, question] of [
    ['What was revenue last month?', 'and of the second one?'],
    ['orders by warehouse last month', 'margin of that warehouse and of that brand'],
  ] as const) {
    const turns = await askAnalyst([asked, question]);
    expect(turns.at(-1)?.text).toMatch(/what|which one/);
    expect(turns.at(-1)?.calls).toEqual([]);
  }
});
