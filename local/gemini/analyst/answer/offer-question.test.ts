import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';

test.each([
  ['revenue of flurbs by category in June', 'What was the revenue by category in June 2026?'],
  [
    'top 3 products by units sold last month that sneezed',
    'Which three products had the highest units sold in October 2026?',
  ],
  ['how many orders came in by sheer luck in 2025, by channel', 'What were the orders by channel in 2025?'],
  ['revenue of flurbs by channel since July', 'What was the revenue by channel since July 2026?'],
  ['what stock of flurbs is in Northgate', 'What was on hand for Northgate?'],
])('of "%s" is offered what can be answered, and the offer is', async (question, offer) => {
  const [refused] = await askAnalyst([question]);
  expect(refused?.text).toContain(`The nearest question that I can answer: "${offer}"`);
  const [taken] = await askAnalyst([offer]);
  expect(taken?.text).toMatch(/^\*\*/);
});

test('what a follow-up leaves of the last question is offered with it', async () => {
  const turns = await askAnalyst(['revenue by region last month', 'only the mainly rural ones']);
  expect(turns.at(-1)?.text).toContain('"What was the revenue by region in October 2026?"');
});

test('a word of English is not taken for a name misspelt', async () => {
  const [refused] = await askAnalyst(['which products take us longest to sell out (days of cover)?']);
  expect(refused?.text).toContain('I do not know "longest"');
  expect(refused?.text).not.toContain('nearest name');
});

test('nothing is offered of a question that says more than a sentence could repeat', async () => {
  const [refused] = await askAnalyst(['revenue of flurbs by category, products with a margin below 20 %']);
  expect(refused?.text).not.toContain('nearest question');
});
