import { expect, test, vi } from 'vitest';
import type { GroundedResult } from './grounded-result.ts';
import { proveFigures } from './prove-figures.ts';
import {
  byMonth,
  byRegion,
  dimension,
  money,
  prove,
  revenue,
  toResult,
  units,
} from './testing/test-results.ts';

/** Work that grew with the square of the text would take many minutes. */
vi.setConfig({ testTimeout: 60_000 });

test('100 figures are proved from 10,000 rows', () => {
  const rows: GroundedResult['rows'] = Array.from({ length: 10_000 }, (_, i) => [
    `Product ${i} Line`,
    ['North', 'South', 'East', 'West'][i % 4] ?? '',
    ((i * 7919) % 100_003) + 0.37,
    (i * 31) % 997,
  ]);
  const result = toResult([dimension('product'), dimension('region'), revenue, units], rows);
  const lines = Array.from(
    { length: 100 },
    (_, i) => `- Product ${i * 90} Line: ${money(Number(rows[i * 90]?.[2]), 2)}`,
  );
  const figures = prove(lines.join('\n'), [result]);
  expect(figures).toHaveLength(100);
  expect(figures.every(([, formula]) => formula === 'cell')).toBe(true);
});

test.each([
  '1 ',
  '"1" ',
  'a-',
  'a hundred ',
  'twenty-',
  '`1` ',
  '$1,234.5 in October. ',
  '1 or more, ',
  '_',
  '_1 ',
])('60,000 characters of %j are read through, and what is past 400 figures stays unproved', (unit) => {
  const text = unit.repeat(Math.ceil(60_000 / unit.length));
  const figures = proveFigures({ text, question: text.slice(0, 4_000), results: [byMonth, byRegion] });
  expect(figures.slice(400).every(({ proved }) => !proved)).toBe(true);
});

test('of many passages over many rows what was not looked at stays unproved', () => {
  const large = (resultId: string) => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [`Bike ${row}`, 1000 + row]);
    return toResult([dimension('product'), revenue], rows, { resultId });
  };
  const results = Array.from({ length: 10 }, (_, index) => large(`r${index + 1}`));
  const text = Array.from({ length: 400 }, (_, row) => `- Bike ${row} made $${1000 + row}`).join('\n');
  const figures = proveFigures({ text, question: 'q', results });
  expect(figures).toHaveLength(400);
  expect(figures[0]?.proved).toBe(true);
  expect(figures[399]?.proved).toBe(false);
});
