import type { Scope, Turn } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { exampleScope, exampleTurn } from '../../fixtures/example-turn.ts';
import { toTurnItems } from './to-turn-items.ts';

const lookedUp: Scope = { ...exampleScope, period: null };
const textsOf = (turn: Turn, kind: string) => {
  const item = toTurnItems(turn, 'en-GB').find((one) => one.id.startsWith(kind));
  return JSON.stringify(item ?? null);
};

test('the scope line leaves out a look-up beside figures with dates, and keeps it alone', () => {
  const both = exampleTurn({ scopes: [exampleScope, lookedUp] });
  expect(textsOf(both, 'scope.')).not.toContain('No dates');
  expect(textsOf(exampleTurn({ scopes: [lookedUp] }), 'scope.')).toContain('No dates');
  expect(
    textsOf(exampleTurn({ scopes: [exampleScope, { ...lookedUp, filters: ['Stock is low'] }] }), 'scope.'),
  ).toContain('Stock is low');
});

test('a failed turn says what went wrong and offers to try again', () => {
  const failed = exampleTurn({ status: 'failed', error: { code: 'timeout', message: 'It took too long.' } });
  expect(textsOf(failed, 'end.')).toMatch(/It took too long\..*turn\.retry/);
});

test('a stopped turn keeps its text and says that it was stopped', () => {
  const stopped = exampleTurn({ status: 'cancelled', text: 'It rose' });
  expect(textsOf(stopped, 'answer.')).toContain('It rose');
  expect(textsOf(stopped, 'end.')).toContain('Stopped. What had been written is kept.');
});

test('an ended turn has no empty places', () => {
  const ended = exampleTurn({ status: 'completed', text: 'Yes.' });
  expect(toTurnItems(ended, 'en-GB').map((item) => item.id.split('.')[0])).toEqual([
    'question',
    'answer',
    'end',
  ]);
});
