import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseModel } from './parse-model.ts';

const text = await readFile(new URL('../../../bigquery/models/sales.yaml', import.meta.url), 'utf8');

function problemOf(changed: string): string {
  try {
    parseModel(changed, 'sales.yaml');
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'nothing';
}

test('the model of this repository is sound', () => {
  expect(Object.keys(parseModel(text, 'sales.yaml').measures)).toContain('revenue');
});

test.each([
  [
    'label: Revenue\n',
    'lable: Revenue\n',
    'sales.yaml: measures.revenue.label: Invalid input: expected string',
  ],
  ['unit: currency', 'unit: euros', 'sales.yaml: measures.revenue.unit: Invalid option'],
  ['join: products', 'join: goods', 'sales.yaml: dimensions.product.join: there is no join "goods"'],
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
  ['empty: Unknown product', "empty: O'Neil", 'dimensions.product.empty: must be letters and spaces'],
  ['subtracted.\n', 'subtracted\n', 'measures.revenue.description: must be a sentence'],
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
