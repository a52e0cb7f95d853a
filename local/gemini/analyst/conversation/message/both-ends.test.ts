import { expect, test } from 'vitest';
import { reads, sales, top } from '../../test-reads.ts';
import { toBothEnds } from './both-ends.ts';

test.each([
  [
    'What were the three best months of last year, and the worst?',
    ['What were the three best months of last year?', 'what is the worst month of last year?'],
  ],
  [
    'Top 5 products last month and the bottom 5?',
    ['Top 5 products last month?', 'what are the bottom 5 products last month?'],
  ],
  [
    'the two weakest categories in May, and the best one',
    ['the two weakest categories in May?', 'what is the best category in May?'],
  ],
])('%j is a ranking of each end', (text, sentences) => {
  expect(toBothEnds({ text, isJoined: false }).map((one) => one.text)).toEqual(sentences);
});

test.each(['Top 5 products last month and their stock?', 'What was our best month, and the worst?'])(
  '%j stays whole',
  (text) => {
    expect(toBothEnds({ text, isJoined: false })).toHaveLength(1);
  },
);

test('each end has as many rows as are asked for', async () => {
  expect(await reads('Top 3 products by revenue last month, and the bottom 2?')).toMatchObject([
    sales({ period: 'last month', ...top('revenue', 3) }),
    sales({ period: 'last month', ...top('revenue', 2, 'asc') }),
  ]);
});
