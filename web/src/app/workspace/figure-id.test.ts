import type { Turn } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { exampleTurn } from '../../../fixtures/example-turn.ts';
import { linksToMissing, namesFigure } from './figure-id.ts';

const metric = (id: string) => ({
  id,
  shape: 'metric' as const,
  title: 'Revenue',
  resultId: 'r1',
  value: 'revenue',
  compareTo: null,
});
const first = exampleTurn({
  turnId: 'turn-a',
  status: 'completed',
  visualizations: [metric('v1'), metric('v2')],
});
const second = exampleTurn({ turnId: 'turn-b', status: 'completed', visualizations: [metric('v1')] });
const turns: Turn[] = [first, second, exampleTurn({ turnId: 'turn-c', status: 'completed' })];

test('an address names a figure by its fragment', () => {
  expect(['#v1', '#v12-turn-a', '#v', '#value', ''].map(namesFigure)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test.each([
  ['#v1', false],
  ['#v2', true],
  ['#v2-turn-a', false],
  ['#v2-turn-b', true],
  ['#v1-turn-x', true],
  ['', false],
])('of figures v1 and v2, then v1, "%s" is missing: %s', (hash, missing) => {
  expect(linksToMissing(hash, turns)).toBe(missing);
});

test('of a conversation that is not there every figure is missing', () => {
  expect(linksToMissing('#v1', [])).toBe(true);
});

test('nothing is missing while an answer is written that may show it', () => {
  expect(linksToMissing('#v2', [...turns, exampleTurn({ turnId: 'turn-d', status: 'running' })])).toBe(false);
});
