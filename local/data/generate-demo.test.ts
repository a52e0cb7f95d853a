import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateDemo } from './generate-demo.ts';
import { type OpenVersion, openVersion } from './open-version.ts';

const dataset = 'tallyboard';
const tablesFolder = join(import.meta.dirname, '../../bigquery/tables');
const today = '2026-11-23';

/** What must hold of every demo: each statement lists what breaks it. */
const invariants: Record<string, string> = {
  'on hand is the sum of the movements up to the day': `
    WITH moved AS (
      SELECT warehouse_id, product_id, movement_date AS day,
        sum(sum(quantity)) OVER (PARTITION BY warehouse_id, product_id ORDER BY movement_date) AS units
      FROM stock_movements GROUP BY 1, 2, 3)
    SELECT s.* FROM stock_snapshots s ASOF LEFT JOIN moved m
      ON m.warehouse_id = s.warehouse_id AND m.product_id = s.product_id AND s.snapshot_date >= m.day
    WHERE s.on_hand <> coalesce(m.units, 0)`,
  'a snapshot is missing only where nothing is in stock': `
    WITH last AS (SELECT warehouse_id, product_id, sum(quantity) AS units FROM stock_movements GROUP BY ALL)
    SELECT * FROM last ANTI JOIN (SELECT * FROM stock_snapshots WHERE snapshot_date = DATE '${today}') s
      USING (warehouse_id, product_id) WHERE units <> 0`,
  'every product that is sold has a snapshot a day and warehouse from its first stock on': `
    SELECT warehouse_id, product_id FROM stock_snapshots JOIN products USING (product_id)
    WHERE discontinued_on IS NULL GROUP BY ALL
    HAVING count(*) <> max(snapshot_date) - min(snapshot_date) + 1 OR max(snapshot_date) <> DATE '${today}'
      OR count(DISTINCT snapshot_date) <> count(*)`,
  'stock is never negative and never below what is promised': `
    SELECT * FROM stock_snapshots WHERE on_hand < 0 OR reserved < 0 OR reserved > on_hand OR on_order < 0`,
  'on order is what open purchase orders ordered': `
    WITH events AS (
      SELECT warehouse_id, product_id, ordered_on AS day, ordered_quantity AS units FROM purchase_order_lines
      WHERE status <> 'cancelled'
      UNION ALL
      SELECT warehouse_id, product_id, received_on, -ordered_quantity FROM purchase_order_lines
      WHERE received_on IS NOT NULL),
    cumulated AS (
      SELECT warehouse_id, product_id, day,
        sum(sum(units)) OVER (PARTITION BY warehouse_id, product_id ORDER BY day) AS units
      FROM events GROUP BY 1, 2, 3)
    SELECT s.* FROM stock_snapshots s ASOF LEFT JOIN cumulated c
      ON c.warehouse_id = s.warehouse_id AND c.product_id = s.product_id AND s.snapshot_date >= c.day
    WHERE s.on_order <> coalesce(c.units, 0)`,
  'every receipt is what a purchase order received less what it rejected': `
    SELECT * FROM (
      SELECT purchase_order_id AS reference, warehouse_id, product_id, received_on AS movement_date,
        received_quantity - rejected_quantity AS quantity
      FROM purchase_order_lines WHERE received_quantity > rejected_quantity) p
    FULL JOIN (SELECT * FROM stock_movements WHERE movement_type = 'receipt') m
      USING (reference, warehouse_id, product_id, movement_date, quantity)
    WHERE p.reference IS NULL OR m.reference IS NULL`,
  'a purchase order line has a status that fits its dates and quantities': `
    SELECT * FROM purchase_order_lines WHERE NOT CASE status
      WHEN 'open' THEN received_on IS NULL AND received_quantity = 0 AND rejected_quantity = 0
      WHEN 'received' THEN received_on >= ordered_on AND received_quantity BETWEEN 1 AND ordered_quantity
        AND rejected_quantity BETWEEN 0 AND received_quantity
      WHEN 'cancelled' THEN received_on IS NULL AND received_quantity = 0
      ELSE false END OR expected_on < ordered_on OR ordered_quantity <= 0`,
  'an ordered quantity is a multiple of the pack and at least the minimum order': `
    SELECT * FROM purchase_order_lines JOIN supply_terms USING (product_id, supplier_id)
    WHERE ordered_quantity % pack_size <> 0 OR ordered_quantity < min_order_quantity
      OR expected_on - ordered_on <> lead_time_days`,
  'what was sold has left the warehouse or is reserved': `
    SELECT * FROM (
      SELECT warehouse_id, product_id, sum(quantity) AS sold FROM sales_lines WHERE line_type = 'sale' GROUP BY ALL)
    LEFT JOIN (
      SELECT warehouse_id, product_id, -sum(quantity) AS shipped FROM stock_movements WHERE movement_type = 'sale'
      GROUP BY ALL) USING (warehouse_id, product_id)
    LEFT JOIN (SELECT * FROM stock_snapshots WHERE snapshot_date = DATE '${today}') USING (warehouse_id, product_id)
    WHERE sold <> coalesce(shipped, 0) + coalesce(reserved, 0)`,
  'returned units are back in the warehouse on the day of the return': `
    SELECT * FROM (
      SELECT order_id AS reference, order_date AS movement_date, warehouse_id, product_id, -sum(quantity) AS units
      FROM sales_lines WHERE line_type = 'return' GROUP BY ALL) s
    FULL JOIN (
      SELECT reference, movement_date, warehouse_id, product_id, sum(quantity) AS units
      FROM stock_movements WHERE movement_type = 'return' GROUP BY ALL) m
    USING (reference, movement_date, warehouse_id, product_id, units)
    WHERE s.reference IS NULL OR m.reference IS NULL`,
  'a return comes after its sale and is no larger': `
    WITH sold AS (
      SELECT order_id, product_id, min(order_date) AS day, sum(quantity) AS units FROM sales_lines
      WHERE line_type = 'sale' GROUP BY ALL),
    returned AS (
      SELECT order_id, product_id, min(order_date) AS day, -sum(quantity) AS units FROM sales_lines
      WHERE line_type = 'return' GROUP BY ALL)
    SELECT * FROM returned LEFT JOIN sold USING (order_id, product_id)
    WHERE sold.units IS NULL OR returned.units > sold.units OR returned.day <= sold.day`,
  'amounts follow from quantity, price and discount': `
    SELECT * FROM sales_lines WHERE net_amount <> quantity * unit_price - discount_amount
      OR sign(quantity) <> CASE line_type WHEN 'sale' THEN 1 ELSE -1 END OR discount_amount * quantity < 0
      OR unit_price <= 0 OR cost_amount * quantity <= 0 OR abs(discount_amount) > abs(quantity * unit_price)`,
  'nothing is sold before its launch or from its discontinuation on': `
    SELECT * FROM sales_lines JOIN products USING (product_id)
    WHERE line_type = 'sale' AND (order_date < launched_on OR order_date >= discontinued_on)`,
  'what leaves for another warehouse arrives there within three days': `
    WITH sent AS (SELECT * FROM stock_movements WHERE movement_type = 'transfer_out'),
    arrived AS (SELECT * FROM stock_movements WHERE movement_type = 'transfer_in')
    SELECT * FROM sent FULL JOIN arrived USING (reference, product_id)
    WHERE sent.movement_id IS NULL OR sent.warehouse_id = arrived.warehouse_id
      OR sent.quantity <> -arrived.quantity OR arrived.movement_date - sent.movement_date <> 3
      OR (arrived.movement_id IS NULL AND sent.movement_date < DATE '${today}' - 3)`,
  'keys are unique': `
    SELECT 'line' FROM sales_lines GROUP BY line_id HAVING count(*) > 1
    UNION ALL SELECT 'movement' FROM stock_movements GROUP BY movement_id HAVING count(*) > 1
    UNION ALL SELECT 'purchase' FROM purchase_order_lines GROUP BY purchase_order_id, line_number HAVING count(*) > 1
    UNION ALL SELECT 'snapshot' FROM stock_snapshots GROUP BY snapshot_date, warehouse_id, product_id HAVING count(*) > 1
    UNION ALL SELECT 'product' FROM products GROUP BY product_id HAVING count(*) > 1
    UNION ALL SELECT 'sku' FROM products GROUP BY sku HAVING count(*) > 1
    UNION ALL SELECT 'name' FROM products GROUP BY name HAVING count(*) > 1
    UNION ALL SELECT 'term' FROM supply_terms GROUP BY product_id, supplier_id HAVING count(*) > 1`,
  'every id that is used exists': `
    SELECT 'sale' FROM sales_lines s WHERE NOT EXISTS (FROM products p WHERE p.product_id = s.product_id)
      OR NOT EXISTS (FROM customers c WHERE c.customer_id = s.customer_id AND c.region = s.region)
      OR NOT EXISTS (FROM warehouses w WHERE w.warehouse_id = s.warehouse_id)
    UNION ALL SELECT 'term' FROM supply_terms t WHERE NOT EXISTS (FROM products p WHERE p.product_id = t.product_id)
      OR NOT EXISTS (FROM suppliers s WHERE s.supplier_id = t.supplier_id)
    UNION ALL SELECT 'purchase' FROM purchase_order_lines o
      ANTI JOIN supply_terms t ON t.product_id = o.product_id AND t.supplier_id = o.supplier_id
    UNION ALL SELECT 'policy' FROM reorder_policies r WHERE NOT EXISTS (FROM products p WHERE p.product_id = r.product_id)`,
  'every product has exactly one preferred supplier': `
    SELECT product_id FROM products LEFT JOIN supply_terms USING (product_id) GROUP BY product_id
    HAVING count(*) FILTER (is_preferred) <> 1`,
  'an order is of one day, warehouse, customer and channel': `
    SELECT order_id FROM sales_lines WHERE line_type = 'sale' GROUP BY order_id
    HAVING count(DISTINCT (order_date, warehouse_id, customer_id, channel)) > 1`,
  'replication_status has a row for every other table': `
    SELECT * FROM replication_status r FULL JOIN (
      SELECT table_name FROM duckdb_tables() WHERE NOT internal AND table_name <> 'replication_status') t
      USING (table_name) WHERE r.row_count IS NULL OR r.row_count = 0 OR t.table_name IS NULL`,
};

describe.each([
  { size: 'small', scale: 0.05 },
  { size: 'full', scale: 1 },
])('a demo of $size size', ({ scale }) => {
  let folder = '';
  let version: OpenVersion;
  let counts: Record<string, number> = {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tallyboard-demo-'));
    const made = await generateDemo({ folder, tablesFolder, dataset, today, seed: 7, scale });
    counts = made.counts;
    version = await openVersion(made.file, dataset);
  }, 240_000);
  afterAll(async () => {
    version.close();
    await rm(folder, { recursive: true });
  });

  it.each(Object.entries(invariants))('%s', async (_, breaks) => {
    expect(await version.query(`${breaks} LIMIT 3`)).toEqual([]);
  });

  it('covers three years and ends on its last day', async () => {
    const [row] = await version.query(
      'SELECT min(order_date), max(order_date), count(DISTINCT order_date) FROM sales_lines',
    );
    expect(row).toEqual(['2023-11-01', today, '1119']);
  });

  it.runIf(scale === 1)('has the size of a real company', async () => {
    expect(counts.sales_lines).toBeGreaterThan(1_500_000);
    expect(counts).toMatchObject({ warehouses: 4, products: 1200, suppliers: 60, customers: 8000 });
    expect(counts.stock_snapshots).toBeGreaterThan(4_000_000);
  });

  it.runIf(scale === 1)('has products to reorder, some out of stock and some with far too much', async () => {
    const [row] = await version.query(`
      WITH daily AS (
        SELECT warehouse_id, product_id, order_date, sum(quantity) AS units FROM sales_lines
        WHERE line_type = 'sale' AND order_date > DATE '${today}' - 91 GROUP BY ALL),
      sold AS (
        SELECT warehouse_id, product_id, sum(units)::DOUBLE / 91 AS rate,
          greatest(0, (sum(units * units)::DOUBLE - 91 * (sum(units)::DOUBLE / 91) ** 2) / 90) AS variance
        FROM daily GROUP BY ALL),
      leads AS (
        SELECT product_id, avg(received_on - ordered_on) AS days, var_samp(received_on - ordered_on) AS variance
        FROM purchase_order_lines WHERE received_on IS NOT NULL GROUP BY ALL)
      SELECT count(*) FILTER (on_hand - reserved + on_order
          < rate * days + 1.645 * sqrt(days * sold.variance + rate * rate * leads.variance)),
        count(*) FILTER (on_hand = 0), count(*) FILTER (on_hand > 270 * coalesce(rate, 0))
      FROM stock_snapshots JOIN products USING (product_id) LEFT JOIN sold USING (warehouse_id, product_id)
        LEFT JOIN leads USING (product_id)
      WHERE snapshot_date = DATE '${today}' AND discontinued_on IS NULL`);
    const [toReorder, out, tooMuch] = (row ?? []).map(Number);
    expect(toReorder).toBeGreaterThan(20);
    expect(toReorder).toBeLessThan(150);
    expect(out).toBeGreaterThan(4);
    expect(out).toBeLessThan(100);
    expect(tooMuch).toBeGreaterThan(20);
  });

  it.runIf(scale === 1)('shows the East growing in garden goods and the West losing tools', async () => {
    const rows = await version.query(`
      SELECT region, category, sum(net_amount) FILTER (order_date BETWEEN '2026-08-01' AND '2026-10-31')::DOUBLE
        / sum(net_amount) FILTER (order_date BETWEEN '2025-08-01' AND '2025-10-31')::DOUBLE - 1
      FROM sales_lines JOIN products USING (product_id) GROUP BY ALL`);
    const growth = new Map(rows.map(([region, category, value]) => [`${region} ${category}`, Number(value)]));
    expect(growth.get('East Garden')).toBeGreaterThan(0.25);
    expect(growth.get('West Tools')).toBeLessThan(-0.12);
    expect(growth.get('South Kitchen')).toBeGreaterThan(0.15);
  });
});

describe('the generator', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tallyboard-demo-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const toContent = async (seed: number) => {
    const { file } = await generateDemo({ folder, tablesFolder, dataset, today, seed, scale: 0.05 });
    const version = await openVersion(file, dataset);
    const tables = [
      'sales_lines',
      'stock_movements',
      'stock_snapshots',
      'purchase_order_lines',
      'products',
      'customers',
    ];
    const hashes = await Promise.all(
      tables.map((table) => version.query(`SELECT sum(hash(t)) FROM ${table} t`)),
    );
    version.close();
    return hashes;
  };

  it('gives the same rows for the same seed and other rows for another', async () => {
    const first = await toContent(3);
    expect(await toContent(3)).toEqual(first);
    expect(await toContent(4)).not.toEqual(first);
  });

  it('leaves nothing behind when it fails', async () => {
    const tables = join(folder, 'tables');
    await cp(tablesFolder, tables, { recursive: true });
    await rm(join(tables, 'customers.sql'));
    const empty = join(folder, 'empty');
    const made = generateDemo({ folder: empty, tablesFolder: tables, dataset, today, seed: 1, scale: 0.05 });
    await expect(made).rejects.toThrow('customers');
    expect(await readdir(empty)).toEqual([]);
  });
});
