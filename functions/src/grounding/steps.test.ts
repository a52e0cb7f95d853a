import { expect, test } from 'vitest';
import type { GroundedResult } from './grounded-result.ts';
import { keepForResult } from './keep.ts';
import { proveEach } from './prove-figures.ts';
import { dimension, revenue, toResult } from './testing/test-results.ts';

const results = ['r1', 'r2', 'r3'].map((resultId) =>
  toResult([dimension('product'), revenue], [[`Bike ${resultId}`, 1000]], { resultId }),
);

test('something else may run between the results, while they are made ready and for each passage', () => {
  const steps = [...proveEach({ text: 'It made $1,000.', question: 'q', results })];
  expect(steps.slice(0, -1)).toEqual(Array.from({ length: 3 * results.length }, () => null));
  expect(steps.at(-1)?.proved).toBe(true);
});

test('a text without a figure is done before a row is looked at', () => {
  const unread: GroundedResult = {
    ...toResult([revenue], []),
    get rows(): GroundedResult['rows'] {
      throw new Error('The rows are read.');
    },
  };
  expect([...proveEach({ text: 'Revenue in Q3 2025', question: 'q', results: [unread] })]).toEqual([]);
});

test('what is worked out of a result is worked out once', () => {
  let times = 0;
  const count = keepForResult(({ resultId }) => `${resultId} ${++times}`);
  const [first, second] = results;
  expect([first, second, first].map((result) => result && count(result))).toEqual(['r1 1', 'r2 2', 'r1 1']);
});
