import { expect, test } from 'vitest';
import { tableOf } from './table-of.ts';
import { writeReorder } from './write-reorder.ts';

const column = { type: 'string', role: 'detail' as const, unit: 'none' as const, summable: false };
const write = (...urgencies: string[]) =>
  writeReorder(
    tableOf({
      ...{ resultId: 'r1', title: '', rowsCut: 0, notes: [], rowCount: urgencies.length },
      columns: [
        { ...column, name: 'product', label: 'Product' },
        { ...column, name: 'urgency', label: 'Urgency' },
      ],
      rows: urgencies.map((urgency, index) => [`Product ${index}`, urgency]),
      scope: { period: null, currency: 'USD', filters: [] },
    }),
    { by: null, atPoint: false, sort: 'urgency', bounds: [] },
  ).find((line) => line.startsWith('By urgency'));

const before = 'runs out before delivery';

test('one line runs out before delivery, and several run out', () => {
  expect(write(before, 'soon', 'soon')).toBe('By urgency: 1 runs out before delivery, 2 soon.');
  expect(write('stocked out', before, before)).toBe('By urgency: 1 stocked out, 2 run out before delivery.');
});
