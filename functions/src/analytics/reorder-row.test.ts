import { expect, test } from 'vitest';
import { readModels } from './read-models.ts';
import { parseReorderRow, reorderRowColumns } from './reorder-row.ts';
import { compileReorder } from './reorder-statement.ts';

test('a row has the columns of the statement, in its order', async () => {
  const { inventory } = await readModels(new URL('../../../bigquery/models/', import.meta.url));
  const request = {
    stockDay: '2026-11-22',
    salesDays: { first: '2023-11-24', last: '2026-11-22' },
    filters: [],
    access: 'all' as const,
    fiscalYearStartMonth: 1,
  };
  const { sql } = compileReorder(request, inventory);
  const select = sql.slice(sql.lastIndexOf('\nSELECT\n'), sql.indexOf('\nFROM stock\n'));
  const selected = select.split(',\n').map((line) => /(\w+)$/.exec(line)?.[1]);
  expect(selected).toEqual(reorderRowColumns);
});

test('a row with a column too few is refused', () => {
  const row = [
    'P1',
    'Pump',
    'P-1',
    'WH-NORTH',
    'North',
    null,
    ...Array(9).fill(1),
    '2026-08-24',
    ...Array(13).fill(1),
  ];
  expect(parseReorderRow(row)).toMatchObject({ product: 'Pump', on_hand: 1, elsewhere_squares: 1 });
  expect(() => parseReorderRow(row.slice(0, -1))).toThrow('elsewhere_squares');
});
