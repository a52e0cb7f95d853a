import { expect, test } from 'vitest';
import { bySale, dimension, measure, month, prove, revenue, toResult } from './testing/test-results.ts';

const margin = measure('gross_margin', 'currency');
test.each([
  'East made over $1.2M.',
  'North made more than $2 million.',
  'East gave less than 5% away.',
  'West made under $700,000.',
  'West made at most $700,000.',
  'North made no less than $2 million.',
  'East made at least **$1.2M**.',
])('a bound is not proved by a value on its other side: %s', (text) => {
  expect(prove(text, [bySale])).toEqual([[expect.any(String), false]]);
});

test.each([
  'East made over $1.1M.',
  'North made more than $1.8 million, and less than $1.9 million.',
  'East gave less than 6% away.',
  'West made under $800,000, and not more than $770,000.',
  'West made about $800,000, or just over $760,000.',
  'North made more than $1,850,000.',
])('a bound is proved by a value a little beyond it: %s', (text) => {
  const figures = prove(text, [bySale]);
  expect(figures.filter(([, formula]) => formula !== 'cell')).toEqual([]);
  expect(figures).not.toEqual([]);
});

const noted = toResult([dimension('region'), revenue], [['East', 5_000_000]], {
  notes: [
    'The data runs to 23 Nov 2026.',
    'Demand is that of the 91 days before.',
    'Holding costs $25 a year.',
  ],
});

test.each([
  '23 products are out of stock.',
  'Returns came to $2,026.',
  'East lost $91.',
  'East sold 2,026 units.',
])('the dates and settings of a note prove nothing else: %s', (text) => {
  expect(prove(text, [noted])).toEqual([[expect.any(String), false]]);
});

test.each(['Demand is that of 91 days.', 'It costs $25 to hold.', 'It costs 25 dollars to hold.'])(
  'what a note says is proved: %s',
  (text) => {
    expect(prove(text, [noted])).toEqual([[expect.any(String), 'note']]);
  },
);

const byMargin = toResult(
  [dimension('region'), margin],
  [
    ['East', -52_310],
    ['North', 48_120],
  ],
);

test.each([
  'East earned a gross margin of $52,310.',
  'Gross margin was $52,310 in the East.',
  '- East: $52,310',
  'The worst loss is far from here. East earned $52,310.',
])('a loss is not proved as a profit: %s', (text) => {
  expect(prove(text, [byMargin])).toEqual([['$52,310', false]]);
});

test.each([
  'East lost $52,310.',
  'East made a loss of $52,310.',
  'East had a negative gross margin of $52,310.',
  'East is in the red by $52,310.',
  'Gross margin fell to −$52,310 in the East.',
  'The largest losses:\n- North\n- East: $52,310',
])('a loss that is told as one is proved: %s', (text) => {
  expect(prove(text, [byMargin])).toEqual([[expect.any(String), 'cell']]);
});

test('a sum or a mean below zero is a loss too', () => {
  const result = toResult(
    [dimension('region'), margin],
    [
      ['East', -52_310],
      ['North', -10_000],
    ],
  );
  expect(prove('Together they earned $62,310.', [result])).toEqual([['$62,310', false]]);
  expect(prove('Together they lost $62,310.', [result])).toEqual([['$62,310', 'sum']]);
});

test.each([
  'West had revenue of $1,110,000.',
  'West had the highest revenue, $4.2M.',
  '- West: $1,110,000',
  '| West | $4,200,000 | 12.0% |',
])('the value of one row is not proved as that of another one: %s', (text) => {
  expect(prove(text, [bySale])).toContainEqual([expect.stringContaining('$'), false]);
});

test.each([
  'The highest revenue was $4.2M.',
  'South leads with $4.2M; the runner-up made $1,850,000.',
  'West made $765,000 of it, the best region $4.2M.',
  'North made $1.85M, $2.35M less than South.',
  'West made less than the $1,110,000 of its neighbour.',
])(
  'the value of a row that is not named is proved where the passage does not tell it of a named one: %s',
  (text) => {
    expect(prove(text, [bySale])[0]).toEqual([expect.any(String), 'cell']);
  },
);

test('a month is no other month, and what may be is no May', () => {
  const result = toResult(
    [month, revenue],
    [
      ['2026-04-01', 812_345],
      ['2026-05-01', 934_120],
      ['2026-06-01', 1_204_877],
    ],
  );
  expect(prove('May 2026: $1,204,877', [result])).toEqual([['$1,204,877', false]]);
  expect(prove('May 2026: $934,120, after $812,345', [result]).map(([, formula]) => formula)).toEqual([
    'cell',
    'cell',
  ]);
  expect(prove('The most that you may see is $1,204,877.', [result])).toEqual([['$1,204,877', 'cell']]);
});

test('shares of a period add up within it', () => {
  const share = { ...measure('revenue_share', 'fraction', false), label: 'Share of revenue' };
  const result = toResult(
    [month, dimension('channel'), share],
    [
      ['2026-08-01', 'store', 1],
      ['2026-09-01', 'store', 0.55],
      ['2026-09-01', 'internet', 0.35],
    ],
  );
  expect(prove('September: 90.0%', [result])).toEqual([['90.0%', 'sum']]);
  expect(prove('September: 100.0%', [result])).toEqual([['100.0%', false]]);
});

test('a month in which one of several members has a row counts as a whole', () => {
  const byChannel = toResult(
    [month, dimension('channel'), revenue],
    [
      ['2026-01-01', 'reseller', 2_738_752.39],
      ['2026-01-01', 'internet', 1_274_378.67],
      ['2026-06-01', 'internet', 1_826_987.14],
    ],
  );
  const text = 'Revenue fell 54.5% from January 2026 to June 2026, from $4,013,131 to $1,826,987.';
  expect(prove(text, [byChannel]).map(([figure]) => figure)).toEqual(['54.5%', '$4,013,131', '$1,826,987']);
  expect(prove(text, [byChannel]).every(([, formula]) => formula !== false)).toBe(true);
});

test.each([
  'South made €4.2M.',
  'South made EUR 4,200,000.',
  'South made 4.2 million euros.',
  'South made CA$4.2M.',
  'South made four million euros.',
])('an amount in another currency is not proved: %s', (text) => {
  expect(prove(text, [bySale])).toEqual([[expect.any(String), false]]);
});

test.each([
  'South made $4.2M.',
  'South made US$4.2M.',
  'South made USD 4,200,000.',
  'South made 4.2 million dollars.',
])('an amount in the currency of the company is proved however it is named: %s', (text) => {
  expect(prove(text, [bySale])).toEqual([[expect.any(String), 'cell']]);
});

test.each(['East made half a million dollars.', 'East made a quarter of a million dollars.'])(
  'a part of a million is not proved as a million: %s',
  (text) => {
    expect(prove(text, [bySale])).toEqual([[expect.any(String), false]]);
  },
);
