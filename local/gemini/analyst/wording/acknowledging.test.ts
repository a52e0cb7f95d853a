import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { reads } from '../test-reads.ts';
import { toAcknowledged } from './acknowledging.ts';

test.each([
  ['Thank you, very helpful', 'thanks'],
  ['ok great, thanks a lot!', 'thanks'],
  ['ok great', 'noted'],
  ['Interesting.', 'noted'],
  ['Hmm, ok. Good to know!', 'noted'],
  ["that's really useful", 'noted'],
  ['I see', 'noted'],
])('"%s" only takes note', (said, meant) => {
  expect(toAcknowledged(said)).toBe(meant);
});

test.each([
  'great brands',
  'ok, and in May?',
  'interesting products',
  'good?',
  'is that good?',
  'see the rest',
  'thanks, now by month',
])('"%s" asks for something', (said) => {
  expect(toAcknowledged(said)).toBeNull();
});

test.each(['ok great', 'interesting', 'thank you, very helpful'])(
  'what goes on after "%s" goes on from the answer before it',
  async (said) => {
    expect(await reads('revenue by region last month', said, 'only Bikes')).toEqual(
      await reads('revenue by region last month', 'only Bikes'),
    );
  },
);

test('whoever takes note is told to ask on, and is welcome only after thanks', async () => {
  const [, noted, thanked] = await askAnalyst([
    'revenue last month',
    'interesting',
    'thank you, very helpful',
  ]);
  expect(noted?.text).toBe('Ask on whenever you like.');
  expect(thanked?.text).toMatch(/^You are welcome/);
});
