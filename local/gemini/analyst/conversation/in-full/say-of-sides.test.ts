import { expect, test } from 'vitest';
import { is, monthly, reads, sales } from '../../test-reads.ts';

const both = is('category', 'Bikes', 'Helmets');
const apart = 'Bikes vs Helmets last month';

test.each([
  [
    [apart, 'which has the best margin?'],
    sales({ measures: ['margin_rate'], dimensions: ['category'], period: 'last month', filters: both }),
  ],
  [
    [apart, 'and which one sells more units?'],
    sales({ measures: ['units'], dimensions: ['category'], period: 'last month', filters: both }),
  ],
  [
    [apart, 'which had the highest margin rate?', 'and which sold fewer units?'],
    sales({ measures: ['units'], dimensions: ['category'], period: 'last month', filters: both }),
  ],
  [
    ['revenue by month this year', 'which had the best margin?'],
    monthly({ measures: ['margin_rate'], period: 'year to date' }),
  ],
])('%j: what was told is asked about, and no product', async (questions, expected) => {
  const [read] = await reads(...questions);
  expect(read).toMatchObject(expected);
});

test('months of a running year are asked about in that time, by the figure that is named', async () => {
  const [read] = await reads('revenue by month this year', 'and which one sells more units?');
  expect(read).toMatchObject(monthly({ measures: ['units'], period: 'year to date' }));
});
