import type { Column, RerunReply, RowDifference } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { toDifferenceLines, toDifferenceSentence } from './to-difference.ts';

const column = (change: Partial<Column> & Pick<Column, 'name' | 'label' | 'role'>): Column => ({
  type: 'string',
  unit: 'none',
  summable: false,
  ...change,
});

const reply = (difference: Partial<RowDifference>): RerunReply => ({
  resultId: 'r1',
  asOf: '2026-11-28T10:06:26.000Z',
  scope: {
    period: null,
    timeZone: 'UTC',
    currency: 'USD',
    warehouses: { all: true, ids: [], names: [] },
    filters: [],
    dataAsOf: null,
  },
  columns: [
    column({ name: 'month', label: 'Month', role: 'dimension', type: 'date', grain: 'month' }),
    column({ name: 'region', label: 'Region', role: 'dimension' }),
    column({ name: 'revenue', label: 'Revenue', role: 'measure', type: 'number', unit: 'currency' }),
  ],
  difference: { same: 0, changed: 0, added: 0, removed: 0, changes: [], ...difference },
  bytesProcessed: 0,
  priceUsd: 0,
});

test('what differs is said in one sentence', () => {
  const say = (difference: Partial<RowDifference>) => toDifferenceSentence(reply(difference), 'en-US');
  expect(say({ same: 1_200 })).toBe('The same 1,200 rows.');
  expect(say({ same: 1 })).toBe('The same 1 row.');
  expect(say({ same: 9, changed: 2, added: 1 })).toBe('2 rows changed, 1 row came, 9 rows stayed the same.');
  expect(say({ removed: 3 })).toBe('3 rows went, none stayed the same.');
});

test('each cell that differs is a line with the row it is of, in the form of its column', () => {
  const lines = toDifferenceLines(
    reply({
      changes: [
        {
          kind: 'changed',
          key: ['2026-10-01', 'East'],
          cells: [{ column: 'revenue', before: 1_596_283.83, after: 1_600_000 }],
        },
        {
          kind: 'added',
          key: ['2026-11-01', 'East'],
          cells: [{ column: 'revenue', before: null, after: 5 }],
        },
        { kind: 'removed', key: ['2026-08-01', 'West'], cells: [] },
      ],
    }),
    'en-US',
  );
  expect(lines).toMatchObject([
    { row: 'Oct 2026 · East', figure: 'Revenue', before: '$1,596,283.83', after: '$1,600,000.00' },
    { row: 'Nov 2026 · East (new)', figure: 'Revenue', before: '–', after: '$5.00' },
    { row: 'Aug 2026 · West (gone)', figure: '', before: '', after: '' },
  ]);
});

test('lines that read the same are told apart by their ids', () => {
  const change = {
    kind: 'changed' as const,
    key: ['2026-10-01', 'East'],
    cells: [{ column: 'revenue', before: 1, after: 2 }],
  };
  const [first, second] = toDifferenceLines(reply({ changes: [change, change] }), 'en');
  expect(second).toEqual({ ...first, id: expect.not.stringMatching(`^${first?.id}$`) });
});

test('a total has a name too', () => {
  const change = { kind: 'changed', key: [], cells: [{ column: 'revenue', before: 1, after: 2 }] } as const;
  const [line] = toDifferenceLines(
    reply({ changes: [{ ...change, key: [], cells: [...change.cells] }] }),
    'en',
  );
  expect(line?.row).toBe('Total');
});
