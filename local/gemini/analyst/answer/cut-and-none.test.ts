import { expect, test } from 'vitest';
import type { ToolResult } from '../conversation/read-steps.ts';
import { endsPartial } from './speak.ts';
import { writeNone } from './write-listed.ts';

const notes = [
  'Stock is that of the last recorded day of each week; it is never added up over time.',
  'The last week is cut: it holds only the days to 30 Nov 2026.',
];

test.each([
  ['on_hand', false],
  ['sell_through', true],
])('of %s the last week of a course is cut: %s', (name, isCut) => {
  expect(endsPartial({ ...toResult('the year'), columns: [toColumn(name)], notes })).toBe(isCut);
});

test('that no order is late is said of all of them, and of those of one time only that nothing is recorded', () => {
  expect(writeNone(toResult('all time'), 'late_orders')).toBe(
    '**No purchase order is late** (Supplier is Orsini).',
  );
  expect(writeNone(toResult('October 2026'), 'late_orders')).toBeNull();
  expect(writeNone(toResult('all time'), null)).toBeNull();
});

function toColumn(name: string) {
  return { name, label: name, type: 'number', role: 'measure', unit: 'none', summable: false } as const;
}

function toResult(label: string): ToolResult {
  const period = { start: '2026-01-01', end: '2026-11-30', label };
  return {
    ...{ resultId: 'r1', title: '', columns: [], rows: [], rowCount: 0, rowsCut: 0, notes: [] },
    scope: { period, currency: 'USD', filters: ['Supplier is Orsini', 'Days late above 0'] },
  };
}
