import { expect, test } from 'vitest';
import { withNames } from '../test-company.ts';
import { is, readsOf, sales, stock } from '../test-reads.ts';

/** A company that sells wine by the bottle. */
const run = withNames(
  ['category', 'Red Wine'],
  ['subcategory', 'Rosé'],
  ['subcategory', 'Champagne'],
  ['customer_segment', 'Restaurant'],
  ['product', 'Late Bottled Vintage Port 2019'],
  ['product', 'Château Larroque Médoc 2019'],
);
const lastMonth = { period: 'last month' };
const rose = is('subcategory', 'Rosé');
const champagne = is('subcategory', 'Champagne');
const above = (measure: string, value: number) => ({ having: [{ measure, op: 'above', value }] });
const most = (by: string) => ({ orderBy: { by, direction: 'desc' } });

test.each<[string, object]>([
  // A word with an accent is no English verb.
  ['sales of rosé last month', sales({ measures: ['revenue'], ...lastMonth, filters: rose })],
  [
    'rosé by region last month',
    sales({ measures: ['revenue'], dimensions: ['region'], ...lastMonth, filters: rose }),
  ],
  [
    'which champagne products sold more than 300 bottles last month?',
    sales({
      ...{ measures: ['units'], dimensions: ['product'], ...lastMonth, filters: champagne },
      ...{ ...most('units'), ...above('units', 300) },
    }),
  ],
  [
    'restaurants that bought more than 50 bottles of champagne last month',
    sales({
      ...{ measures: ['units'], dimensions: ['customer'], ...lastMonth, ...most('units') },
      ...{ filters: [...is('customer_segment', 'Restaurant'), ...champagne], ...above('units', 50) },
    }),
  ],
  ['how much champagne do we have, in bottles?', stock({ measures: ['on_hand'], filters: champagne })],
  [
    'average bottle price of champagne last month',
    sales({ measures: ['average_price'], ...lastMonth, filters: champagne }),
  ],
  [
    'margin per bottle of rosé last month',
    sales({ measures: ['gross_margin', 'units'], ...lastMonth, filters: rose }),
  ],
])('"%s" is of the goods that it names, counted in what they come in', async (question, call) => {
  expect(await readsOf([question], run)).toContainEqual(call);
});
