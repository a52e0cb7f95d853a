import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { createTools } from './all-tools.ts';
import { createDemoTools } from './testing/demo-tools.ts';
import { models } from './testing/tool-setting.ts';

const demo = await startDemoWarehouse();
const { call, run } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

const choiceSchema = z.object({ enum: z.array(z.string()) });
const filtersSchema = z.object({
  items: z.object({ properties: z.object({ dimension: choiceSchema }) }),
});

/** Each tool that can be narrowed, with what it needs besides and the dimensions that narrow it. */
const filtering = createTools({ models }).flatMap(({ name, parameters }) => {
  const { properties = {}, required = [] } = z
    .object({
      properties: z.record(z.string(), z.unknown()).optional(),
      required: z.array(z.string()).optional(),
    })
    .parse(z.toJSONSchema(parameters, { io: 'input' }));
  const filters = filtersSchema.safeParse(properties.filters);
  if (!filters.success) return [];
  const args = required.map((key) => [key, toAny(properties[key])] as const);
  const dimensions = filters.data.items.properties.dimension.enum;
  return dimensions.map((dimension) => [name, dimension, Object.fromEntries(args)] as const);
});

/** What an argument that a tool requires may be: the first of its choices. */
function toAny(property: unknown) {
  const choice = choiceSchema.safeParse(property).data;
  if (choice !== undefined) return choice.enum[0];
  return z.object({ items: choiceSchema }).parse(property).items.enum.slice(0, 1);
}

describe('every tool that can be narrowed', () => {
  test.each(filtering)('%s is narrowed by %s', async (tool, dimension, args) => {
    const filters = [{ dimension, op: 'contains', values: ['1', 'e', 'a'] }];
    const outcome = await run(tool, { ...args, filters });
    // A name without these letters is a result of its own.
    if (outcome.kind === 'failure') expect(outcome.code).toMatch(/^(no_match|no_data|unknown_value)$/);
    else expect(outcome.kind).toBe('result');
  });
});

async function units(filters: object[]): Promise<number> {
  const { rows } = await call('query_sales', { measures: ['units'], period: 'all time', filters });
  return Number(rows[0]?.at(-1));
}

test.each(['product', 'customer', 'supplier', 'region', 'weekday'])(
  'what contains a part of a %s and what does not add up to the whole',
  async (dimension) => {
    const [held, others, all] = await Promise.all([
      units([{ dimension, op: 'contains', values: ['th', 'on'] }]),
      units([{ dimension, op: 'contains_not', values: ['th', 'on'] }]),
      units([]),
    ]);
    expect(held).toBeGreaterThan(0);
    expect(others).toBeGreaterThan(0);
    expect(held + others).toBe(all);
  },
);

test('what is still sold and what is not add up to the whole', async () => {
  const [active, discontinued, all] = await Promise.all([
    units([{ dimension: 'product_status', op: 'is', values: ['Active'] }]),
    units([{ dimension: 'product_status', op: 'is', values: ['Discontinued'] }]),
    units([]),
  ]);
  expect(discontinued).toBeGreaterThan(0);
  expect(active + discontinued).toBe(all);
});
