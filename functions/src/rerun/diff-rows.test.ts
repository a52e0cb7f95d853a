import type { Column } from '@tallyboard/contract';
import { describe, expect, test } from 'vitest';
import { diffRows } from './diff-rows.ts';

const column = (name: string, role: Column['role']): Column => ({
  name,
  label: name,
  type: role === 'measure' ? 'number' : 'string',
  role,
  unit: 'none',
  summable: false,
});
const columns = [column('region', 'dimension'), column('revenue', 'measure')];

describe('rows', () => {
  test('in another order, and sums that differ in their last digits, are the same', () => {
    const before = [
      ['East', 0.1 + 0.2],
      ['West', 5],
    ];
    const after = [
      ['West', 5],
      ['East', 0.3],
    ];
    expect(diffRows({ columns, rows: before }, { columns, rows: after })).toEqual({
      same: 2,
      changed: 0,
      added: 0,
      removed: 0,
      changes: [],
    });
  });

  test('that changed, came or went are told with what names them', () => {
    const before = [
      ['East', 1],
      ['West', 5],
    ];
    const after = [
      ['East', 2],
      ['North', null],
    ];
    expect(diffRows({ columns, rows: before }, { columns, rows: after })).toEqual({
      same: 0,
      changed: 1,
      added: 1,
      removed: 1,
      changes: [
        { kind: 'changed', key: ['East'], cells: [{ column: 'revenue', before: 1, after: 2 }] },
        { kind: 'added', key: ['North'], cells: [] },
        { kind: 'removed', key: ['West'], cells: [{ column: 'revenue', before: 5, after: null }] },
      ],
    });
  });

  test('that share a name are compared one by one', () => {
    const rows = [
      ['Lamp', 1],
      ['Lamp', 2],
    ];
    const table = { columns, rows: [...rows, ['Lamp', 3]] };
    expect(diffRows({ columns, rows }, table)).toMatchObject({ same: 2, added: 1 });
  });

  test('of a total have no name', () => {
    const total = [column('revenue', 'measure')];
    expect(diffRows({ columns: total, rows: [[1]] }, { columns: total, rows: [[3]] })).toMatchObject({
      changed: 1,
      changes: [{ key: [], cells: [{ column: 'revenue', before: 1, after: 3 }] }],
    });
  });

  test('are all counted and a hundred told', () => {
    const rows = Array.from({ length: 250 }, (_, index) => [`R${index}`, index + 1]);
    const { added, changes } = diffRows({ columns, rows: [] }, { columns, rows });
    expect([added, changes.length]).toEqual([250, 100]);
  });
});

test('a column that came or went is a change of its rows', () => {
  const wider = [...columns, column('units', 'measure')];
  const difference = diffRows({ columns, rows: [['East', 1]] }, { columns: wider, rows: [['East', 1, 7]] });
  expect(difference.changes).toEqual([
    { kind: 'changed', key: ['East'], cells: [{ column: 'units', before: null, after: 7 }] },
  ]);
});
