import { expect, it } from 'vitest';
import { createWarehouseFinder } from './find-warehouse.ts';
import { dataset, goodLine, products, salesHeader, useImportFolder } from './testing/import-folder.ts';

const folder = useImportFolder();

it('is the warehouse of the id, and else the one that sells most of the newest version', async () => {
  const find = createWarehouseFinder(folder.warehouseFolder, dataset);
  expect(await find('W2')).toBeUndefined();
  await folder.put({
    'warehouses.csv': 'warehouse_id,name\nW0,Empty\nW1,Hull\nW2,York\n',
    'products.csv': products,
    'sales_lines.csv': salesHeader + goodLine,
  });
  await folder.run();
  expect(await find('W2')).toEqual({ id: 'W2', name: 'York' });
  expect(await find('WH-NORTH')).toEqual({ id: 'W1', name: 'Hull' });
  await folder.put({ 'warehouses.csv': 'warehouse_id,name\nW1,Hull\nWH-NORTH,Leeds\n' });
  await folder.run({ now: () => new Date('2026-11-23T12:00:01Z') });
  expect(await find('WH-NORTH')).toEqual({ id: 'WH-NORTH', name: 'Leeds' });
});
