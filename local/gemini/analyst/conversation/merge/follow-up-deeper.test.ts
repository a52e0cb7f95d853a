import { expect, test } from 'vitest';
import { compared, is, monthly, reads, sales } from '../../test-reads.ts';

const month = { measures: ['revenue'], period: 'last month' };

test.each<[string[], object]>([
  [
    ['revenue by category last month', 'go one level deeper for Bikes'],
    sales({ ...month, dimensions: ['subcategory'], filters: is('category', 'Bikes') }),
  ],
  [
    ['revenue by category last month', 'break Bikes down further'],
    sales({ ...month, dimensions: ['subcategory'], filters: is('category', 'Bikes') }),
  ],
  [
    ['revenue by category last month', 'deeper', 'one more level down'],
    sales({ ...month, dimensions: ['product'] }),
  ],
  [
    ['which category grew most in October against September?', 'drill down into Bikes'],
    compared({
      ...{ measures: ['revenue'], dimension: 'subcategory' },
      ...{ period: '2026-10', compareTo: '2026-09', filters: is('category', 'Bikes') },
    }),
  ],
])('%j splits by what the last split is made of', async (questions, expected) => {
  const [read] = await reads(...questions);
  expect(read).toMatchObject(expected);
});

test.each([
  'what share of all that month’s buyers is that?',
  'what share of customers is that?',
  'and the share of new customers?',
])('"%s" after new customers by month is their share in each', async (followUp) => {
  const [read] = await reads('new customers by month in 2025', followUp);
  expect(read).toMatchObject(monthly({ measures: ['new_customer_share'], period: '2025' }));
});
