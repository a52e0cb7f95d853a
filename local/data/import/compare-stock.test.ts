import { beforeEach, expect, it } from 'vitest';
import { products, useImportFolder, warehouses } from '../testing/import-folder.ts';

const folder = useImportFolder();
const movements = `movement_id,movement_date,warehouse_id,product_id,movement_type,quantity
1,2026-03-01,W1,P1,opening,10
2,2026-03-02,W1,P1,sale,-1
3,2026-03-02,W1,P1,sale,-2
4,2026-03-04,W1,P1,receipt,5
`;
const header = 'snapshot_date,warehouse_id,product_id,on_hand,reserved,on_order\n';
const good =
  '2026-03-01,W1,P1,10,0,0\n2026-03-03,W1,P1,7,0,0\n2026-03-04,W1,P1,12,0,0\n2026-03-04,W1,P2,0,0,0\n';

beforeEach(() => folder.put({ 'products.csv': products, 'warehouses.csv': warehouses }));

it('stock that is the sum of the movements up to its day is not spoken of', async () => {
  await folder.put({ 'stock_movements.csv': movements, 'stock_snapshots.csv': header + good });
  expect((await folder.run()).notes).toEqual([]);
});

it('stock that is another sum is taken and told', async () => {
  const stock = `${header}${good}2026-03-02,W1,P1,8,0,0\n2026-03-01,W1,P2,3,0,0\n`;
  await folder.put({ 'stock_movements.csv': movements, 'stock_snapshots.csv': stock });
  const { notes, counts } = await folder.run();
  expect(counts.stock_snapshots).toBe(6);
  expect(notes).toEqual([
    'stock_snapshots: on_hand is not the sum of the movements up to the day in 2 of 6 rows. First on 2026-03-01: product P2 in warehouse W1 has 3, and its movements sum up to 0.',
  ]);
});

it('stock without any movements is not compared', async () => {
  await folder.put({ 'stock_snapshots.csv': header + good });
  expect((await folder.run()).notes).toEqual([]);
});
