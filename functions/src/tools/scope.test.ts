import { expect, test } from 'vitest';
import { call, createContext, createWarehouse } from './testing/tool-setting.ts';

const customers = ['table', 'customers', 'customers', null, null, '2026-11-20T05:00:00.000Z'];

test.each([
  ['customer', '2026-11-20T05:00:00.000Z'],
  ['channel', '2026-11-23T05:00:00.000Z'],
])('the data of an answer by %s is as old as the oldest table that was read', async (dimension, dataAsOf) => {
  const { warehouse } = createWarehouse(() => ({ rows: [] }), [customers]);
  const args = { which: 'new', dimension };
  const outcome = await call('find_new_or_lapsed', args, createContext(warehouse));
  expect(outcome).toMatchObject({ result: { scope: { dataAsOf } } });
});

test.each([
  ['all' as const, true],
  [['WH-NORTH', 'WH-SOUTH', 'WH-OLD'], true],
  [['WH-SOUTH'], false],
])('a point recorded for all warehouses counts for a caller of %j: %s', async (access, counts) => {
  const stock = ['P1', 'Lamp', 'S1', 'WH-NORTH', 'North', null, 4, 0, 0, null, null, 10, 2];
  const demand = [0, 0, '2026-08-24', 0, ...Array.from({ length: 12 }, () => null)];
  const { warehouse } = createWarehouse(() => ({ rows: [[...stock, ...demand]] }));
  const outcome = await call('get_reorder_recommendations', {}, createContext(warehouse, { access }));
  if (outcome.kind !== 'result') throw new Error(JSON.stringify(outcome));
  expect(outcome.result.rows.map(([product, , of]) => [product, of])).toEqual(
    counts ? [['Lamp', 'All warehouses']] : [],
  );
});
