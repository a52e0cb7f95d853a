import { expect, test } from 'vitest';
import { reads, sales, stock } from './test-reads.ts';

const revenue = (...periods: string[]) => periods.map((period) => sales({ measures: ['revenue'], period }));
const total = 'What was revenue last month?';

// What lies between them was not asked for.
test.each([
  [['compare Q3 with Q3 last year'], revenue('Q3 2026', 'Q3 2025')],
  [['revenue March 2026 vs March 2025'], revenue('2026-03', '2025-03')],
  [['revenue yesterday', 'same day last week'], revenue('yesterday', '2026-11-15')],
  [[total, 'with last year next to it'], revenue('last month', '2025-10-01..2025-10-31')],
  [['revenue in March and in 2025'], revenue('2025-03', '2025')],
  [['revenue Q1 2026 vs Q1 2025', 'which was better?'], revenue('Q1 2026', 'Q1 2025')],
  [['revenue Q1 2026 vs Q1 2025', 'by how much?'], revenue('Q1 2026', 'Q1 2025')],
  [
    ['what was stock worth at the end of October, and what was it a year earlier?'],
    ['2026-10', '2025-10-01..2025-10-31'].map((period) => stock({ measures: ['stock_value'], period })),
  ],
])('%j reads two times alone', async (asked, expected) => {
  expect(await reads(...asked)).toEqual(expected);
});

test('two months in a row are read at once', async () => {
  expect(await reads('compare October with September')).toHaveLength(1);
});
