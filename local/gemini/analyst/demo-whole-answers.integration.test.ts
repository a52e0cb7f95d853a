import { expect, test } from 'vitest';
import { useDemoAnalyst } from './test-demo.ts';

/** What is asked of several together, on the demo company: proved by the product's own check. */
const analyst = useDemoAnalyst();

test.each([
  ['How much of our revenue came from the top 10 customers?', 'The ten together make', 'of all'],
  ["What share of Garden's revenue came from the top 3 products?", 'The three together make', 'of all'],
  ['What is the combined revenue of the top 5 brands?', 'The five together make', ''],
])('%j is told of all of them first', async (question, lead, part) => {
  const { text, unproved } = await analyst.ask(question);
  const [first = ''] = text.split('\n');
  expect(first).toContain(lead);
  expect(first).toContain(part);
  expect(unproved).toEqual([]);
});

test('whether every category grew is told by yes or no, of this year so far', async () => {
  const { text, unproved } = await analyst.ask('did every category grow?');
  expect(text).toMatch(/^\*\*(?:Yes, all five did|No, .+ did not\b).*revenue this year so far compared with/);
  expect(unproved).toEqual([]);
});

test.each(['which ones are falling?', 'which of them are declining?', 'anything falling?'])(
  '"%s", after rows, is answered by those that fell',
  async (asked) => {
    const { text, unproved } = await analyst.ask('revenue of Garden by brand', asked);
    expect(text).toMatch(/^\*\*(?:\d+ brands fell|Revenue fell for no brand)/);
    expect(unproved).toEqual([]);
  },
);

test('the share of several customers is that of all of them', async () => {
  const asked = ['which customers spent over 50k in 2025?', 'what did they spend together?'];
  const { text, unproved } = await analyst.ask(...asked, 'what share of revenue is that?');
  expect(text).toMatch(/ made (?:\d\.[1-9]|[1-9]\d*\.\d)% of revenue in 2025/);
  expect(unproved).toEqual([]);
});
