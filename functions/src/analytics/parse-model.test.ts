import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseModel } from './parse-model.ts';
import { readModels } from './read-models.ts';

const read = (file: string) => readFile(new URL(`../../../bigquery/models/${file}`, import.meta.url), 'utf8');
const text = await read('sales.yaml');
const catalog = await read('catalog.yaml');

function problemOf(changed: string): string {
  try {
    parseModel(changed, 'sales.yaml', catalog);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'nothing';
}

test('the model of this repository is sound', () => {
  expect(Object.keys(parseModel(text, 'sales.yaml', catalog).measures)).toContain('revenue');
});

test.each([
  [
    'label: Revenue\n',
    'lable: Revenue\n',
    'sales.yaml: measures.revenue.label: Invalid input: expected string',
  ],
  ['unit: currency', 'unit: euros', 'sales.yaml: measures.revenue.unit: Invalid option'],
  ['join: warehouses', 'join: places', 'sales.yaml: dimensions.warehouse.join: there is no join "places"'],
  [
    '{ of: revenue, to: orders }',
    '{ of: revenue, to: order }',
    'measures.average_order_value.to: "order" is not a measure',
  ],
  [
    '{ of: revenue, to: orders }',
    '{ of: revenue, to: margin_rate }',
    '"margin_rate" is not a measure that aggregates rows',
  ],
  ['aggregate: sum', 'aggregate: count', 'measures.revenue.expression: only count takes no expression'],
  [
    'additivity: additive',
    'additivity: semi_additive',
    'measures.revenue.over_time: is for semi_additive measures',
  ],
  [
    'additive_over: [time',
    'additive_over: [colour',
    'measures.orders.additive_over: there is no dimension "colour"',
  ],
  ['empty: Unknown warehouse', "empty: O'Neil", 'dimensions.warehouse.empty: must be letters and spaces'],
  ['subtracted.\n', 'subtracted\n', 'measures.revenue.description: must be a sentence'],
  [
    'synonyms: [quantity,',
    'synonyms: [Turnover,',
    'measures.units.synonyms: "turnover" means revenue already',
  ],
  ['name: sales', 'name: [sales', 'sales.yaml: not YAML'],
])('a model with %o for %o is refused with the place', (right, wrong, problem) => {
  const at = text.indexOf(
    right,
    right.startsWith('name: ') || right.startsWith('join') || right.startsWith('empty')
      ? 0
      : text.indexOf('measures:'),
  );
  expect(problemOf(text.slice(0, at) + wrong + text.slice(at + right.length))).toContain(problem);
});

test('a model has the dimensions of the catalog over its own product column, and its own instead where it has them', () => {
  const own = parseModel(text, 'sales.yaml', catalog);
  expect(own.joins.products?.on).toBe('products.product_id = sales_lines.product_id');
  expect(own.dimensions.brand?.label).toBe('Brand');
  const brand =
    '  brand:\n    label: Make\n    description: A make.\n    name: products.brand\n    empty: None\n';
  const changed = text.replace('dimensions:\n', `dimensions:\n${brand}`);
  expect(parseModel(changed, 'sales.yaml', catalog).dimensions.brand?.label).toBe('Make');
  expect(problemOf(text.replace('catalog: sales_lines.product_id\n', ''))).toContain('no dimension "brand"');
});

test('what another time lists needs its parts there too', async () => {
  const orders = await read('purchase-orders.yaml');
  const changed = orders.replace('received_lines, received_units', 'received_units');
  expect(problemOf(changed)).toContain(
    'other_times.received.measures: "received_lines" is needed and not there',
  );
});

test('the measure of CONTRIBUTING.md fits its model as it stands there, also once it was added', async () => {
  const page = await readFile(new URL('../../../CONTRIBUTING.md', import.meta.url), 'utf8');
  const measure = /```yaml\n( {2}transfer_rate:[^`]*)```/.exec(page)?.[1] ?? '';
  const model = (await read('movements.yaml')).replace(measure, '');
  const movements = parseModel(`${model}${measure}`, 'movements.yaml', catalog);
  expect(movements.measures.transfer_rate).toMatchObject({ unit: 'fraction', additivity: 'non_additive' });
});

test('no two models call different measures by one name', async () => {
  const models = await readModels(new URL('../../../bigquery/models/', import.meta.url));
  const names = Object.values(models).flatMap(({ measures }) => Object.keys(measures));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
