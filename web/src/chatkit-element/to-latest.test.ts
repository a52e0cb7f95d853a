import { expect, test } from 'vitest';
import { exampleTurn } from '../../fixtures/example-turn.ts';
import { toThreadItems } from '../chatkit/to-thread.ts';
import { toLatest } from './to-latest.ts';

const turns = [1, 2, 3].map((number) =>
  exampleTurn({ turnId: `turn-000000000000000${number}`, status: 'completed', text: 'Yes.' }),
);
const items = toThreadItems(turns, 'en-GB');

test('the latest questions are kept whole, and those before are counted', () => {
  const latest = toLatest(items, 2);
  expect(latest.earlier).toBe(1);
  expect(latest.items[0]?.id).toBe('question.turn-0000000000000002');
  expect(latest.items).toHaveLength(6);
});

test('a short conversation is shown whole', () => {
  expect(toLatest(items, 3)).toEqual({ items, earlier: 0 });
  expect(toLatest([], 3)).toEqual({ items: [], earlier: 0 });
});
