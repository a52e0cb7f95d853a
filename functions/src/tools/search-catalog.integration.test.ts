import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { createDemoTools } from './testing/demo-tools.ts';

const demo = await startDemoWarehouse();
const { call, run, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

describe('names', () => {
  test('a misspelled product is found by search_catalog and offered by a filter', async () => {
    const [product] = await sql('SELECT name, sku FROM products ORDER BY LENGTH(name) DESC, sku LIMIT 1');
    const name = String(product?.[0]);
    const typo = `${name.slice(0, 4)}${name.slice(5)}`;
    const found = await call('search_catalog', { query: typo, kind: 'product' });
    expect(found.rows[0]?.slice(0, 4)).toEqual(['product', expect.any(String), name, product?.[1]]);
    const filters = [{ dimension: 'product', op: 'is', values: [typo] }];
    expect(await run('query_sales', { measures: ['revenue'], filters })).toMatchObject({
      kind: 'failure',
      code: 'no_match',
      hint: expect.stringContaining(name),
    });
  });

  test('a product is filtered by its SKU in any case', async () => {
    const [product] = await sql('SELECT sku, name FROM products ORDER BY sku LIMIT 1');
    const filters = [{ dimension: 'product', op: 'is', values: [String(product?.[0]).toLowerCase()] }];
    const { rows } = await call('query_sales', {
      measures: ['units'],
      dimensions: ['product'],
      period: 'all time',
      filters,
    });
    expect(rows).toEqual([[product?.[1], expect.any(Number)]]);
  });

  test('customers who share a name are told apart, and found by either', async () => {
    const [shared] = await sql(`SELECT name, MIN(customer_id) FROM customers GROUP BY name
      HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC, name LIMIT 1`);
    const [name, id] = [String(shared?.[0]), String(shared?.[1])];
    const ask = async (value: string) => {
      const filters = [{ dimension: 'customer', op: 'is', values: [value] }];
      const args = { measures: ['units'], dimensions: ['customer'], period: 'all time', filters };
      return (await call('query_sales', args)).rows.map(([customer]) => customer);
    };
    const all = await ask(name);
    expect(all.length).toBeGreaterThan(1);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain(`${name} (${id})`);
    expect(await ask(`${name} (${id})`)).toEqual([`${name} (${id})`]);
  });

  test('wildcards mean themselves', async () => {
    expect(await run('search_catalog', { query: '%' })).toMatchObject({ kind: 'failure', code: 'no_match' });
  });
});
