import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { type Run, runTool } from '../../test-company.ts';
import { compared, is, monthly, sales, top } from '../../test-reads.ts';

const namesakes = ['Larsen Home Store (C-01429)', 'Larsen Home Store (C-00077)', 'Ochoa Garden'];
const [first = '', second = ''] = namesakes;

/** The company's tools, two of whose customers have one name. */
const run: Run = (name, args, id) => {
  const response = runTool(name, args, id);
  const ofCustomers = name === 'query_sales' && JSON.stringify(args).includes('"dimensions":["customer"]');
  if (!ofCustomers || typeof response.output !== 'object') return response;
  const rows = namesakes.map((customer, index) => [customer, 300 - index]);
  return { output: { ...response.output, rows, rowCount: rows.length } };
};

const ranking = 'top 3 customers by revenue last month';

test.each([
  [
    [ranking, 'how much did the second one buy last year?'],
    sales({ measures: ['revenue'], period: 'last year', filters: is('customer', second) }),
  ],
  [
    [ranking, 'the first one, by month this year'],
    monthly({ measures: ['revenue'], period: 'year to date', filters: is('customer', first) }),
  ],
  [
    [ranking, 'how much did the second one buy last year?', 'what did they buy?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['product'], period: 'last year', ...top('revenue', 100) },
      filters: is('customer', second),
    }),
  ],
  [
    [ranking, 'why did revenue of the second one fall?'],
    compared({
      ...{ measures: ['revenue'], dimension: 'category', period: 'last month' },
      ...{ compareTo: '2026-09-01..2026-09-30', filters: is('customer', second) },
    }),
  ],
  [
    [ranking, 'compare the first with the second'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['customer'], period: 'last month' },
      ...{ filters: is('customer', first, second), orderBy: { by: 'revenue', direction: 'desc' } },
    }),
  ],
  [
    [ranking, 'and their margin?'],
    sales({
      ...{ measures: ['gross_margin'], dimensions: ['customer'], period: 'last month' },
      ...{ filters: is('customer', ...namesakes), orderBy: { by: 'gross_margin', direction: 'desc' } },
    }),
  ],
  [
    [ranking, 'without the first one'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['customer'], period: 'last month', ...top('revenue', 3) },
      filters: [{ dimension: 'customer', op: 'is_not', values: [first] }],
    }),
  ],
])(
  '%j names a customer by its number where two have its name, and looks nothing up',
  async (asked, expected) => {
    const { calls = [], text } = (await askAnalyst(asked, run)).at(-1) ?? {};
    expect(calls).toContainEqual(expected);
    expect(calls.map(({ name }) => name)).not.toContain('search_catalog');
    expect(text).not.toMatch(/which one/);
  },
);
