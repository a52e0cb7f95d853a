import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SemanticModel } from './model-schema.ts';
import { parseModel } from './parse-model.ts';

/** The semantic models, by what they are about. */
export type Models = {
  sales: SemanticModel;
  inventory: SemanticModel;
  movements: SemanticModel;
  purchaseOrders: SemanticModel;
};

/**
 * Reads the models from a folder such as `bigquery/models/`. The only place that reads them: a deployment puts the folder
 * beside its bundle.
 * @throws Error that names the file and what is wrong in it.
 */
export async function readModels(folder: URL): Promise<Models> {
  const base = folder.href.endsWith('/') ? folder : `${folder.href}/`;
  const readText = (file: string) => readFile(fileURLToPath(new URL(file, base)), 'utf8');
  const catalog = await readText('catalog.yaml');
  const read = async (file: string) => parseModel(await readText(file), file, catalog);
  const [sales, inventory, movements, purchaseOrders] = await Promise.all([
    read('sales.yaml'),
    read('inventory.yaml'),
    read('movements.yaml'),
    read('purchase-orders.yaml'),
  ]);
  return { sales, inventory, movements, purchaseOrders };
}
