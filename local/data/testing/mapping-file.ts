import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportFolder } from './import-folder.ts';

/** Writes a mapping into a folder, as an option of an import. */
export async function putMapping(folder: ImportFolder, text: string): Promise<{ mappingFile: string }> {
  const mappingFile = join(folder.path, 'mapping.yaml');
  await writeFile(mappingFile, text);
  return { mappingFile };
}

/** Sales lines of a source `sold` with the columns `article`, `pieces` and `price`, and what they refer to. */
export function toSalesMapping({ sold, more = '', changes = {} }: SalesMapping): string {
  const columns: Record<string, string> = {
    line_id: 'sold._row',
    order_id: "'O' || sold._row",
    line_type: "'sale'",
    order_date: "'2026-03-31'",
    warehouse_id: "'W'",
    product_id: 'sold.article',
    channel: "'shop'",
    quantity: 'sold.pieces',
    unit_price: 'sold.price',
    discount_amount: '0',
    net_amount: 'sold.pieces * sold.price',
    cost_amount: '0',
    ...changes,
  };
  return `
sources:
  articles: { file: articles.csv }
  sold: ${sold}
  ${more.replaceAll('\n', '\n  ')}
tables:
  warehouses: { from: articles, oneRowPer: [warehouse_id], columns: { warehouse_id: "'W'", name: "'All'" } }
  products: { from: articles, oneRowPer: [product_id], columns: { product_id: no, sku: no, name: title } }
  sales_lines:
    from: sold
    columns: ${JSON.stringify(columns)}
`;
}

type SalesMapping = {
  /** The source, in YAML. */
  sold: string;
  /** Other sources, in YAML. */
  more?: string;
  /** Other expressions of columns. */
  changes?: Record<string, string>;
};
