import { expect, test } from 'vitest';
import { askAnalyst } from './test-analyst.ts';

/** What is asked, and what may be added to it: each changes the question. */
const added = [
  'in March 2024',
  'each month',
  'by day',
  'by category',
  'by supplier',
  'for Bikes',
  'without Bikes',
  'compared with last year',
  'on weekends',
  'in the morning',
  'that are out of stock',
  'per order',
  'per employee',
  'for new customers',
  'with free shipping',
  'lowest first',
  'at full price',
  'at least twice',
  'owed to us',
  'of our own brands',
  'paid in cash',
];

/** Where the addition says what is so in any case, or the contrary of what is asked; a list that is empty here has no groups. */
const idle: Record<string, string[]> = {
  'slow movers': ['by category'],
  'spend by vendor this year': ['by supplier'],
  'top 5 products by revenue last month': ['lowest first'],
};

test.each([
  'what should I reorder',
  'slow movers',
  'class A products',
  'revenue last month',
  'number of orders last month',
  'stock by warehouse',
  'open purchase orders',
  'spend by vendor this year',
  'top 5 products by revenue last month',
])('"%s": nothing that is added is left out without a word', async (question) => {
  const [plain] = await askAnalyst([question]);
  const ask = async (more: string) => (await askAnalyst([`${question} ${more}`]))[0];
  const unheeded = [];
  for (const more of added) {
    const turn = await ask(more);
    const isSame = turn?.text === plain?.text && JSON.stringify(turn?.calls) === JSON.stringify(plain?.calls);
    if (isSame && !idle[question]?.includes(more)) unheeded.push(more);
  }
  expect(unheeded).toEqual([]);
});
