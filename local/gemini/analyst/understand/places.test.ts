import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { monthly, reads, sales, top } from '../test-reads.ts';

const year = { period: '2025' };
const ranked = { orderBy: { by: 'revenue', direction: 'desc' } };
const products = (limit: number) =>
  sales({ measures: ['revenue'], dimensions: ['product'], ...year, ...top('revenue', limit) });

test.each([
  [['third and fourth best product in 2025'], products(10)],
  [['products ranked 11 to 20 in 2025'], products(20)],
  [['top products in 2025', 'ranks 11 to 20'], products(20)],
  [['11th best product in 2025'], products(11)],
  [['second best product in 2025', 'third'], products(10)],
  // Of both ends all is read.
  [
    ['best and worst category in 2025'],
    sales({ measures: ['revenue'], dimensions: ['category'], ...year, ...ranked }),
  ],
  [
    ['the top 3 and the bottom 3 products in 2025'],
    sales({ measures: ['revenue'], dimensions: ['product'], ...year, ...ranked }),
  ],
  [
    ['which category sold best and which sold worst in 2025'],
    sales({ measures: ['revenue'], dimensions: ['category'], ...year, ...ranked }),
  ],
  [['best and worst month in 2025'], monthly({ ...year, measures: ['revenue'] })],
])('%j', async (asked, expected) => {
  expect(await reads(...asked)).toEqual([expected]);
});

const answer = async (...questions: string[]) => (await askAnalyst(questions)).at(-1)?.text ?? '';

test('both ends are told, and places with their numbers', async () => {
  expect(await answer('best and worst category in 2025')).toMatch(/is highest with .* is lowest with/);
  expect(await answer('best and worst month in 2025')).toMatch(/is highest with .* is lowest with/);
  expect(await answer('second and third best category in 2025')).toMatch(
    /Second and third from the top[\s\S]*\n2\. [\s\S]*\n3\. /,
  );
});

test('what is neither a stretch of places nor both ends of one ranking is refused', async () => {
  for (const question of [
    'second and fifth best product in 2025',
    'best and worst product in each category in 2025',
    'the highest return rate and the lowest margin by category in 2025',
  ])
    expect(await reads(question)).toEqual([]);
});
