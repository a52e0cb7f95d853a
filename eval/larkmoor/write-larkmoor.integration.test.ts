import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportReport, importFolder } from '../../local/data/import-folder.ts';
import { type OpenVersion, openVersion } from '../../local/data/open-version.ts';
import { root } from '../../scripts/root.ts';
import { writeLarkmoor } from './write-larkmoor.ts';

let folder = '';
let report: ImportReport;
let version: OpenVersion;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tallyboard-larkmoor-'));
  await writeLarkmoor(join(folder, 'files'), 1);
  report = await importFolder({
    folder: join(folder, 'files'),
    mappingFile: join(root, 'bigquery/mappings/larkmoor.yaml'),
    warehouseFolder: join(folder, 'warehouse'),
    tablesFolder: join(root, 'bigquery/tables'),
    dataset: 'tallyboard',
  });
  version = await openVersion(report.file, 'tallyboard');
}, 60_000);

afterAll(async () => {
  version.close();
  await rm(folder, { recursive: true });
});

test('the same seed writes the same files, another one does not', async () => {
  await writeLarkmoor(join(folder, 'again'), 1);
  await writeLarkmoor(join(folder, 'other'), 2);
  const read = (of: string, file: string) => readFile(join(folder, of, file), 'utf8');
  const files = await readdir(join(folder, 'files'));
  expect(files).toHaveLength(10);
  for (const file of files) expect(await read('again', file), file).toBe(await read('files', file));
  expect(await read('other', 'shipments.csv')).not.toBe(await read('files', 'shipments.csv'));
});

test('the import takes every row of the files', async () => {
  const countRows = async (file: string) =>
    (await readFile(join(folder, 'files', file), 'utf8')).trim().split('\n').length - 1;
  expect(report).toMatchObject({
    badRows: 0,
    counts: {
      products: 60,
      customers: 120,
      warehouses: 3,
      suppliers: 12,
      supply_terms: await countRows('vendor_terms.csv'),
      reorder_policies: await countRows('order_levels.csv'),
      sales_lines: await countRows('shipments.csv'),
      purchase_order_lines: await countRows('purchases.csv'),
      stock_movements: await countRows('stock_journal.csv'),
      stock_snapshots: await countRows('stock_counts.csv'),
    },
  });
  expect(report.counts.sales_lines).toBeGreaterThan(15_000);
});

test('stock on hand is the sum of its movements on every day it was counted', async () => {
  const off = await version.query(`
    SELECT count(*) FROM (
      SELECT on_hand, (SELECT sum(quantity) FROM stock_movements m WHERE m.product_id = s.product_id
        AND m.warehouse_id = s.warehouse_id AND movement_date <= snapshot_date) AS moved FROM stock_snapshots s)
    WHERE on_hand <> ifnull(moved, 0)`);
  expect(off).toEqual([['0']]);
});

test('what is on order is what the open purchase orders wait for', async () => {
  const [row] = await version.query(`
    SELECT (SELECT sum(on_order) FROM stock_snapshots WHERE snapshot_date = '2025-10-17'),
      (SELECT sum(ordered_quantity) FROM purchase_order_lines WHERE status = 'open')`);
  expect(Number(row?.[0])).toBeGreaterThan(0);
  expect(row?.[0]).toBe(row?.[1]);
});

test('a credit note takes back what it names, and is a return', async () => {
  const rows = await version.query(`
    SELECT line_type, count(*) FILTER (quantity < 0), count(*) FILTER (net_amount < 0), count(*) FILTER (cost_amount < 0), count(*)
    FROM sales_lines GROUP BY 1 ORDER BY 1`);
  const [returned, sold] = rows.map((row) => row.map(String));
  expect(returned).toEqual(['return', ...Array(4).fill(returned?.[4])]);
  expect(sold?.slice(0, 4)).toEqual(['sale', '0', '0', '0']);
});
