import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportReport, importFolder } from '../../local/data/import-folder.ts';
import { type OpenVersion, openVersion } from '../../local/data/open-version.ts';
import { root } from '../../scripts/root.ts';
import { writeHallmere } from '../hallmere/write-hallmere.ts';
import { writeLarkmoor } from '../larkmoor/write-larkmoor.ts';

const larkmoor = {
  name: 'larkmoor',
  write: writeLarkmoor,
  lastDay: '2025-10-17',
  fileOf: {
    products: 'articles.csv',
    customers: 'clients.csv',
    warehouses: 'depots.csv',
    suppliers: 'vendors.csv',
    supply_terms: 'vendor_terms.csv',
    reorder_policies: 'order_levels.csv',
    sales_lines: 'shipments.csv',
    purchase_order_lines: 'purchases.csv',
    stock_movements: 'stock_journal.csv',
    stock_snapshots: 'stock_counts.csv',
  },
  counts: { products: 60, customers: 120, warehouses: 3, suppliers: 12 },
};
const hallmere = {
  name: 'hallmere',
  write: writeHallmere,
  lastDay: '2025-03-11',
  fileOf: {
    products: 'items.csv',
    customers: 'accounts.csv',
    warehouses: 'sites.csv',
    suppliers: 'suppliers.csv',
    supply_terms: 'sources.csv',
    reorder_policies: 'levels.csv',
    sales_lines: 'order_lines.csv',
    purchase_order_lines: 'purchase_lines.csv',
    stock_movements: 'moves.csv',
    stock_snapshots: 'on_hand.csv',
  },
  counts: { products: 74, customers: 110, warehouses: 4, suppliers: 12 },
};

let folder = '';
const reports: Record<string, ImportReport> = {};
const versions: Record<string, OpenVersion> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tallyboard-made-'));
  for (const { name, write } of [larkmoor, hallmere]) {
    await write(join(folder, name), 1);
    const report = await importFolder({
      folder: join(folder, name),
      mappingFile: join(root, 'bigquery/mappings', `${name}.yaml`),
      warehouseFolder: join(folder, 'warehouse', name),
      tablesFolder: join(root, 'bigquery/tables'),
      dataset: 'tallyboard',
    });
    reports[name] = report;
    versions[name] = await openVersion(report.file, 'tallyboard');
  }
}, 120_000);

afterAll(async () => {
  for (const version of Object.values(versions)) version.close();
  await rm(folder, { recursive: true });
});

const query = async (name: string, sql: string) =>
  ((await versions[name]?.query(sql)) ?? []).map((row) => row.map(String));

describe.each([larkmoor, hallmere])('$name', ({ name, write, lastDay, fileOf, counts }) => {
  const read = (of: string, file: string) => readFile(join(folder, of, file), 'utf8');

  test('the same seed writes the same files, another one does not', async () => {
    await write(join(folder, 'again', name), 1);
    await write(join(folder, 'other', name), 2);
    const files = await readdir(join(folder, name));
    expect(files).toEqual(expect.arrayContaining(Object.values(fileOf)));
    for (const file of files) expect(await read(`again/${name}`, file), file).toBe(await read(name, file));
    expect(await read(`other/${name}`, fileOf.sales_lines)).not.toBe(await read(name, fileOf.sales_lines));
  });

  test('every row of every file is imported', async () => {
    const report = reports[name];
    expect(report).toMatchObject({ badRows: 0, counts });
    for (const [table, file] of Object.entries(fileOf)) {
      const rows = (await read(name, file)).trim().split('\n').length - 1;
      expect(report?.counts[table], table).toBe(rows);
    }
    expect(report?.counts.sales_lines).toBeGreaterThan(15_000);
  });

  test('stock on hand is the sum of its movements on every day it was counted', async () => {
    const off = await query(
      name,
      `SELECT count(*) FROM (
        SELECT on_hand, (SELECT sum(quantity) FROM stock_movements m WHERE m.product_id = s.product_id
          AND m.warehouse_id = s.warehouse_id AND movement_date <= snapshot_date) AS moved FROM stock_snapshots s)
      WHERE on_hand <> ifnull(moved, 0)`,
    );
    expect(off).toEqual([['0']]);
  });

  test('what is on order is what the open purchase orders wait for', async () => {
    const [row] = await query(
      name,
      `SELECT (SELECT sum(on_order) FROM stock_snapshots WHERE snapshot_date = '${lastDay}'),
        (SELECT sum(ordered_quantity) FROM purchase_order_lines WHERE status = 'open')`,
    );
    expect(Number(row?.[0])).toBeGreaterThan(0);
    expect(row?.[0]).toBe(row?.[1]);
  });

  test('a credit note takes back what it names, and is a return', async () => {
    const [returned, sold] = await query(
      name,
      `SELECT line_type, count(*) FILTER (quantity < 0), count(*) FILTER (net_amount < 0), count(*) FILTER (cost_amount < 0), count(*)
      FROM sales_lines GROUP BY 1 ORDER BY 1`,
    );
    expect(returned).toEqual(['return', ...Array(4).fill(returned?.[4])]);
    expect(sold?.slice(0, 4)).toEqual(['sale', '0', '0', '0']);
  });
});

describe('what there is to find in Hallmere', () => {
  const revenueOf = async (column: string, value: string, from: string, to: string) => {
    const [row] = await query(
      'hallmere',
      `SELECT sum(net_amount) FROM sales_lines l JOIN products p USING (product_id) JOIN customers c USING (customer_id)
      WHERE ${column} = '${value}' AND order_date BETWEEN '${from}' AND '${to}'`,
    );
    return Number(row?.[0]);
  };
  const toGrowth = async (column: string, value: string) =>
    (await revenueOf(column, value, '2024-01-01', '2024-12-31')) /
    (await revenueOf(column, value, '2023-01-01', '2023-12-31'));

  test('impression materials fall by a fifth and more, scanning doubles, the Prairies grow by a third', async () => {
    expect(await toGrowth('p.category', 'Impression')).toBeLessThan(0.8);
    expect(await toGrowth('p.category', 'Digital Dentistry')).toBeGreaterThan(2);
    expect(await toGrowth('l.region', 'Prairies')).toBeGreaterThan(1.33);
  });

  test('flu vaccine is a business of autumn', async () => {
    const autumn = await revenueOf('p.name', 'Flu Vaccine, 10 doses', '2024-09-01', '2024-11-30');
    const spring = await revenueOf('p.name', 'Flu Vaccine, 10 doses', '2024-03-01', '2024-05-31');
    expect(autumn).toBeGreaterThan(10 * spring);
  });

  test('a large hospital orders nothing from September 2024 on', async () => {
    const orders = await query(
      'hallmere',
      `SELECT count(*) FILTER (order_date < '2024-09-01') > 100, count(*) FILTER (order_date >= '2024-09-01' AND line_type = 'sale')
      FROM sales_lines JOIN customers USING (customer_id) WHERE name = 'Lakeshore Regional Hospital'`,
    );
    expect(orders).toEqual([['true', '0']]);
  });

  test('Albrecht Dental was punctual and is not any more; its composites run out', async () => {
    const rates = await query(
      'hallmere',
      `SELECT avg((received_on <= expected_on)::INT) > 0.8 FROM purchase_order_lines JOIN suppliers USING (supplier_id)
      WHERE name = 'Albrecht Dental' AND status = 'received' GROUP BY ordered_on >= '2024-10-15' ORDER BY ordered_on >= '2024-10-15'`,
    );
    expect(rates).toEqual([['true'], ['false']]);
    const [days] = await query(
      'hallmere',
      `SELECT count(*) FILTER (snapshot_date > '2024-11-30'), count(*) FILTER (snapshot_date <= '2024-11-30')
      FROM stock_snapshots JOIN products USING (product_id) WHERE category = 'Restorative' AND on_hand <= reserved`,
    );
    // 101 days against 335.
    expect(Number(days?.[0]) / 101).toBeGreaterThan((2 * Number(days?.[1])) / 335);
  });

  test('face shields lie there for more than a year', async () => {
    const [row] = await query(
      'hallmere',
      `SELECT (SELECT sum(on_hand) FROM stock_snapshots JOIN products USING (product_id) WHERE name LIKE 'Face Shield%' AND snapshot_date = '2025-03-11')
        > (SELECT sum(quantity) FROM sales_lines JOIN products USING (product_id) WHERE name LIKE 'Face Shield%' AND order_date > '2024-03-11')`,
    );
    expect(row).toEqual(['true']);
  });
});
