import { expect, test } from 'vitest';
import { dimension, measure, prove, revenue, toResult, units } from './testing/test-results.ts';

const outOfStock = toResult([measure('products_out_of_stock', 'count')], [[112]]);
const byRegion = toResult(
  [dimension('region'), revenue],
  [
    ['East', 1_110_000],
    ['North', 840_000],
    ['West', 731_000],
  ],
);
const byProduct = toResult(
  [dimension('product'), units],
  [
    ['Helmet', 80],
    ['Lamp', 45],
  ],
);

test.each([
  ['Are more than 500 products out of stock?', 'Yes, more than 500 products are out of stock.', '500'],
  ['Are more than 500 products out of stock?', 'Yes, 500 or more products are out of stock.', '500'],
  ['Are there more than 500 out of stock?', 'Yes, we have more than 500 of them.', '500'],
  ['Is it true that more than 500 are out?', 'The rows show that more than 500 are out.', '500'],
])('%s %s is a figure, and not proved by 112', (question, text, figure) => {
  expect(prove(text, [outOfStock], question)).toEqual([[figure, false]]);
});

test.each([
  'Yes: revenue was above $900,000 in every region.',
  'Yes: revenue stayed above $900,000 in every region.',
  'All 3 regions had revenue above $900,000.',
  'Every region had revenue above $900,000, but West had the least.',
  'North leads with more than $900,000.',
  'West, with revenue above $900,000, is last.',
  'West had revenue above $900,000.',
  'East and West both had revenue above $900,000.',
  'All regions except West had revenue above $900,000.',
  'In 2026 revenue was above $900,000 in the West.',
])('a bound that the question suggests and the rows deny is not confirmed: %s', (text) => {
  const figures = prove(text, [byRegion], 'Was revenue above $900,000 in every region?');
  expect(figures.at(-1)).toEqual(['$900,000', false]);
});

test.each([
  ['Was revenue above $700,000 in every region?', 'Yes: revenue was above $700,000 in every region.'],
  ['Was revenue above $900,000 in the East?', 'Yes, East had revenue above $900,000.'],
  ['Was revenue below $1 million in the West?', 'Yes, revenue in the West was below $1 million.'],
  ['Which regions made over $800,000?', 'East and North both made more than $800,000 in revenue.'],
  ['Which regions made over $800,000?', 'All but West made more than $800,000.'],
  ['Which regions made over $800,000?', 'All regions except West made more than $800,000.'],
  ['Did any region make $731,000 or less?', 'Yes, West had revenue of $731,000 or less.'],
])('a bound that holds for the rows it is told of is proved: %s', (question, text) => {
  expect(prove(text, [byRegion], question)).toEqual([[expect.any(String), 'cell']]);
});

test.each([
  'Two products are below 100.',
  'Nothing is above 100.',
  'Products below 100: Helmet and Lamp.',
  'Helmet and Lamp are the products that have less than 100.',
  'Helmet is among the products with fewer than 100.',
  'I do not know what to make of "below 100".',
  '**On hand below 100: 2**',
])('what is listed or counted by the bound of the question states no figure by it: %s', (text) => {
  const figures = prove(text, [byProduct], 'which are below 100?').filter(([figure]) => figure === '100');
  expect(figures).toEqual([]);
});

test.each([
  ['The following 250 products are out of stock.', ['250']],
  ['On hand: 2040 in the North, and 1950 in the South.', ['2040', '1950']],
  ['The next 12 months, the top 10 and the last 30 days of Q3 2025, against 2024.', []],
  ['Over the same days of 2025, in late 2024 and as of 2023.', []],
  ['- 2025: up on 2024, and 2023 (2022: none); Nov 2025, compared with **2021**', []],
])('of time and rank only what words set so is no figure: %s', (text, figures) => {
  expect(prove(text, [byProduct]).map(([figure]) => figure)).toEqual(figures);
});
