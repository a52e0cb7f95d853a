import { expect, test } from 'vitest';
import { bought, moved, reads, sales } from '../test-reads.ts';
import { testSayings } from '../test-sayings.ts';

testSayings({
  'get_stock_movements units_restocked': [
    'How many customer returns were booked into stock last month?',
    'returns put back into stock last month',
    'how many returns were booked in last month?',
  ],
  'get_stock_movements shrinkage_value': [
    'What was lost to adjustments this year, in money?',
    'How much money did we lose to stock adjustments this year?',
  ],
  'query_sales products_sold': [
    'How many different helmets did we sell last month?',
    'how many kinds of helmets were sold last month?',
  ],
  'query_sales units': ['How many helmets did we sell last month?'],
  'query_sales customers': ['How many different customers bought helmets last month?'],
});

test.each([
  'value of adjustments this year',
  'How many lines were rejected last year?',
  'Which supplier delivered the most units late last year?',
])('"%s" asks for what is not kept', async (question) => {
  expect(await reads(question)).toEqual([]);
});

test('adjustments alone are in units', async () => {
  expect(await reads('adjustments this year')).toContainEqual(
    moved({ measures: ['adjusted_units'], period: 'year to date' }),
  );
});

test.each([
  'Purchase orders with rejected units last month',
  'How many purchase orders had rejects last month?',
])('"%s" are those of which some were rejected', async (question) => {
  const [first] = await reads(question);
  expect(first).toMatchObject({
    args: { dimensions: ['purchase_order'], having: [{ measure: 'rejected_units', op: 'above', value: 0 }] },
  });
});

test.each([
  "Which supplier's lead time got longer since last year?",
  'Which suppliers have become slower since last year?',
  'Which suppliers got faster since last year?',
])('"%s" compares the suppliers', async (question) => {
  expect(await reads(question)).toContainEqual(
    bought(
      expect.objectContaining({
        ...{ measures: ['lead_time'], dimensions: ['supplier'] },
        ...{ period: 'year to date', compareTo: '2025-01-01..2025-11-23' },
      }),
    ),
  );
});

test('products that are named are counted as sold', async () => {
  expect(await reads('How many different Bikes did we sell last month?')).toContainEqual(
    sales({
      ...{ measures: ['products_sold'], period: 'last month' },
      filters: [{ dimension: 'category', op: 'is', values: ['Bikes'] }],
    }),
  );
});
