import type { GroundedResult } from './grounded-result.ts';

/** Names with digits in them, so that "Trail Bike 500" is not read as a figure. */
export function listNames(results: readonly GroundedResult[]): Set<string> {
  const names = new Set<string>();
  for (const { columns, rows, scope, title } of results) {
    for (const [index, { type, grain }] of columns.entries()) {
      if (type === 'date' && grain === 'year')
        for (const row of rows) names.add(String(row[index]).slice(0, 4));
      if (type !== 'string') continue;
      for (const row of rows) {
        const cell = row[index];
        if (typeof cell === 'string' && /\d/.test(cell) && cell.length <= 120) names.add(cell);
      }
    }
    const phrases = [
      title,
      scope.period?.label,
      ...scope.filters,
      ...scope.warehouses.names,
      // A number that is an id would excuse every figure that is equal to it.
      ...scope.warehouses.ids.filter((id) => !/^\d+$/.test(id)),
    ];
    for (const phrase of phrases) if (phrase !== undefined && /\d/.test(phrase)) names.add(phrase);
  }
  return names;
}
