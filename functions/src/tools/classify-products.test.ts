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
