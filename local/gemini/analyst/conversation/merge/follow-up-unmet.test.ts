import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';

test.each([
  [['transfers to Northgate last month', 'where from?']],
  [['transfers to Northgate last month', 'where did they come from?']],
  [['which products do Retail customers buy most?', 'and Online?', 'which ones do both buy?']],
  [['is Bikes growing faster than Helmets?', 'by how much over the last two years?']],
  [['revenue by category and month this year', 'anyone falling?']],
  [['revenue by category and month this year', 'is anything declining?']],
])('%j is told by no figure, and refused', async (questions) => {
  expect((await askAnalyst(questions)).at(-1)?.calls).toEqual([]);
});

test.each([
  [['what did we pay for flurbs?', 'at what cost?']],
  [['which gizmos are parked in Eastfield?', 'sorted by cost']],
  [['how many gizmos are parked since March?', 'how much money is tied up?']],
])('%j leans on what was not understood', async (questions) => {
  expect((await askAnalyst(questions)).at(-1)?.text).toContain('I did not understand');
});

test('too much of something is no word that leans on anything', async () => {
  const turns = await askAnalyst(['what is zooming?', 'which products have too much stock?']);
  expect(turns.at(-1)?.text).not.toContain('I did not understand');
});
