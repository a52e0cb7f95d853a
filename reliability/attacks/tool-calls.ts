import { filterOps } from '../../functions/src/analytics/request.ts';

export type Call = { name: string; args: Record<string, unknown> };

/** Up to 50 values go into one filter; what is searched or named goes one by one. */
export function toCalls(words: readonly string[]): Call[] {
  const filters = toBatches(
    words.map((word) => word.slice(0, 200)),
    50,
  ).flatMap((values) =>
    filterOps.flatMap((op) =>
      ['product', 'warehouse'].map((dimension) => ({
        name: 'query_sales',
        args: {
          measures: ['revenue'],
          dimensions: ['product'],
          filters: [{ dimension, op, values }],
          limit: 10,
        },
      })),
    ),
  );
  const places = words.flatMap((word, index): Call[] => {
    const text = word.slice(0, 60);
    const all: Call[] = [
      { name: 'search_catalog', args: { query: word.slice(0, 100) } },
      { name: 'query_sales', args: { measures: ['revenue'], period: text } },
      { name: 'query_sales', args: { measures: ['revenue'], orderBy: { by: text, direction: 'desc' } } },
      { name: 'query_inventory', args: { measures: [text], dimensions: ['product'] } },
      { name: 'get_sales_by_month', args: { months: 3, dimension: text } },
      {
        name: 'get_reorder_recommendations',
        args: { filters: [{ dimension: 'supplier', op: 'is', values: [word.slice(0, 200)] }] },
      },
      {
        name: 'show_visualization',
        args: { resultId: text.slice(0, 8), type: 'table', title: word.slice(0, 120), columns: [text] },
      },
      { name: 'query_sales', args: { measures: ['revenue'], [text]: text } },
    ];
    // Each payload goes into two places, and every place gets many payloads.
    return [all[index % all.length], all[(index * 3 + 1) % all.length]].flatMap((call) => call ?? []);
  });
  return [...filters, ...places];
}

export function toBatches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

/** A filter with 50 values is 50 attacks. */
export function countTexts(calls: readonly Call[]): number {
  const counts = calls.map(({ args: { filters } }) =>
    Array.isArray(filters) ? filters.flatMap(({ values }) => values).length : 1,
  );
  return counts.reduce((total, count) => total + count, 0);
}

const innocent = ['lamp', 'desk chair', 'north', 'blue paint 5 l', 'x'];
/** Some that a tool takes: a payload may be a valid year or name as well. */
const valid = ['2026', 'revenue', 'last year', 'product', 'on_hand', '__proto__', 'region', 'units'];

/** As many words that harm nobody; the valid ones go into every place, as these rotate. */
export function toTwins(words: readonly string[]): string[] {
  const rotated = Array.from({ length: 9 }, () => [...valid, 'lamp']).flat();
  return words.map((_, index) => rotated[index] ?? `${innocent[index % innocent.length]} ${index}`);
}
