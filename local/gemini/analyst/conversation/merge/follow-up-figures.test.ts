import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, is, monthly, moved, reads, sales } from '../../test-reads.ts';

const month = { period: 'last month' };
const classified = (args: object) => ({ name: 'classify_products', args });
const listed = (args: object) => ({ name: 'find_new_or_lapsed', args });

/** Another figure, or another list, of what was asked about. */
test.each([
  // What came in has its money in the orders to suppliers.
  [
    ['units received last month', 'and value'],
    bought({ measures: ['received_value'], by: 'received', ...month }),
  ],
  [
    ['units received by supplier last month', 'in dollars'],
    bought({ measures: ['received_value'], by: 'received', dimensions: ['supplier'], ...month }),
  ],
  // What came back is counted like what was sold.
  [
    ['units sold of Bikes last month', 'and returned?'],
    sales({ measures: ['returned_units'], ...month, filters: is('category', 'Bikes') }),
  ],
  [
    ['revenue of Bikes last month', 'and returned?'],
    sales({ measures: ['returns'], ...month, filters: is('category', 'Bikes') }),
  ],
  [
    ['open value by supplier', 'the late part of it'],
    bought({ measures: ['late_value'], dimensions: ['supplier'] }),
  ],
  // Lost customers are none of the new ones.
  [['new customers last month', 'and lost ones?'], listed({ which: 'lapsed', ...month })],
  [
    ['new customers in Europe last month', 'and the lost ones?'],
    listed({ which: 'lapsed', ...month, filters: is('region', 'Europe') }),
  ],
  // One class after another.
  [['class A products', 'and B?'], classified({ class: 'B' })],
  [
    ['ABC analysis of Bikes', 'only class A', 'and C?'],
    classified({ class: 'C', filters: is('category', 'Bikes') }),
  ],
  [
    ['slow movers', 'which of those are in Northgate?'],
    { name: 'find_slow_movers', args: { filters: is('warehouse', 'Northgate') } },
  ],
  [
    ['top 2 products last month', 'and their suppliers?'],
    bought({
      ...{ measures: ['ordered_value'], dimensions: ['supplier'] },
      filters: is('product', 'Trail Helmet 200', 'City Helmet'),
    }),
  ],
  [['revenue last month', 'what about the worst month?'], monthly({ measures: ['revenue'] })],
  // What was narrowed is whole again.
  [['revenue of Bikes and Lamps last month', 'and overall?'], sales({ measures: ['revenue'], ...month })],
  [
    ['revenue by category last month', 'only Bikes', 'all again'],
    sales({ measures: ['revenue'], dimensions: ['category'], ...month }),
  ],
  [
    ['revenue of Bikes by region last month', 'overall'],
    sales({ measures: ['revenue'], ...month, filters: is('category', 'Bikes') }),
  ],
])('%j is read so', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

test.each([
  ['units issued last month', 'in dollars'],
  ['new customers by month this year', 'and lost ones?'],
  ['revenue of Bikes in Europe last month', 'all again'],
])('after "%s" there is no "%s"', async (...questions) => {
  expect(await reads(...questions)).toEqual([]);
  expect((await askAnalyst(questions)).at(-1)?.text).toMatch(/^I (?:do not know|have no|could not)/);
});

test('what was received stays what it was where no money is asked for', async () => {
  expect(await reads('units received last month', 'by supplier')).toContainEqual(
    moved({ measures: ['units_received'], dimensions: ['supplier'], ...month }),
  );
});

test.each(['can you put the margin next to it', 'and the margin beside it', 'set the margin beside that'])(
  '"%s" tells both figures, and sets no times against each other',
  async (asked) => {
    const [call] = await reads('Helmets sales by quarter in 2025', asked);
    expect(call?.args).toMatchObject({
      measures: ['revenue', 'gross_margin'],
      grain: 'quarter',
      period: '2025',
    });
  },
);
