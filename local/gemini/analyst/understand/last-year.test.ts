import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { type Run, runTool } from '../test-company.ts';
import { reads, sales } from '../test-reads.ts';

test.each([
  ['revenue this month vs last year', 'month to date', '2025-11-01..2025-11-23'],
  ['margin this quarter against last year', 'quarter to date', '2025-10-01..2025-11-23'],
  ['orders last month compared to last year', 'last month', '2025-10-01..2025-10-31'],
  ['how did we do last month?', 'last month', '2025-10-01..2025-10-31'],
  ['how are we doing this month?', 'month to date', '2025-11-01..2025-11-23'],
  ['how did last week go?', 'last week', '2025-11-17..2025-11-23'],
])('"%s" sets a part of this year against that part of the last one', async (question, now, before) => {
  const asked = await reads(question);
  expect(asked.map(({ args }) => args.period)).toEqual([now, before]);
});

test('a year that is the last one is set against the one before', async () => {
  const [first] = await reads('revenue 2025 vs last year');
  expect(first).toEqual(sales({ measures: ['revenue'], grain: 'year', period: '2024-01-01..2025-12-31' }));
});

test('"how are we doing?" without a time, and of a quarter, is told month by month', async () => {
  expect((await reads('how are we doing?')).map(({ name }) => name)).toEqual(['get_sales_by_month']);
  expect((await reads('how did Q3 go?')).map(({ name }) => name)).toEqual(['get_sales_by_month']);
});

test('where nothing is recorded a year before, the time that was asked for is told by itself', async () => {
  const message = 'Nothing is recorded from 2024-10-01 to 2024-10-31.';
  const hint = 'The data covers 2025-01-01 to 2026-11-22. Ask for a time within it.';
  const run: Run = (name, args, id) =>
    String(args.period).startsWith('2024')
      ? { error: { code: 'no_match', message, hint } }
      : runTool(name, args, id);
  const [answer] = await askAnalyst(['how did October 2025 go?'], run);
  expect(answer?.text).toMatch(/^\*\*Revenue was \$[\d,.]+\*\* in October 2025\./);
  expect(answer?.text).toContain(`${message} So there is nothing to compare it with.`);
});
