import { expect, test } from 'vitest';
import { reads, stock } from '../test-reads.ts';

test.each([
  ['How has stock value changed this year?', 'stock_value', '2025-12-31'],
  ['Did stock rise since the beginning of the year?', 'on_hand', '2025-12-31'],
  ['How did stock value change this month?', 'stock_value', '2026-10-31'],
])('"%s" is set against the day before it began', async (question, measure, day) => {
  const asked = await reads(question);
  expect(asked).toContainEqual(stock({ measures: [measure], period: 'today' }));
  expect(asked).toContainEqual(stock({ measures: [measure], period: day }));
});

test('"stock value this year against last year" keeps the year it is set against', async () => {
  expect(
    JSON.stringify(await reads('stock value this year compared with the same days last year')),
  ).not.toContain('2025-12-31');
});

test.each([
  ['Which products have not sold for more than six months?', 'last 182 days'],
  ['products in stock for over a year without a sale', 'last 365 days'],
])('"%s" had no sale in those days', async (question, period) => {
  expect(await reads(question)).toContainEqual(
    stock(expect.objectContaining({ measures: ['unsold_units', 'unsold_value'], period })),
  );
});
