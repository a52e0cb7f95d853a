import { expect, test } from 'vitest';
import { reads, sales } from '../test-reads.ts';

const ranked = (measure: string, op: string, value: number, limit?: number) =>
  sales({
    measures: ['margin_rate', measure],
    dimensions: ['brand'],
    period: 'last month',
    orderBy: { by: 'margin_rate', direction: 'desc' },
    ...(limit !== undefined && { limit }),
    having: [{ measure, op, value }],
  });
const best = (measure: string, op: string, value: number) => ranked(measure, op, value, 5);

test.each([
  ['Leave out anything with less than 50k of revenue.', best('revenue', 'at_least', 50_000)],
  ['Ignore those with fewer than 100 units.', best('units', 'at_least', 100)],
  ['Forget everything under 100 units.', best('units', 'at_least', 100)],
  ["Don't count brands whose revenue is above 50k.", best('revenue', 'at_most', 50_000)],
  ['At least 50k revenue.', best('revenue', 'at_least', 50_000)],
  ['They should have at least 50k revenue.', best('revenue', 'at_least', 50_000)],
  ['Minimum revenue 50k.', best('revenue', 'at_least', 50_000)],
  ['I only care about those above 50k revenue.', best('revenue', 'above', 50_000)],
])('"%s" after a ranking is a bound on it', async (sentence, expected) => {
  const asked = await reads(`Which 5 brands had the best margin rate last month? ${sentence}`);
  expect(asked).toEqual([expected]);
});

test.each([
  ['only those with more than 500 units', 'above'],
  ['leave out those with fewer than 500 units', 'at_least'],
  ['without anything below 500 units', 'at_least'],
])('"%s" after a ranking keeps its figure', async (followUp, op) => {
  expect(await reads('brands by margin rate last month, best first', followUp)).toEqual([
    ranked('units', op, 500),
  ]);
});

test('deliveries that bound suppliers are lines received', async () => {
  const [read] = await reads(
    'suppliers with the longest lead time last month. Only those with over 10 deliveries.',
  );
  expect(read?.args).toMatchObject({ having: [{ measure: 'received_lines', op: 'above', value: 10 }] });
});
