import { categories, channels, products, regions, warehouses } from './test-company-facts.ts';

export type CatalogRow = [kind: string, id: string, name: string, code: string | null];
export const catalog: CatalogRow[] = [
  ...categories.map((name): CatalogRow => ['category', name, name, null]),
  ...channels.map((name): CatalogRow => ['channel', name, name, null]),
  ...regions.map((name): CatalogRow => ['region', name, name, null]),
  ...warehouses.map((name, index): CatalogRow => ['warehouse', `WH-${index + 1}`, name, null]),
  ...products.map((name, index): CatalogRow => ['product', `P${index}`, name, `SKU-${index}00`]),
  ['supplier', 'S1', 'Acme Supply', null],
];

/** What the product's catalog search would return: entries spelled so, then with it in them, then alike. */
export function search(
  query: string,
  resultId: string,
  entries: CatalogRow[] = catalog,
): Record<string, unknown> {
  const wanted = query.toLowerCase();
  const rows = entries.flatMap(([kind, id, name, code]) => {
    const spellings = [id, name, code ?? ''].map((text) => text.toLowerCase());
    if (spellings.includes(wanted)) return [[kind, id, name, code, 'exact']];
    if (spellings.some((text) => text.includes(wanted))) return [[kind, id, name, code, 'partial']];
    return spellings.some((text) => text.slice(0, 4) === wanted.slice(0, 4))
      ? [[kind, id, name, code, 'similar']]
      : [];
  });
  if (rows.length === 0)
    return {
      error: {
        code: 'no_match',
        message: `Nothing is spelled like "${query}".`,
        hint: 'Try a shorter part.',
      },
    };
  const order = ['exact', 'partial', 'similar'];
  rows.sort((a, b) => order.indexOf(String(a[4])) - order.indexOf(String(b[4])));
  const columns = ['kind', 'id', 'name', 'code', 'match'].map((name) => ({
    name,
    label: name,
    type: 'string',
    role: 'dimension',
    unit: 'none',
    summable: false,
  }));
  return {
    output: {
      resultId,
      title: 'Catalog',
      columns,
      rows,
      rowCount: rows.length,
      rowsCut: 0,
      scope: { period: null, currency: 'USD', filters: [] },
      notes: [],
    },
  };
}
