import { afterAll, describe, expect, test } from 'vitest';
import {
  startDemoWarehouse,
  demoToday as today,
  demoWarehouses as warehouses,
} from '../../../local/bigquery/testing/demo-warehouse.ts';
import { createDemoTools } from './testing/demo-tools.ts';
import type { ToolContext } from './tool.ts';

const demo = await startDemoWarehouse();
const { call, run, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

describe('a caller of one warehouse', () => {
  const access = ['WH-NORTH'];

  test('gets that warehouse from every tool, and the warehouses add up to the company', async () => {
    for (const [tool, args] of [
      ['get_sales_by_month', { months: 1, measures: ['revenue'] }],
      ['query_sales', { measures: ['units'], period: 'last month' }],
      ['query_inventory', { measures: ['on_hand'] }],
      ['get_stock_movements', { measures: ['movements'], period: 'last month' }],
      ['get_purchase_orders', { measures: ['ordered_units'], period: 'last month' }],
      ['get_purchase_orders', { measures: ['open_value'] }],
    ] as const) {
      const value = async (who: ToolContext['access']) =>
        Number((await call(tool, args, who)).rows[0]?.at(-1));
      const own = await Promise.all(warehouses.map((id) => value([id])));
      expect(Math.min(...own)).toBeGreaterThan(0);
      expect(own.reduce((total, each) => total + each, 0)).toBeCloseTo(await value('all'), 4);
    }
  });

  test('cannot reach another by asking for it', async () => {
    const filters = [{ dimension: 'warehouse', op: 'is', values: ['WH-SOUTH'] }];
    for (const [tool, args] of [
      ['query_sales', { measures: ['revenue'], filters }],
      ['query_inventory', { measures: ['on_hand'], filters }],
      ['get_stock_movements', { measures: ['movements'], filters }],
      ['get_purchase_orders', { measures: ['open_units'], filters }],
      ['compare_sales', { dimension: 'product', filters }],
      ['get_reorder_recommendations', { filters }],
      ['find_slow_movers', { filters }],
      ['classify_products', { filters }],
      ['find_new_or_lapsed', { which: 'new', filters }],
    ] as const) {
      expect(await run(tool, args, access)).toMatchObject({ kind: 'failure', code: 'not_permitted' });
    }
    const filter = [{ dimension: 'warehouse', op: 'contains', values: ['a'] }];
    const rows = (
      await call('query_sales', { measures: ['units'], dimensions: ['warehouse'], filters: filter }, access)
    ).rows;
    expect(rows.length).toBeLessThanOrEqual(1);
  });

  test('finds no customer who bought in other warehouses alone', async () => {
    const bought = (condition: string) =>
      sql(`SELECT DISTINCT c.customer_id, c.name FROM sales_lines AS s JOIN customers AS c
        ON c.customer_id = s.customer_id
        WHERE s.order_date > '2026-01-01' AND s.warehouse_id ${condition} ORDER BY c.customer_id`);
    const own = new Set((await bought("= 'WH-NORTH'")).map(([id]) => id));
    const foreign = (await bought("!= 'WH-NORTH'")).filter(([id]) => !own.has(id)).slice(0, 5);
    expect(foreign).toHaveLength(5);
    for (const [id, name] of foreign) {
      const search = { query: String(id), kind: 'customer' };
      expect((await call('search_catalog', search)).rows[0]?.slice(1, 3)).toEqual([id, name]);
      const found = await run('search_catalog', search, access);
      const rows = found.kind === 'result' ? found.result.rows : [];
      expect(rows.map(([, found]) => found)).not.toContain(id);
    }
  });

  test('finds only that warehouse in the catalog, and is told of reorders there only', async () => {
    const found = await call('search_catalog', { query: 'Distribution Center', kind: 'warehouse' }, access);
    expect(found.rows.map(([, id]) => id)).toEqual(access);
    const [name] = found.rows.map(([, , each]) => String(each));
    const reorder = await call('get_reorder_recommendations', {}, access);
    const column = reorder.columns.findIndex((each) => each.name === 'warehouse');
    const others = reorder.rows.filter((row) => row[column] !== name);
    expect(others).toEqual([]);
  });
});
