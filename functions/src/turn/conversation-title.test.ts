import { maxTitleLength } from '@tallyboard/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toConversationTitle } from './conversation-title.ts';

test('a short question is its own title, on one line', () => {
  expect(toConversationTitle('  Compare\n the last three  months ')).toBe('Compare the last three months');
});

test('a long question is cut at a word', () => {
  const question = 'Compare the sales of the last three months by region, channel and by customer segment';
  expect(toConversationTitle(question)).toBe('Compare the sales of the last three months by region…');
});

test('characters of many parts are cut between two of them', () => {
  const family = '👨‍👩‍👧‍👦';
  expect(toConversationTitle(`x${family.repeat(30)}`)).toBe(`x${family.repeat(10)}…`);
  expect(toConversationTitle(family.repeat(10))).toBe(family.repeat(10));
  expect(toConversationTitle(`e${'\u0301'.repeat(300)}`)).toHaveLength(maxTitleLength);
});

test('any question has a title that fits, without a broken one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4000 }), (question) => {
      fc.pre(question.trim() !== '');
      const title = toConversationTitle(question);
      expect(title.length).toBeGreaterThan(0);
      expect(title.length).toBeLessThanOrEqual(maxTitleLength);
      expect(title.isWellFormed()).toBe(true);
    }),
  );
});
