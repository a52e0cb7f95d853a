import type { Column } from '@tallyboard/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroundedResult } from './grounded-result.ts';
import { proveFigures } from './prove-figures.ts';
import {
  dimension,
  measure,
  month,
  prove as proveIn,
  revenue,
  toResult,
  units,
} from './testing/test-results.ts';

const margin = measure('margin_rate', 'fraction', false);

const byMonth = toResult(
  [month, revenue, units, margin],
  [
    ['2026-08-01', 812_345.5, 4021, 0.412],
    ['2026-09-01', 934_120.25, 4410, 0.398],
    ['2026-10-01', 1_204_877.75, 5832, 0.4265],
  ],
);
const byRegion = toResult(
  [dimension('region'), revenue],
  [
    ['North', 523_411],
    ['South', 311_902],
    ['East', 187_230],
    ['West', 99_771],
  ],
);

const prove = (text: string, results = [byMonth], question = 'q') => proveIn(text, results, question);

test.each([
  ['Revenue was $1,204,878 in October.', 'cell'],
  ['Revenue was $1.2M in October.', 'cell'],
  ['Revenue was about $1,205,000 in October.', 'cell'],
  ['Revenue was 1,204,877.75 USD in October.', 'cell'],
  ['Margin was 42.7% in October.', 'cell'],
  ['Revenue rose 29.0% from September to October.', 'change'],
  ['- Oct 2026: (+29.0%)', 'change'],
  ['October was 29.0% higher than September.', 'change'],
  ['September was 22.5% lower than October.', 'change'],
  ['Costs fell, but October revenue grew by 29.0% on September.', 'change'],
  ['Revenue rose by $270,758 from September to October.', 'difference'],
  ['Margin rose 2.9 percentage points from September to October.', 'points'],
  ['All months together made $2,951,344.', 'sum'],
  ['The mean is $983,781 a month.', 'mean'],
  ['October made 40.8% of it.', 'share'],
  ['Over 3 months in all.', 'count'],
  ['In October each unit brought $206.60.', 'ratio'],
  ['October was 1.48x August.', 'ratio'],
])('%s is proved', (text, formula) => {
  const [figure, ...rest] = prove(text);
  expect(rest).toEqual([]);
  expect(formula === 'points' ? 'difference' : formula).toBe(figure?.[1]);
});

test.each([
  'Revenue fell 29.0% from September to October.',
  'October was 29.0% lower than September.',
  'October revenue was down by 29.0% on September.',
  'September was 22.5% higher than October.',
  'Revenue was $1,204,978 in October.',
  'Revenue was $1.3M in October.',
  'Margin was 43.7% in October.',
  'Revenue rose 31.0% from September to October.',
  'Revenue fell by $271,758 from September to October.',
  'All months together made $2,951,444.',
  'Revenue was 1.2% in October.',
  'Margin was $0.43 in October.',
  'Revenue was −$1,204,878 in October.',
  'Sales will reach $5,000,000 next year.',
])('%s is not proved', (text) => {
  expect(prove(text)).toEqual([[expect.any(String), false]]);
});

test.each([
  ['North and South made 74.4% together.', 'share'],
  ['The top three made $1,022,543.', 'sum'],
  ['North is $211,509 ahead of South.', 'difference'],
  ['North leads with 46.6% of the $1,122,314 total.', 'share'],
  ['All but North made 53.4%.', 'remaining share'],
  ['There are 4 regions.', 'count'],
])('%s is proved by region', (text, formula) => {
  expect(prove(text, [byRegion])[0]?.[1]).toBe(formula);
});

test('no total is proved where rows were cut, nor of a column that is not summable', () => {
  expect(prove('In all $1,122,314.', [{ ...byRegion, rowsCut: 5 }])).toEqual([['$1,122,314', false]]);
  const stock = toResult(
    [month, measure('on_hand', 'units', false)],
    [
      ['2026-08-01', 4123],
      ['2026-09-01', 5234],
    ],
  );
  expect(prove('In all 9,357 units.', [stock])).toEqual([['9,357', false]]);
});

test('what a limit kept back is neither counted nor part of a total', () => {
  const limited = { ...byRegion, limited: true };
  expect(prove('There are 4 regions; North made 46.6%.', [limited])).toEqual([
    ['4', false],
    ['46.6%', false],
  ]);
  expect(prove('Together these made $1,122,314.', [limited])).toEqual([['$1,122,314', 'sum']]);
});

test('figures across two results of one measure are proved', () => {
  const last = toResult([revenue], [[812_345.5]]);
  const now = toResult([revenue], [[934_120.25]], { resultId: 'r2' });
  expect(prove('Revenue rose 15.0%, by $121,775, to $934,120.', [last, now])).toEqual([
    ['15.0%', 'change'],
    ['$121,775', 'difference'],
    ['$934,120', 'cell'],
  ]);
});

test('sums of a member or a period in a longer result are proved', () => {
  const rows: GroundedResult['rows'] = ['2026-08-01', '2026-09-01', '2026-10-01'].flatMap((day, i) =>
    ['North', 'South'].map((region, j) => [day, region, 1000 * (i + 1) + 377 * (j + 1) * (i + 2)]),
  );
  const result = toResult([month, dimension('region'), revenue], rows);
  expect(prove('- North: $1,754 in August, $4,508 in October (+157.0%)', [result])).toEqual([
    ['$1,754', 'cell'],
    ['$4,508', 'cell'],
    ['+157.0%', 'change'],
  ]);
  expect(prove('Revenue rose from $4,262 in August to $11,655 in October.', [result])).toEqual([
    ['$4,262', 'sum'],
    ['$11,655', 'sum'],
  ]);
  expect(prove('South made $12,786 in all.', [result])).toEqual([['$12,786', 'sum']]);
});

test.each([
  ['Revenue was seven million dollars in October.', false],
  ['Revenue was one million dollars in October.', 'cell'],
  ['Revenue rose by ninety-one percent from September to October.', false],
  ['Revenue rose by twenty-nine percent from September to October.', 'change'],
  ['In October it was `$5,000,000`.', false],
  ['Revenue was ５,０００,０００ in October.', false],
  ['Revenue was ٤٨٣ in October.', false],
  ['| October | $5,000,000 |', false],
  ['Next you could ask why October made $5,000,000.', false],
])('in words, code, tables and other digits: %s', (text, formula) => {
  expect(prove(text)).toEqual([[expect.any(String), formula]]);
});

test.each([
  '`r1`',
  '`revenue_2026`',
  'one of the three months',
  'hundreds of units',
  'the ninety days before',
])('%s is no figure', (text) => {
  expect(prove(`It is in ${text}.`)).toEqual([]);
});

test('a number of the question is a bound where the answer uses it so, and a figure where the answer states it', () => {
  const question = 'Revenue was $5,000,000 in October, up 12%, right? And what is below 100?';
  expect(prove('Yes, revenue was $5,000,000 in October.', [byMonth], question)).toEqual([
    ['$5,000,000', false],
  ]);
  expect(prove('Yes, up 12% in October.', [byMonth], question)).toEqual([['12%', false]]);
  expect(prove('Nothing is below 100, and none has 100 or less.', [byMonth], question)).toEqual([]);
  expect(prove('It was not $5,000,000 but $1,204,878 in October.', [byMonth], question)).toEqual([
    ['$1,204,878', 'cell'],
  ]);
  const months = 'Compare the last 12 months';
  expect(prove('Revenue rose 12% in October.', [byMonth], months)).toEqual([['12%', false]]);
});

test('in a long result an explanation proves a short number only where the row is named', () => {
  const why: Column = { ...dimension('why'), role: 'detail' };
  const rows = Array.from({ length: 60 }, (_, n) => [
    `Product ${String.fromCharCode(65 + (n % 26))}${n < 26 ? 'a' : n < 52 ? 'b' : 'c'}`,
    1000 + 7 * n,
    `Order ${n + 20}, for ${4_321 + n} a year`,
  ]);
  const long = toResult([dimension('product'), units, why], rows);
  const short = toResult(long.columns, rows.slice(0, 40));
  const proved = (text: string, result: GroundedResult) => prove(text, [result]).map((figure) => figure[1]);
  expect(proved('Product Kb needs 56.', long)).toEqual(['note']);
  expect(proved('It needs 56.', long)).toEqual([false]);
  expect(proved('It needs 56.', short)).toEqual(['note']);
  expect(proved('It sells 4,357 a year.', long)).toEqual(['note']);
});

test('numbers of the question, of names and of notes are not held against the answer', () => {
  const result = toResult(
    [dimension('product'), units],
    [
      ['Trail Bike 500', 80],
      ['Helmet 2', 45],
    ],
    {
      notes: ['A service level of 95% is assumed.'],
    },
  );
  const text = '2 products are below 100: Trail Bike 500 has 80, Helmet 2 has 45. The service level is 95%.';
  expect(prove(text, [result], 'what is below 100?')).toEqual([
    ['2', 'count'],
    ['80', 'cell'],
    ['45', 'cell'],
    ['95%', 'note'],
  ]);
});

test('a figure that is, begins or ends like a name of digits is held to proof all the same', () => {
  const scope = {
    ...toResult([revenue], []).scope,
    warehouses: { all: true, ids: ['9', '60'], names: ['4'] },
  };
  const result = toResult([dimension('size'), revenue], [['7', 7_688_537]], { scope });
  const text = '- 7: $7,688,538, 60.4% more than 9; it was 4.5 %, -7 or $4 before.';
  expect(prove(text, [result])).toEqual(
    ['$7,688,538', '60.4%', '9', '4.5 %', '-7', '$4'].map((figure) => [figure, false]),
  );
});

test('a count below a number that the question names is proved', () => {
  const result = toResult(
    [dimension('product'), units],
    [
      ['a', 80],
      ['b', 45],
      ['c', 145],
      ['d', 12],
      ['e', 99],
    ],
  );
  expect(prove('Four: 4 products.', [result], 'how many are below 100?')).toEqual([['4', 'count']]);
});

test('a share of a month is proved for each month of a year, May too', () => {
  const days = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}-01`);
  const parts = ['Garden', 'Home', 'Tools'];
  const rows = days.flatMap((day, at) => parts.map((part, of) => [day, part, 1000 + 37 * at + 211 * of]));
  const result = toResult([month, dimension('category'), revenue], rows);
  const name = (day: string) => new Date(day).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  const unproved = days.filter((day, at) => {
    const own = 1000 + 37 * at;
    const text = `- ${name(day)} 2025: ${((100 * own) / (3 * own + 633)).toFixed(1)}% (of $${(3 * own + 633).toLocaleString('en-US')})`;
    return proveFigures({ text, question: 'q', results: [result] }).some(({ proved }) => !proved);
  });
  expect(unproved).toEqual([]);
});

test('without a result nothing is proved', () => {
  expect(prove('Revenue was $1,204,878.', [])).toEqual([['$1,204,878', false]]);
});

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
const money = (value: number, digits: number) =>
  value.toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
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
    return { result, formula, value, format, place: `for ${months[a]} beside ${months[b]}` };
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

test('what is left of a total is proved by what the passage leaves out', () => {
  expect(prove('North and South made $835,313; the others made $287,001.', [byRegion])).toEqual([
    ['$835,313', 'sum'],
    ['$287,001', 'remaining sum'],
  ]);
  expect(prove('North and South made $835,313; the others made $287,101.', [byRegion]).at(-1)).toEqual([
    '$287,101',
    false,
  ]);
});

test('the share of what a limit kept is proved from the total of another result', () => {
  const top = { ...byRegion, limited: true };
  const all = toResult([revenue], [[2_000_000]], { resultId: 'r2' });
  expect(prove('Together these made 56.1% of the total.', [top, all])).toEqual([['56.1%', 'share']]);
  expect(prove('Together these made 57.1% of the total.', [top, all])).toEqual([['57.1%', false]]);
});

test('10,000 rows are proved in time', () => {
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
  const startedAt = performance.now();
  const figures = prove(lines.join('\n'), [result]);
  const tookMs = performance.now() - startedAt;
  expect(figures).toHaveLength(100);
  expect(figures.every(([, formula]) => formula === 'cell')).toBe(true);
  expect(tookMs).toBeLessThan(10_000);
});

test('a figure is a share of another column of its row only where the words name that column', () => {
  const returns = { ...revenue, name: 'returns', label: 'Returns' };
  const result = toResult(
    [dimension('channel'), returns, revenue],
    [
      ['online', 49, 1000],
      ['store', 19, 1000],
    ],
  );
  expect(prove('- online: 4.9% of revenue', [result])).toEqual([['4.9%', 'share']]);
  expect(prove('- online: 1.9% of revenue', [result])).toEqual([['1.9%', false]]);
  expect(prove('- online: 4.9% more', [result])).toEqual([['4.9%', false]]);
});

test('counts are divided where the words do so, and a row is set against the sum of what it is part of', () => {
  const bySegment = toResult(
    [dimension('segment'), measure('orders', 'count'), measure('customers', 'count')],
    [
      ['Contractor', 10_398, 187],
      ['Retailer', 3_194, 120],
    ],
  );
  expect(prove('Contractor: 55.6 orders per customer.', [bySegment])).toEqual([['55.6', 'ratio']]);
  expect(prove('Contractor: 55.6 orders.', [bySegment])).toEqual([['55.6', false]]);
  const byChannel = toResult(
    [dimension('category'), dimension('channel'), revenue],
    [
      ['Tools', 'wholesale', 480],
      ['Tools', 'store', 520],
      ['Home', 'wholesale', 900],
      ['Home', 'store', 1100],
    ],
  );
  expect(prove('Wholesale made 48.0% of Tools.', [byChannel])).toEqual([['48.0%', 'share']]);
  expect(prove('Wholesale made 47.0% of Tools.', [byChannel])).toEqual([['47.0%', false]]);
});

test.each(['1 ', '"1" ', 'a-', 'a hundred ', 'twenty-', '`1` ', '$1,234.5 in October. ', '1 or more, '])(
  '60,000 characters of %j hold nobody up, and what is past 400 figures stays unproved',
  (unit) => {
    const text = unit.repeat(Math.ceil(60_000 / unit.length));
    const startedAt = performance.now();
    const figures = proveFigures({ text, question: text.slice(0, 4_000), results: [byMonth, byRegion] });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect(figures.slice(400).every(({ proved }) => !proved)).toBe(true);
  },
);

test('many passages over many rows end in time; what was not looked at stays unproved', () => {
  const large = (resultId: string) => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [`Bike ${row}`, 1000 + row]);
    return toResult([dimension('product'), revenue], rows, { resultId });
  };
  const results = Array.from({ length: 10 }, (_, index) => large(`r${index + 1}`));
  const text = Array.from({ length: 400 }, (_, row) => `- Bike ${row} made $${1000 + row}`).join('\n');
  const startedAt = performance.now();
  const figures = proveFigures({ text, question: 'q', results });
  expect(performance.now() - startedAt).toBeLessThan(15_000);
  expect(figures).toHaveLength(400);
  expect(figures[0]?.proved).toBe(true);
  expect(figures[399]?.proved).toBe(false);
});
