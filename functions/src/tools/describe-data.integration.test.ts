import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { cellOf, createDemoTools } from './testing/demo-tools.ts';
import { models } from './testing/tool-setting.ts';

const demo = await startDemoWarehouse();
const { call, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

describe('describe_data', () => {
  test('names each subject with the tool that answers, and the days of its table', async () => {
    const result = await call('describe_data', {});
    const tools = ['query_sales', 'query_inventory', 'get_stock_movements', 'get_purchase_orders'];
    expect(result.rows.map((row) => cellOf(result, row, 'tool'))).toEqual(tools);
    const own = await sql(
      `SELECT MIN(order_date), MAX(order_date) FROM sales_lines WHERE order_date > '2000-01-01'`,
    );
    const [sales = []] = result.rows;
    expect([cellOf(result, sales, 'first_day'), cellOf(result, sales, 'last_day')]).toEqual(own[0]);
    expect(cellOf(result, sales, 'measures')).toBe(Object.keys(models.sales.measures).length);
  });

  test('tells every measure with its definition', async () => {
    const result = await call('describe_data', { topic: 'measures', subject: 'purchase_orders' });
    expect(result.rows.map((row) => cellOf(result, row, 'name'))).toEqual(
      Object.keys(models.purchaseOrders.measures),
    );
    const all = await call('describe_data', { topic: 'measures' });
    const rate = all.rows.find((row) => cellOf(all, row, 'name') === 'margin_rate') ?? [];
    expect(cellOf(all, rate, 'description')).toBe('Gross margin as a share of revenue.');
    expect(cellOf(all, rate, 'tool')).toBe('query_sales');
    expect(all.rows).toHaveLength(
      Object.values(models).flatMap((model) => Object.keys(model.measures)).length,
    );
  });

  test('tells when each table was updated and how old that is', async () => {
    const result = await call('describe_data', { topic: 'tables' });
    const own = await sql('SELECT table_name, replicated_at FROM replication_status ORDER BY table_name');
    expect(result.rows.map((row) => [row[0], cellOf(result, row, 'updated_at')])).toEqual(own);
    for (const row of result.rows) expect(Number(cellOf(result, row, 'age_hours'))).toBeGreaterThanOrEqual(0);
  });

  test('names the warehouses that the caller may see, and no other', async () => {
    const names = async (access: 'all' | string[]) =>
      (await call('describe_data', { topic: 'warehouses' }, access)).rows.map(([, id]) => id);
    expect(await names('all')).toHaveLength(4);
    expect(await names(['WH-EAST'])).toEqual(['WH-EAST']);
  });
});
