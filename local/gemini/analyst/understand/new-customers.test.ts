import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { reads, sales } from '../test-reads.ts';

test.each([
  'What did new customers spend in September?',
  'What did first-time buyers spend in September?',
  'How many orders did new customers place in September?',
  'Which customers bought for the first time in September and spent more than $100?',
])('"%s" is told of those customers alone', async (question) => {
  const [first, ...others] = await reads(question);
  expect(first?.name).toBe('find_new_or_lapsed');
  expect(first?.args).toMatchObject({ which: 'new', period: '2026-09' });
  expect(others).toEqual([]);
});

test.each(['Which region gained the most new customers this year?', 'new customers by region this year'])(
  '"%s" ranks how many are new',
  async (question) => {
    expect(await reads(question)).toContainEqual(
      sales(expect.objectContaining({ measures: ['new_customers'], dimensions: ['region'] })),
    );
  },
);

test.each([
  ['new customers in September', 'and returning ones?'],
  ['revenue from existing customers this year'],
  ['average order value of new compared with returning customers'],
])('"%s": who bought before is in no figure', async (...asked) => {
  expect(await reads(...asked)).toEqual([]);
  expect((await askAnalyst(asked)).at(-1)?.text).toContain('customers that bought before');
});
