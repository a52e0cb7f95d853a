import { expect, test } from 'vitest';
import { toReorderLines } from '../analytics/reorder-lines.ts';
import { reorderColumns, toReorderRow } from './reorder-columns.ts';

/** Why a product with a recorded point of 40 is to be reordered, where 40 is low enough for that. */
function explain(onHand: number): string {
  const product = ['P1', 'Oak Chair', 'SKU-1', 'WH-1', 'North', 'Acme'];
  const stock = [onHand, 0, 0, 40, 5, null, null, 91, 91];
  const terms = ['2026-08-24', 0, null, null, null, 10, 1, 1, 2.5, null, null, null, null, null];
  const { lines } = toReorderLines(
    [[...product, ...stock, ...terms]],
    { demand: { end: '2026-11-22', count: 91 }, isWholeCompany: true },
    { serviceLevels: { A: 0.98, B: 0.95, C: 0.9 }, reviewDays: 7, atPoint: true },
  );
  const [line] = lines;
  const column = reorderColumns.findIndex(({ name }) => name === 'reason');
  return line === undefined ? 'not listed' : String(toReorderRow(line)[column]);
}

test('a line below its point is said to be below it, and one at its point to be at it', () => {
  expect(explain(39)).toBe(
    'Position 39 is below the recorded point 40. 8 for up to 47: the recorded point and 7 days at 1 a day',
  );
  expect(explain(40)).toBe(
    'Position 40 is at the recorded point 40. 7 for up to 47: the recorded point and 7 days at 1 a day',
  );
  expect(explain(41)).toBe('not listed');
});
