import { quoteText } from '../bigquery/catalog/quote.ts';
import { listVersions } from '../bigquery/catalog/warehouse-versions.ts';
import { openVersion } from './open-version.ts';

export type FoundWarehouse = { id: string; name: string };

/**
 * Finds the warehouse of an id in the newest version of a folder, or the one with most lines of sale where there is no such, as in data
 * of one's own; undefined where there is none at all. Read once for each version.
 */
export function createWarehouseFinder(
  folder: string,
  dataset: string,
): (id: string) => Promise<FoundWarehouse | undefined> {
  let known: { key: string; found: Promise<FoundWarehouse | undefined> } | undefined;
  return async (id) => {
    const file = (await listVersions(folder)).at(-1)?.file;
    if (file === undefined) return undefined;
    const key = `${id} ${file}`;
    if (known?.key !== key) known = { key, found: findWarehouse(file, dataset, id) };
    return known.found;
  };
}

async function findWarehouse(file: string, dataset: string, id: string): Promise<FoundWarehouse | undefined> {
  const version = await openVersion(file, dataset);
  try {
    const [row] = await version.query(`SELECT warehouse_id, any_value(name)
      FROM warehouses LEFT JOIN sales_lines USING (warehouse_id) GROUP BY warehouse_id
      ORDER BY warehouse_id <> ${quoteText(id)}, count(sales_lines.line_id) DESC, warehouse_id LIMIT 1`);
    return row && { id: String(row[0]), name: String(row[1]) };
  } finally {
    version.close();
  }
}
