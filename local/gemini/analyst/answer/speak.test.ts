import { expect, test } from 'vitest';
import type { ToolResult } from '../conversation/read-steps.ts';
import { speakOwnFigures } from './speak.ts';

const result: ToolResult = {
  ...{ resultId: 'r1', title: '', rowCount: 0, rowsCut: 0, columns: [], rows: [] },
  notes: [
    'Classes, seasons and lead times are those of the warehouses that the caller sees, so who sees others may get another point and quantity for the same product and warehouse.',
  ],
  scope: { period: null, currency: 'USD', filters: [] },
};

test('it is said that reorder figures rest on some warehouses, where they do', () => {
  expect(speakOwnFigures(result)).toContain('taken from there alone');
  expect(speakOwnFigures({ ...result, notes: [] })).toBe('');
});
