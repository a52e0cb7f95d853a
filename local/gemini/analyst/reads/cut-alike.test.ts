import { expect, test } from 'vitest';
import type { ToolStep } from '../conversation/read-steps.ts';
import { toSpan } from '../time/period.ts';
import { cutAlike } from './cut-alike.ts';
import { noView } from './view.ts';

const readTo = (last: string): ToolStep => ({
  name: 'get_purchase_orders',
  args: {},
  outcome: {
    kind: 'failure',
    failure: { code: 'no_match', message: '', hint: `Purchase order data covers 2023-11-01 to ${last}.` },
  },
});
const after = { ...toSpan('2026-11-01', '2026-11-29', null), text: 'month to date' };
const before = { ...toSpan('2026-10-01', '2026-10-29', null), spoken: 'the same days of October 2026' };
const read = { role: 'before' as const, tool: 'get_purchase_orders', args: { period: 'October' } };
const view = { ...noView, spans: { after, before } };

test.each([
  ['2026-11-27', '2026-10-01..2026-10-27', 'ends where the data of the running one does'],
  ['2026-11-29', 'October', 'is as it was where that has all its days'],
  ['2026-09-30', 'October', 'and where it has none'],
])('with data to %s the time before is %s: it %s', (last, period) => {
  expect(cutAlike(read, readTo(last), view).args.period).toBe(period);
});

test('a time before that is whole stays whole', () => {
  const whole = { after, before: toSpan('2026-10-01', '2026-10-31', 'month') };
  expect(cutAlike(read, readTo('2026-11-27'), { ...view, spans: whole })).toBe(read);
});
