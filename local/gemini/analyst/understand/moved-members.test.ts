import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { runMoves } from '../test-moves.ts';
import { compared, readsOf } from '../test-reads.ts';

const tell = async (...questions: string[]) => (await askAnalyst(questions, runMoves)).at(-1)?.text ?? '';

test.each(['In which categories did sales fall last month?', 'Which categories fell last month?'])(
  '%j tells those that fell',
  async (question) => {
    expect(await tell(question)).toMatch(/^\*\*Lamps fell most/);
  },
);

test.each([
  'Did any category fall last month?',
  'Are there categories that fell last month?',
  'Any categories falling last month?',
])('%j tells whether and which', async (question) => {
  const text = await tell(question);
  expect(text).not.toMatch(/No,|did not fall/);
  expect(text).toMatch(/2 categories fell/);
});

test.each([
  'Revenue by category last month. Any that fell?',
  'Revenue by category last month. Did any fall?',
])('%j tells the rows, and those that fell', async (question) => {
  const [rows, moved] = await readsOf([question], runMoves);
  expect(rows?.name).toBe('query_sales');
  expect(moved).toMatchObject(compared({ dimension: 'category' }));
});

test.each(['Did Bikes or Helmets grow faster last month?', 'Which is growing faster, Bikes or Helmets?'])(
  '%j is led by the one that did',
  async (question) => {
    expect(await tell(question)).toMatch(/^\*\*Bikes grew fastest/);
  },
);

test('what grows faster is judged by the rate', async () => {
  expect(await tell('Did Bikes grow faster than Helmets last month?')).toMatch(/^\*\*Yes, Bikes/);
});
