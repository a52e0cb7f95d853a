import { expect, test } from 'vitest';
import type { Cell, ResultColumn, ToolResult } from '../conversation/read-steps.ts';
import type { DataQuestion } from '../question/question.ts';
import { noView } from '../reads/view.ts';
import { toUnit } from '../time/period-units.ts';
import { tableOf } from './table-of.ts';
import { writeBounded } from './write-bounded.ts';
import { writeMembersOverTime } from './write-members-over-time.ts';
import { writeTwoMembers } from './write-two-members.ts';
import { writeWithin } from './write-within.ts';

const split = (name: string, label: string): ResultColumn => ({
  ...{ name, label, type: 'string', role: 'dimension', unit: 'none', summable: false },
});
const month: ResultColumn = { ...split('month', 'Month'), type: 'date', grain: 'month' };
const revenue: ResultColumn = {
  ...{ name: 'revenue', label: 'Revenue', type: 'number', role: 'measure', unit: 'currency', summable: true },
};
const [category, region] = [split('category', 'Category'), split('region', 'Region')];

function toTable(columns: ResultColumn[], rows: Cell[][], notes: string[] = []) {
  const period = { start: '2026-09-01', end: '2026-10-31', label: 'September 2026 to October 2026' };
  const result: ToolResult = {
    ...{ resultId: 'r1', title: '', rowCount: rows.length, rowsCut: 0, notes, columns, rows },
    scope: { period, currency: 'USD', filters: [] },
  };
  return tableOf(result);
}

const course = toTable(
  [month, category, region, revenue],
  [
    ['2026-09-01', 'Tools', 'East', 10],
    ['2026-09-01', 'Tools', 'West', 30],
    ['2026-09-01', 'Garden', 'East', 60],
    ['2026-10-01', 'Tools', 'East', 20],
    ['2026-10-01', 'Tools', 'West', 70],
    ['2026-10-01', 'Garden', 'East', 60],
  ],
);

test('a course of two splits is told of each pair of them, and its whole is all of them', () => {
  const text = writeMembersOverTime(course, noView).join('\n');
  expect(text).toContain('from $100.00 to $150.00; Tools, West leads with $70.00.');
  expect(text).toContain('The largest move is Tools, West: $40.00 more');
  expect(text).toContain('- Tools, East: $10.00 to $20.00 (+100.0%)');
  expect(text).not.toContain('- Tools: ');
});

test('pairs within a bound are counted as pairs, and not as what the first of them is', () => {
  const table = toTable(
    [category, region, revenue],
    [
      ['Tools', 'East', 20],
      ['Tools', 'West', 70],
    ],
  );
  const ask = (value: number) =>
    writeBounded(table, noView, {
      conditions: [{ measure: 'revenue', op: 'above', value }],
    } as unknown as DataQuestion).join('\n');
  expect(ask(10)).toContain('**2 pairs of category and region have revenue above $10.00**');
  expect(ask(50)).toContain('**1 pair of category and region has revenue above $50.00**');
  expect(ask(90)).toContain('**No pair of category and region has revenue above $90.00**');
});

const spans = { before: toUnit('2026-09-01', 'month'), after: toUnit('2026-10-01', 'month') };
const at = (east: number, west: number, notes: string[] = []) =>
  toTable(
    [category, region, revenue],
    [
      ['Tools', 'East', east],
      ['Tools', 'West', west],
    ],
    notes,
  );

test('of pairs that are asked for because they fell none is told that rose', () => {
  const text = writeTwoMembers(at(20, 10), at(10, 15), { ...noView, spans, falls: true }).join('\n');
  expect(text).toContain('Of those that fell, these fell most:\n- Tools, West: $15.00 to $10.00');
  expect(text).not.toContain('Tools, East');
  const none = writeTwoMembers(at(20, 20), at(10, 15), { ...noView, spans, falls: true }).join('\n');
  expect(none).toContain('None of them fell.');
});

test('which pairs fell is not told of some of them', () => {
  const part = at(20, 10, ['20 rows were asked for, and there are more.']);
  const text = writeTwoMembers(part, at(10, 15), { ...noView, spans, falls: true }).join('\n');
  expect(text).toContain('Which of them fell cannot be told');
});

test('the first of each group is named by all that its row is split by', () => {
  expect(writeWithin(course, noView, 'region').join('\n')).toContain(
    '- **West**: Tools, October 2026 $70.00',
  );
});
