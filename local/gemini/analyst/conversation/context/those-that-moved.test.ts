import { expect, test } from 'vitest';
import { runMoves } from '../../test-moves.ts';
import { is, readsOf, sales } from '../../test-reads.ts';

test.each([
  ['which categories grew last month?', ['Bikes', 'Gloves']],
  ['which categories fell last month?', ['Lamps', 'Helmets']],
])('"which of them …?", after "%s", is of those that moved that way', async (asked, names) => {
  const [read] = await readsOf([asked, 'which of them have a margin rate above 30%?'], runMoves);
  expect(read).toMatchObject(sales({ filters: is('category', ...names) }));
});
