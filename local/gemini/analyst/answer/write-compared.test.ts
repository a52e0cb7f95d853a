import { expect, test } from 'vitest';
import type { ToolResult } from '../conversation/read-steps.ts';
import { noView } from '../reads/view.ts';
import { toUnit } from '../time/period-units.ts';
import { tableOf } from './table-of.ts';
import { writeCompared } from './write-compared.ts';

const view = {
  ...noView,
  spans: { before: toUnit('2026-09-01', 'month'), after: toUnit('2026-10-01', 'month') },
};
const column = (name: string, label: string) =>
  ({ name, label, type: 'number', role: 'measure', unit: 'currency', summable: true }) as const;
const result: ToolResult = {
  ...{ resultId: 'r1', title: '', rowCount: 2, rowsCut: 0, notes: [] },
  columns: [
    { name: 'category', label: 'Category', type: 'string', role: 'dimension', unit: 'none', summable: false },
    column('revenue', 'Revenue'),
    column('revenue_before', 'Revenue before'),
    column('gross_margin', 'Gross margin'),
    column('gross_margin_before', 'Gross margin before'),
  ],
  rows: [
    ['Bikes', 300, 200, 90, 100],
    ['Helmets', 100, 100, 30, 40],
  ],
  scope: {
    period: { start: '2026-10-01', end: '2026-10-31', label: 'October 2026' },
    currency: 'USD',
    filters: [],
  },
};

test('each figure of a comparison is told, of all and of each', () => {
  const text = writeCompared(tableOf(result), view).join('\n');
  expect(text).toContain('**Revenue rose 33.3%**: $400.00 in October 2026, $300.00 in September 2026.');
  expect(text).toContain('**Gross margin fell 14.3%**: $120.00 in October 2026, $140.00 in September 2026.');
  expect(text).toContain('- Bikes: $100.00 to $90.00 (−10.0%)');
});

test('the ones that grew most are told by the figure that they are ranked by', () => {
  const text = writeCompared(tableOf(result), { ...view, ranked: 'desc' }).join('\n');
  expect(text).toContain('Bikes grew most');
  expect(text).not.toContain('margin');
});

test('what has no name of its own is none of those that grew', () => {
  const rows = [...result.rows, ['No category', 900, 100, 90, 10]];
  const text = writeCompared(tableOf({ ...result, rowCount: 3, rows }), { ...view, ranked: 'desc' }).join(
    '\n',
  );
  expect(text).toContain('**Bikes grew most, by $100.00');
  expect(text).toContain('- No category: $100.00 to $900.00');
  expect(writeCompared(tableOf({ ...result, rowCount: 3, rows }), view).join('\n')).toContain(
    'What has no category moved it most',
  );
});
