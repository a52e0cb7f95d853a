import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { runTool } from '../../test-company.ts';
import { bought, is, moved, reads, sales, stock } from '../../test-reads.ts';

test.each<[string[], object]>([
  [
    ['are receipts up on last year?', 'which warehouse gets most of it'],
    moved({
      ...{ measures: ['units_received'], dimensions: ['warehouse'], period: 'year to date' },
      orderBy: { by: 'units_received', direction: 'desc' },
    }),
  ],
  [
    ['revenue this year vs last year', 'by region', 'which region brings most'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['region'], period: 'year to date' },
      orderBy: { by: 'revenue', direction: 'desc' },
    }),
  ],
  [
    ['on-time rate this year vs last year', 'by month', 'which month was the worst?'],
    bought({ measures: ['on_time_rate'], grain: 'month', period: 'year to date' }),
  ],
  [
    ['transfers between warehouses this quarter', 'into which site did most go?'],
    moved({
      ...{ measures: ['transferred_in'], dimensions: ['warehouse'], period: 'quarter to date' },
      orderBy: { by: 'transferred_in', direction: 'desc' },
    }),
  ],
  [
    ['which suppliers sent us faulty goods this year?', 'what share of their deliveries is that?'],
    bought({
      measures: ['rejection_rate'],
      by: 'received',
      dimensions: ['supplier'],
      period: 'year to date',
    }),
  ],
  [
    ['stock of Helmets', 'for how long is that enough?'],
    stock({ measures: ['days_of_cover'], filters: is('category', 'Helmets') }),
  ],
  [
    ['stock of Helmets', 'which model is nearly out?'],
    { name: 'get_reorder_recommendations', args: { filters: is('category', 'Helmets') } },
  ],
  [['how fast do we turn Bikes stock?'], stock({ measures: ['turnover'], filters: is('category', 'Bikes') })],
  [
    ['how did the stock of Bikes develop over the year?'],
    stock({
      ...{ measures: ['on_hand'], grain: 'month', period: 'year to date' },
      filters: is('category', 'Bikes'),
    }),
  ],
])('%j', async (questions, call) => {
  expect(await reads(...questions)).toContainEqual(call);
});

test('"faster than last year?", after what was not understood, is refused with it', async () => {
  const turns = await askAnalyst(['how flurby do we turn Bikes stock', 'faster than last year?']);
  expect(turns.at(-1)?.text).toContain('I did not understand');
});

test('a month in which a rate is of nothing is not the worst', async () => {
  const nothingInOctober: typeof runTool = (...call) =>
    JSON.parse(JSON.stringify(runTool(...call)).replace(/\["2026-10-01",[\d.]+\]/, '["2026-10-01",null]'));
  const [turn] = await askAnalyst(['which month had the lowest margin rate this year?'], nothingInOctober);
  expect(turn?.text).toMatch(/was the month with the lowest margin rate: \d/);
  expect(turn?.text).not.toContain('October 2026 was');
});
