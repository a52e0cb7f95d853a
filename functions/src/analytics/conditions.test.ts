import { expect, test } from 'vitest';
import type { Parameter } from '../warehouse/warehouse.ts';
import { toCondition } from './conditions.ts';
import { readModels } from './read-models.ts';
import type { Filter } from './request.ts';

const { sales } = await readModels(new URL('../../../bigquery/models/', import.meta.url));
const label = "LOWER(COALESCE(customers.name, 'No customer'))";
const name = "LOWER(COALESCE(customers.plain_name, ''))";
const id = "LOWER(COALESCE(sales_lines.customer_id, ''))";

function conditionOf(filter: Filter) {
  const bound: Parameter[] = [];
  const sql = toCondition(filter, sales, (parameter) => `@p${bound.push(parameter)}`);
  return { sql, bound };
}

test.each([
  ['is', `(${label} IN UNNEST(@p1) OR ${name} IN UNNEST(@p1) OR ${id} IN UNNEST(@p1))`],
  ['is_not', `NOT (${label} IN UNNEST(@p1) OR ${name} IN UNNEST(@p1) OR ${id} IN UNNEST(@p1))`],
] as const)('"%s" compares a customer with its label, its name and its id', (op, sql) => {
  const values = ['Larsen Home Store (C-01429)', 'Gloves (blue)'];
  expect(conditionOf({ dimension: 'customer', op, values })).toEqual({
    sql,
    bound: [{ type: 'ARRAY<STRING>', value: ['larsen home store (c-01429)', 'gloves (blue)'] }],
  });
});

test.each([
  ['contains', ''],
  ['contains_not', 'NOT '],
] as const)(
  '"%s" looks for the whole value in the label, the name and the id, also where it ends in an id',
  (op, negation) => {
    const values = ['Larsen Home Store (C-01429)'];
    expect(conditionOf({ dimension: 'customer', op, values })).toEqual({
      sql: `${negation}(STRPOS(${label}, @p1) > 0 OR STRPOS(${name}, @p1) > 0 OR STRPOS(${id}, @p1) > 0)`,
      bound: [{ type: 'STRING', value: 'larsen home store (c-01429)' }],
    });
  },
);

test('"contains_not" leaves out what contains any of its values, and wildcards mean themselves', () => {
  const filter = { dimension: 'category', op: 'contains_not', values: ['50%', 'A_b', ' 50% '] } as const;
  const category = "LOWER(COALESCE(products.category, 'No category'))";
  expect(conditionOf({ ...filter, values: [...filter.values] })).toEqual({
    sql: `NOT (STRPOS(${category}, @p1) > 0 OR STRPOS(${category}, @p2) > 0)`,
    bound: ['50%', 'a_b'].map((value) => ({ type: 'STRING', value })),
  });
  expect(conditionOf({ ...filter, values: ['lamp'] }).sql).toBe(`NOT (STRPOS(${category}, @p1) > 0)`);
});
