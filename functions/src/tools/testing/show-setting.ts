import type { Column, Rows } from '@tallyboard/contract';
import { call, createContext, createWarehouse, months } from './tool-setting.ts';

const text = { type: 'string', role: 'dimension', unit: 'none', summable: false } as const;
const money = { type: 'number', role: 'measure', unit: 'currency', summable: true } as const;
export const month: Column = { name: 'month', label: 'Month', ...text, type: 'date', grain: 'month' };
export const region: Column = { name: 'region', label: 'Region', ...text };
export const brand: Column = { name: 'brand', label: 'Brand', ...text };
export const revenue: Column = { name: 'revenue', label: 'Revenue', ...money };
export const cost: Column = { name: 'cost', label: 'Cost', ...money };
export const units: Column = { name: 'units', label: 'Units', ...money, type: 'integer', unit: 'units' };

export const share: Column = { name: 'share', label: 'Share', ...money, unit: 'fraction', summable: false };
export const onHand: Column = { name: 'on_hand', label: 'On hand', ...money, unit: 'units', summable: false };
export const stock = { ...onHand, stackable: true };

/** Row n has the text or the figure n in every column. */
const toRows = (columns: Column[], count: number): Rows =>
  Array.from({ length: count }, (_, index) =>
    columns.map(({ type }) => (type === 'string' || type === 'date' ? `member ${index}` : index + 1)),
  );

/** Draws a result of these columns: the rows given, or so many. */
export const show = (columns: Column[], args: object, rows: number | Rows = 3) => {
  const { warehouse } = createWarehouse(() => months);
  const found = typeof rows === 'number' ? toRows(columns, rows) : rows;
  const context = createContext(warehouse, {
    findResult: (resultId) => (resultId === 'r1' ? { resultId, columns, rows: found } : undefined),
  });
  return call('show_visualization', { resultId: 'r1', title: 'T', ...args }, context);
};
