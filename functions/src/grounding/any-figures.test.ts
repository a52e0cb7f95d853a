import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroundedResult } from './grounded-result.ts';
import { dimension, measure, money, month, prove, revenue, toResult, units } from './testing/test-results.ts';

const amount = fc.integer({ min: 1_000_000, max: 99_999_999 }).map((cents) => cents / 100);
const results = fc
  .tuple(
    fc.array(amount, { minLength: 3, maxLength: 12 }),
    fc.array(fc.integer({ min: 10_000, max: 999_999 }), { minLength: 12, maxLength: 12 }),
  )
  .map(([amounts, counts]) =>
    toResult(
      [month, revenue, units],
      amounts.map((value, row) => [`2025-${String(row + 1).padStart(2, '0')}-01`, value, counts[row] ?? 0]),
    ),
  );
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const percent = (value: number) => `${(value * 100).toFixed(1).replace('-', '−')}%`;

/** Sentences that state one figure by a formula over the cells. */
const sentences = fc
  .tuple(
    results,
    fc.nat(),
    fc.nat(),
    fc.constantFrom('cell', 'sum', 'difference', 'change', 'share', 'mean', 'short'),
    fc.constantFrom(0, 2),
  )
  .map(([result, first, second, formula, digits]) => {
    const at = (seed: number) => seed % result.rows.length;
    const a = at(first);
    const b = (a + 1 + (second % (result.rows.length - 1))) % result.rows.length;
    const cell = (row: number) => Number(result.rows[row]?.[1]);
    const sum = result.rows.reduce((total, row) => total + Number(row[1]), 0);
    const values: Record<string, [number, (value: number) => string]> = {
      cell: [cell(a), (value) => money(value, digits)],
      short: [cell(a), (value) => `$${(value / 1000).toFixed(1)}k`],
      sum: [sum, (value) => money(value, digits)],
      mean: [sum / result.rows.length, (value) => money(value, digits)],
      difference: [cell(a) - cell(b), (value) => money(value, digits)],
      change: [(cell(a) - cell(b)) / cell(b), percent],
      share: [cell(a) / sum, percent],
    };
    const [value, format] = values[formula] ?? [0, String];
    const word = formula === 'difference' || formula === 'change' ? 'against' : 'beside';
    return { result, formula, value, format, place: `for ${months[a]} ${word} ${months[b]}` };
  });

test('every figure that a formula over the cells gives is proved, rounded as shown', () => {
  fc.assert(
    fc.property(sentences, ({ result, value, format, place }) => {
      const text = `It was ${format(value)} ${place}.`;
      expect(prove(text, [result])).toEqual([[expect.any(String), expect.any(String)]]);
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('an amount that is off by more than its rounding is not proved', () => {
  const exact = sentences.filter(({ formula }) => !['change', 'share', 'short'].includes(formula));
  fc.assert(
    fc.property(exact, fc.double({ min: 0.003, max: 0.9, noNaN: true }), ({ result, value, place }, off) => {
      fc.pre(Math.abs(value * off) > 2);
      const text = `It was ${money(Math.abs(value) * (1 + off), 2)} ${place}.`;
      expect(prove(text, [result])).toEqual([[expect.any(String), false]]);
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('fewer than one in ten percentages that no formula gives is taken for proved', () => {
  const percents = fc.sample(fc.tuple(results, fc.integer({ min: 10, max: 990 })), { numRuns: 400, seed: 7 });
  const taken = percents.filter(([result, tenths]) => {
    const text = `Revenue rose ${(tenths / 10).toFixed(1)}% from February to March.`;
    return prove(text, [result])[0]?.[1] !== false;
  });
  expect(taken.length).toBeLessThan(40);
});

/** A ranking with each member's share of a total that is larger than what is shown. */
const rankings = fc
  .tuple(fc.array(amount, { minLength: 12, maxLength: 20 }), fc.integer({ min: 120, max: 900 }))
  .map(([amounts, percentOfShown]) => {
    const sorted = amounts.toSorted((a, b) => b - a);
    const shown = sorted.reduce((total, value) => total + value, 0);
    const total = (shown * (100 + percentOfShown)) / 100;
    const share = measure('revenue_share', 'fraction');
    const rows = sorted.map((value, row) => [`Item ${'abcdefghijklmnopqrst'[row]}`, value, value / total]);
    return toResult([dimension('product'), revenue, share], rows, { limited: true });
  });
const counts = fc.constantFrom(
  ...([
    [2, 'two'],
    [3, '3'],
    [6, 'six'],
    [7, 'seven'],
    [10, 'ten'],
  ] satisfies [number, string][]),
);
const sumOf = (result: GroundedResult, column: number, from: number, to: number) =>
  result.rows.slice(from, to).reduce((total, row) => total + Number(row[column]), 0);

test('the sum of the first or last rows, and of their shares, is proved where a passage names them', () => {
  fc.assert(
    fc.property(rankings, counts, fc.boolean(), (result, [count, word], isTop) => {
      const end = result.rows.length;
      const [from, to] = isTop ? [0, count] : [end - count, end];
      const [sum, share] = [sumOf(result, 1, from, to), sumOf(result, 2, from, to)];
      const text = `The ${isTop ? 'top' : 'bottom'} ${word} made ${money(sum, 0)}, which is ${percent(share)} of all revenue.`;
      const figures = prove(text, [result]).filter(([shown]) => /[$%]/.test(String(shown)));
      expect(figures).toEqual([
        [money(sum, 0), 'sum'],
        [percent(share), expect.any(String)],
      ]);
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('a sum of the first rows that is off is not proved, nor are most shares that are off by a point', () => {
  const samples = fc.sample(fc.tuple(rankings, counts), { numRuns: 200, seed: 7 });
  const taken = samples.filter(([result, [count, word]]) => {
    const sum = sumOf(result, 1, 0, count) * 1.013;
    expect(prove(`The top ${word} made ${money(sum, 2)}.`, [result]).at(-1)).toEqual([money(sum, 2), false]);
    const wrong = percent(sumOf(result, 2, 0, count) + 0.0104);
    return prove(`The top ${word} made ${wrong} of it.`, [result]).at(-1)?.[1] !== false;
  });
  expect(taken.length).toBeLessThan(20);
});
