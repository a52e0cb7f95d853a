import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  startDemoWarehouse,
  demoToday as today,
  demoWarehouses as warehouses,
} from '../../../local/bigquery/testing/demo-warehouse.ts';
import { createTools } from './all-tools.ts';
import { createDemoTools } from './testing/demo-tools.ts';
import { models } from './testing/tool-setting.ts';
import type { ToolContext } from './tool.ts';

const demo = await startDemoWarehouse();
const { call, run, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

const choiceSchema = z.object({ enum: z.array(z.string()) });
const propertySchema = z.union([choiceSchema, z.object({ items: choiceSchema }), z.looseObject({})]);
const schemaSchema = z.object({
  properties: z.record(z.string(), propertySchema).optional(),
  required: z.array(z.string()).optional(),
});

/** What an argument that a tool requires may be: the first of its choices. */
function toAny(property: z.infer<typeof propertySchema> | undefined) {
  const choice = choiceSchema.safeParse(property).data;
  if (choice !== undefined) return choice.enum[0];
  return z.object({ items: choiceSchema }).parse(property).items.enum.slice(0, 1);
}

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

  const filtering = createTools({ models }).flatMap((tool) => {
    const { properties = {}, required = [] } = schemaSchema.parse(
      z.toJSONSchema(tool.parameters, { io: 'input' }),
    );
    if (!('filters' in properties)) return [];
    return [
      [tool.name, Object.fromEntries(required.map((name) => [name, toAny(properties[name])]))] as const,
    ];
  });

  test.each(filtering)('cannot reach another by asking %s for it', async (tool, args) => {
    const filters = [{ dimension: 'warehouse', op: 'is', values: ['WH-SOUTH'] }];
    expect(await run(tool, { ...args, filters }, access)).toMatchObject({
      kind: 'failure',
      code: 'not_permitted',
    });
  });

  test('reaches no other by a part of its name', async () => {
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
        WHERE s.order_date > '1900-01-01' AND s.warehouse_id ${condition} ORDER BY c.customer_id`);
    const own = new Set((await bought("= 'WH-NORTH'")).map(([id]) => id));
    const foreign = (await bought("!= 'WH-NORTH'")).filter(([id]) => !own.has(id)).slice(0, 5);
    expect(foreign).toHaveLength(5);
    for (const [id, name] of foreign) {
      const search = { query: String(id), kind: 'customer' };
      expect((await call('search_catalog', search)).rows[0]?.slice(1, 3)).toEqual([
        id,
        expect.stringContaining(String(name)),
      ]);
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

  test('is told that reorder figures rest on that warehouse alone, which who sees all of them is not', async () => {
    const rests = /^Classes, seasons and lead times are those of the warehouses that the caller sees/;
    const told = async (who: ToolContext['access']) =>
      (await call('get_reorder_recommendations', {}, who)).notes.filter((note) => rests.test(note)).length;
    expect([await told(access), await told('all'), await told([...warehouses])]).toEqual([1, 0, 0]);
  });
});
