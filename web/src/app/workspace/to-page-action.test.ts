import { expect, test } from 'vitest';
import { toPageAction } from './to-page-action.ts';

test('a press on what is shown opens the figure', () => {
  const payload = { turnId: 't1', visualizationId: 'v2' };
  expect(toPageAction('c1', { type: 'visualization.open', payload })).toEqual({
    kind: 'visualization',
    ...payload,
  });
});

test('a press on the SQL of an answer names the results of its turn', () => {
  const payload = { turnId: 't1', resultIds: ['r1', 'r2'] };
  expect(toPageAction('c1', { type: 'results.open', payload })).toEqual({
    kind: 'results',
    refs: [
      { conversationId: 'c1', turnId: 't1', resultId: 'r1' },
      { conversationId: 'c1', turnId: 't1', resultId: 'r2' },
    ],
  });
});

test.each([{ type: 'other' }, { type: 'results.open' }, { type: 'results.open', payload: { turnId: 1 } }])(
  '%o is nothing that the page knows',
  (action) => {
    expect(toPageAction('c1', action)).toBeNull();
  },
);
