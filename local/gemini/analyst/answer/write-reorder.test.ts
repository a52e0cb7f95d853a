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

test('of the lines within a bound each is told, and those without the figure are not among them', () => {
  const figure = { role: 'measure' as const, type: 'number', unit: 'currency' as const };
  const [lead] = writeReorder(
    tableOf({
      ...{ resultId: 'r1', title: '', rowsCut: 0, notes: [] },
      scope: { period: null, currency: 'USD', filters: [] },
      columns: [
        { ...column, name: 'product', label: 'Product' },
        { ...column, ...figure, name: 'cost', label: 'Cost' },
      ],
      rows: [
        ['Product 1', 400],
        ['Product 2', 200],
        ['Product 3', null],
      ],
      rowCount: 3,
    }),
    { by: null, atPoint: false, sort: 'urgency', bounds: [{ op: 'below', value: 300, column: 'cost' }] },
  );
  expect(lead).toBe('**1 of the 3 lines below their reorder points** has cost below $300.00.');
});
