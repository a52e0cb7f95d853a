import { expect, test } from 'vitest';
import { call, createContext, createWarehouse } from './testing/tool-setting.ts';

test('products beyond those that are looked at are told, as the shares leave them out', async () => {
  const row = ['Bike', 'BK-1', 'Bikes', 900, 9, 27, 3, '2026-08-01', null];
  const { warehouse } = createWarehouse(() => ({ rows: [row] }));
  const notesOf = async (rowsCut: number) => {
    const read: typeof warehouse.read = async (...args) => ({ ...(await warehouse.read(...args)), rowsCut });
    const outcome = await call('classify_products', {}, createContext({ read }));
    return outcome.kind === 'result' ? outcome.result.notes : outcome;
  };
  expect(await notesOf(7)).toContain(
    '7 products of the least value were not looked at, and shares are of the others: add a filter.',
  );
  expect(await notesOf(0)).not.toContainEqual(expect.stringContaining('not looked at'));
});

test('months before the first one on record are no months without demand', async () => {
  const row = ['Bike', 'BK-1', 'Bikes', 900, 30, 300, 3, '2023-12-01', null];
  const { warehouse } = createWarehouse(() => ({ rows: [row] }));
  const period = '2023-06-01..2024-02-29';
  const outcome = await call('classify_products', { period }, createContext(warehouse));
  expect(outcome).toMatchObject({
    kind: 'result',
    result: { scope: { period: { start: '2023-12-01', end: '2024-02-29' } } },
  });
  if (outcome.kind !== 'result') return;
  expect(outcome.result.rows.map((cells) => cells[cells.length - 3])).toEqual([10]);
});
