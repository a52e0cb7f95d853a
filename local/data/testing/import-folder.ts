import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '@duckdb/node-api';
import { afterEach, beforeEach } from 'vitest';
import { ImportError } from '../import/import-error.ts';
import { type ImportOptions, type ImportReport, importFolder } from '../import-folder.ts';
import { openVersion } from '../open-version.ts';

export const dataset = 'tallyboard';
export const tablesFolder = join(import.meta.dirname, '../../../bigquery/tables');
/** When the tests' imports run. */
export const now = () => new Date('2026-11-23T12:00:00Z');

export const products = 'product_id,sku,name,list_price\nP1,A-1,Claw Hammer,12.50\nP2,A-2,"Saw, 18""",20\n';
export const warehouses = 'warehouse_id,name\nW1,Main\n';
/** What sales lines point at. */
export const catalogFiles = { 'products.csv': products, 'warehouses.csv': warehouses };
export const salesHeader =
  'line_id,order_id,line_type,order_date,warehouse_id,product_id,channel,quantity,unit_price,discount_amount,net_amount,cost_amount\n';
export const goodLine = '1,O1,sale,2026-03-31,W1,P1,store,2,12.5,0,25,10\n';

/** A folder of its own to import from, with a warehouse in it that is not there yet. */
export type ImportFolder = {
  path: string;
  warehouseFolder: string;
  /** Writes files, by name. */
  put: (files: Record<string, string>) => Promise<void>;
  run: (options?: Partial<ImportOptions>) => Promise<ImportReport>;
  /** Why an import was refused. @throws Error when it was not, or when it left something behind. */
  refuse: (options?: Partial<ImportOptions>) => Promise<ImportError>;
  remove: () => Promise<void>;
};

/** A folder to import from for each test of a file, removed after it. */
export function useImportFolder(): ImportFolder {
  let folder: ImportFolder;
  beforeEach(async () => {
    folder = await createImportFolder();
  });
  afterEach(() => folder.remove());
  return {
    get path() {
      return folder.path;
    },
    get warehouseFolder() {
      return folder.warehouseFolder;
    },
    put: (files) => folder.put(files),
    run: (options) => folder.run(options),
    refuse: (options) => folder.refuse(options),
    remove: () => folder.remove(),
  };
}

export async function createImportFolder(): Promise<ImportFolder> {
  const path = await mkdtemp(join(tmpdir(), 'tallyboard-import-'));
  const warehouseFolder = join(path, 'warehouse');
  const run: ImportFolder['run'] = (options = {}) =>
    importFolder({ folder: path, warehouseFolder, tablesFolder, dataset, now, ...options });
  return {
    path,
    warehouseFolder,
    run,
    put: async (files) => {
      for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
    },
    refuse: async (options) => {
      const error: unknown = await run(options).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (!(error instanceof ImportError)) {
        throw new Error('The import should have been refused.', { cause: error });
      }
      const left = await readdir(warehouseFolder).catch(() => []);
      if (left.length > 0) throw new Error(`The import left ${left.join(', ')} behind.`);
      return error;
    },
    remove: () => rm(path, { recursive: true }),
  };
}

/** Rows of one query over a version's file. */
export async function queryVersion(file: string, sql: string): Promise<Json[][]> {
  const version = await openVersion(file, dataset);
  try {
    return await version.query(sql);
  } finally {
    version.close();
  }
}
