import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { withNames } from '../test-company.ts';
import { is, readsOf, sales } from '../test-reads.ts';

/** A company whose goods and people are called by words that mean something else. */
const run = withNames(
  ['subcategory', 'Tables'],
  ['subcategory', 'Tops'],
  ['subcategory', 'Phones'],
  ['channel', 'Phone'],
  ['customer', 'June Grant'],
  ['customer', 'May Brooks'],
  ['region', 'United States'],
);
const period = 'last month';
const revenueOf = (dimension: string, ...values: string[]) =>
  sales({ measures: ['revenue'], period, filters: is(dimension, ...values) });

test.each<[string, object]>([
  ['tables revenue last month', revenueOf('subcategory', 'Tables')],
  ['table sales last month', revenueOf('subcategory', 'Tables')],
  [
    'revenue of tops in October',
    sales({ measures: ['revenue'], period: '2026-10', filters: is('subcategory', 'Tops') }),
  ],
  ['revenue of phones last month', revenueOf('subcategory', 'Phones')],
  ['revenue by phone last month', revenueOf('channel', 'Phone')],
  ['revenue of the US last month', revenueOf('region', 'United States')],
  ['revenue of May Brooks last month', revenueOf('customer', 'May Brooks')],
  [
    'Compare June Grant and May Brooks',
    sales({
      ...{ measures: ['revenue'], dimensions: ['customer'] },
      ...{ filters: is('customer', 'June Grant', 'May Brooks') },
      orderBy: { by: 'revenue', direction: 'desc' },
    }),
  ],
])('"%s" is about what is called so', async (question, read) => {
  expect((await readsOf([question], run))[0]).toEqual(read);
});

test.each([
  ['revenue by region last month as a table'],
  ['a table of revenue by region last month'],
  ['show revenue by region last month in a table'],
])('"%s" draws a table', async (question) => {
  const [read] = await readsOf([question], run);
  expect(read?.args.filters).toBeUndefined();
});

test.each([['which region tops revenue last month?'], ['tell us the revenue by region last month']])(
  '"%s" names nothing',
  async (question) => {
    const [read] = await readsOf([question], run);
    expect(read?.args.filters).toBeUndefined();
  },
);

test.each([['top states by revenue'], ['which state sells the most?'], ['how many states do we sell to?']])(
  '"%s" is refused where no figure is split by it',
  async (question) => {
    const [turn] = await askAnalyst([question]);
    expect(turn?.text).toMatch(/split by "states?"/);
  },
);

test.each([['top sizes by units last month'], ['which colour sells best?']])(
  '"%s" is refused where no goods are named',
  async (question) => {
    const [turn] = await askAnalyst([question]);
    expect(turn?.text).toMatch(/no split of sales by (?:size|colour)/);
  },
);

test('a name that is set beside another one and has no row is told', async () => {
  const [turn] = await askAnalyst(['revenue of May Brooks and Customer 1 last month'], (name, args, id) =>
    withNames(['customer', 'May Brooks'], ['customer', 'Customer 1'])(name, args, id),
  );
  expect(turn?.text).toMatch(/nothing of May Brooks/);
});
