import type { Column } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import type { GroundedResult } from './grounded-result.ts';
import { proveFigures } from './prove-figures.ts';

const text = { type: 'string', unit: 'none', summable: false } as const;
const columns: Column[] = [
  { name: 'product', label: 'Product', role: 'dimension', ...text },
  { name: 'warehouse', label: 'Warehouse', role: 'dimension', ...text },
  { name: 'urgency', label: 'Urgency', role: 'detail', ...text },
  { name: 'on_hand', label: 'On hand', type: 'integer', role: 'measure', unit: 'units', summable: false },
];
const before = 'runs out before delivery';
const rows: GroundedResult['rows'] = [
  ['Oak Desk', 'North', 'stocked out', 0],
  ['Pine Desk', 'North', before, 7],
  ['Elm Desk', 'South', before, 4],
  ['Ash Desk', 'South', before, 3],
  ['Yew Desk', 'South', 'soon', 2],
  ['Fir Desk', 'South', 'soon', 9],
];

function prove(text: string, changes: Partial<GroundedResult> = {}) {
  const result: GroundedResult = {
    ...{ resultId: 'r1', title: 'What to reorder', columns, rows, rowsCut: 0, limited: false, notes: [] },
    scope: {
      ...{ period: null, timeZone: 'UTC', currency: 'USD', filters: [], dataAsOf: null },
      warehouses: { all: true, ids: ['n', 's'], names: [] },
    },
    ...changes,
  };
  const figures = proveFigures({ text, question: 'what to reorder?', results: [result] });
  return figures.map(({ proof }) => (proof === null ? null : `${proof.formula}: ${proof.cells}`));
}

test('a number before a state of rows counts the rows that have it, also where a cell has that number', () => {
  expect(prove('By urgency: 1 stocked out, 3 run out before delivery, **2** soon.')).toEqual([
    'count: rows where urgency is stocked out',
    `count: rows where urgency is ${before}`,
    'count: rows where urgency is soon',
  ]);
});

test('no cell proves a number of rows that is wrong', () => {
  expect(prove('By urgency: 1 stocked out, 4 run out before delivery, 7 soon.')).toEqual([
    'count: rows where urgency is stocked out',
    null,
    null,
  ]);
});

test('a number before a state is that of a value which its line names', () => {
  expect(prove('South: 2 run out before delivery.')).toEqual([
    `count: rows where urgency is ${before} and warehouse is South`,
  ]);
});

test('a number that no state follows, or in a result that was cut, is read as ever', () => {
  expect(prove('Elm Desk has 4 on hand.')).toEqual(['cell: on_hand, row 3']);
  expect(prove('2 soon-to-be late, 9 sooner.')).toEqual(['cell: on_hand, row 5', 'cell: on_hand, row 6']);
  expect(prove('4 run out before delivery.', { rowsCut: 3 })).toEqual(['cell: on_hand, row 3']);
});

test('what is told of rows with one of two values is proved by the sum over both, where it names them so', () => {
  const summable = columns.map((column) =>
    column.name === 'on_hand' ? { ...column, summable: true } : column,
  );
  const changes = { columns: summable, rows: [...rows.slice(1), ['Oak Desk', 'North', 'stocked out', 5]] };
  expect(prove('Soon or stocked out, together: on hand 16.', changes)).toEqual([
    'sum: on_hand where urgency is soon or stocked out',
  ]);
  expect(prove('Soon and then the others, together: on hand 17.', changes)).toEqual([null]);
});

const money = { type: 'number', role: 'measure', unit: 'currency', summable: true } as const;
const compared: Partial<GroundedResult> = {
  columns: [
    { name: 'customer', label: 'Customer', role: 'dimension', ...text },
    { name: 'revenue', label: 'Revenue', ...money },
    { name: 'revenue_before', label: 'Revenue, September 2026', ...money },
    { name: 'revenue_change', label: 'Change of revenue', ...money },
  ],
  rows: Array.from({ length: 20 }, (_, at) => [
    `Shop ${at}`,
    at < 14 ? 7 : 50,
    at < 14 ? 20 : 10,
    at < 14 ? -13 : 40,
  ]),
};

test('a number of members that rose or fell counts them', () => {
  expect(prove('14 customers fell, and 6 customers grew.', compared)).toEqual([
    'count: rows where revenue_change is below 0',
    'count: rows where revenue_change is above 0',
  ]);
});

test('a number of members that moved the other way is not proved, though a cell is as large', () => {
  expect(prove('20 customers fell.', compared)).toEqual([null]);
  expect(prove('7 customers grew.', compared)).toEqual([null]);
  const others = [...(compared.rows ?? []), ['All others', 5, 4, 1]];
  expect(prove('14 customers fell.', { ...compared, rows: others })).not.toContain(
    'count: rows where revenue_change is below 0',
  );
});
