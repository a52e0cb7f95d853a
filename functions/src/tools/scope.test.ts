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
