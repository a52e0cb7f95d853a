import { expect, test } from 'vitest';
import type { ToolResult } from '../conversation/read-steps.ts';
import type { Read } from './plan-reads.ts';
import { skipUnnamed } from './skip-unnamed.ts';

const result: ToolResult = {
  ...{ resultId: 'r1', title: '', rowCount: 2, rowsCut: 0, notes: [] },
  columns: [
    { name: 'brand', label: 'Brand', type: 'string', role: 'dimension', unit: 'none', summable: false },
    { name: 'on_hand', label: 'On hand', type: 'number', role: 'measure', unit: 'units', summable: true },
  ],
  rows: [
    ['Halden', 5],
    ['No brand', 3],
  ],
  scope: { period: null, currency: 'USD', filters: [] },
};
const read: Read = { role: 'main', tool: 'query_inventory', args: { dimensions: ['brand'] } };

test('what has no brand is none of the brands that are counted or listed', () => {
  const again = skipUnnamed(read, result, { filters: [], members: 'count' });
  expect(again?.args.filters).toEqual([{ dimension: 'brand', op: 'is_not', values: ['No brand'] }]);
  expect(skipUnnamed(read, result, { filters: [], members: null })).toBeNull();
});
