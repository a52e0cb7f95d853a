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

test('an answer that was cut off within a mark is drawn without half of it', () => {
  const cut = (status: Turn['status']) =>
    textsOf(exampleTurn({ status, text: 'Up.\n\n**Revenue by' }), 'answer.');
  expect(cut('cancelled')).toContain('"Up.\\n\\n**Revenue by**"');
  expect(cut('failed')).toContain('**Revenue by**"');
  expect(cut('completed')).toContain('**Revenue by"');
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

test('days are written in the order of the locale, and a mark stays on its figure', () => {
  const text = 'On 28 Nov 2026 there were 40.';
  const start = text.indexOf('40');
  const step = {
    ...{ id: 's1', tool: 'query_inventory', status: 'done' as const, title: 'Reading stock on 28 Nov 2026' },
    ...{
      startedAt: new Date(0),
      finishedAt: new Date(40),
      resultId: 'r1',
      rows: 1,
      bytes: 0,
      priceUsd: 0,
      message: null,
    },
  };
  const figures = [{ start, end: start + 2, proved: false, proof: null }];
  const turn = exampleTurn({ status: 'completed', text, figures, steps: [step] });
  const [answer] = toTurnItems(turn, 'en-US').filter((item) => item.type === 'assistant_message');
  const [part] = answer?.content ?? [];
  expect(part?.text).toBe('On Nov 28, 2026 there were 40.');
  const { start: from, end: to } = part?.annotations[0]?.source.data ?? {};
  expect(part?.text.slice(Number(from), Number(to))).toBe('40');
  expect(JSON.stringify(toTurnItems(turn, 'en-US'))).not.toContain('28 Nov');
});

test('a day at the end of a growing answer is shown when it is whole', () => {
  const growing = (text: string) => textsOf(exampleTurn({ status: 'running', text }), 'answer.');
  expect(growing('Stock on 28 Nov')).toContain('"Stock on "');
  expect(growing('Stock on 28 Nov 2026 was')).toContain('"Stock on 28 Nov 2026 was"');
});
