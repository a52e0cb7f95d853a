import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { runMoves } from '../../test-moves.ts';
import { compared, is, reads, readsOf, sales } from '../../test-reads.ts';

test.each([
  ['which categories grew last month?', ['Bikes', 'Gloves']],
  ['which categories fell last month?', ['Lamps', 'Helmets']],
])('"which of them …?", after "%s", is of those that moved that way', async (asked, names) => {
  const [read] = await readsOf([asked, 'which of them have a margin rate above 30%?'], runMoves);
  expect(read).toMatchObject(sales({ filters: is('category', ...names) }));
});

test.each(['why is Bikes behind?', 'why is Bikes lagging?'])(
  '"%s", after a comparison, is why it fell',
  async (asked) => {
    const asks = ['revenue by category in October against October last year', asked];
    expect((await reads(...asks))[0]).toMatchObject(
      compared({ period: '2026-10', filters: is('category', 'Bikes') }),
    );
  },
);

test('which of them fell, of a comparison in which the whole rose, ranks those that fell', async () => {
  const asks = ['revenue by category in October against September', 'which categories fell?'];
  const turns = await askAnalyst(asks, runMoves);
  expect(turns.at(-1)?.text).toMatch(/^\*\*Lamps fell most/);
});

test('which rose, after those that fell, is of all of them', async () => {
  const asks = ['which categories fell in October against October last year?', 'and which rose?'];
  const [call] = await reads(...asks);
  expect(call).toMatchObject(compared({ dimension: 'category', period: '2026-10' }));
  expect(call?.args).not.toHaveProperty('filters');
});
