import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportOptions, importFolder } from '../import-folder.ts';

const tablesFolder = join(import.meta.dirname, '../../../bigquery/tables');
const products = 'product_id,sku,name,list_price\nP1,A-1,Claw Hammer,12.50\n';
const suppliers = 'supplier_id,name\nS1,Aldous\n';

let base = '';
let folder = '';
let warehouseFolder = '';
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'tallyboard-files-'));
});
afterAll(() => rm(base, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(base, 'files-'));
  warehouseFolder = await mkdtemp(join(base, 'versions-'));
  await writeFile(join(folder, 'products.csv'), products);
});

const run = (options: Partial<ImportOptions> = {}) =>
  importFolder({ folder, warehouseFolder, tablesFolder, dataset: 'tallyboard', ...options });

async function expectRefusal(
  expected: { code: string; message: string },
  options: Partial<ImportOptions> = {},
) {
  await expect(run(options)).rejects.toMatchObject(expected);
  expect(await readdir(warehouseFolder)).toEqual([]);
}

describe('an import without a mapping', () => {
  it.each(['suppliers.csv.gz', 'suppliers.txt', 'Suppliers.tsv', 'suppliers', 'suppliers.csv~'])(
    'is refused where %s lies in the folder',
    async (file) => {
      await writeFile(join(folder, file), suppliers);
      await expectRefusal({
        code: 'nothing_to_import',
        message: `${file} is called like the table suppliers and is not read: make it suppliers.csv or suppliers.parquet, or move it away.`,
      });
    },
  );

  it('reads past files that are not called like a table', async () => {
    await writeFile(join(folder, 'README.txt'), 'exported on Monday');
    await writeFile(join(folder, 'sales.xlsx'), 'x');
    await writeFile(join(folder, 'SUPPLIERS.CSV'), suppliers);
    expect((await run()).counts).toMatchObject({ products: 1, suppliers: 1 });
  });

  it('names a folder that is called like a file', async () => {
    await mkdir(join(folder, 'suppliers.csv'));
    const message = `suppliers.csv in ${folder} is a folder, and a file is needed.`;
    await expectRefusal({ code: 'file_unreadable', message });
  });
});

describe('an import', () => {
  it('asks for the folder where it is given a file', async () => {
    const file = join(folder, 'products.csv');
    const message = `${file} is a file: name the folder that it is in.`;
    await expectRefusal({ code: 'folder_missing', message }, { folder: file });
  });

  it('names a folder where its mapping has a file', async () => {
    await mkdir(join(folder, 'list'));
    const mappingFile = join(folder, 'mapping.yaml');
    await writeFile(mappingFile, 'sources: { a: { file: list } }\ntables: {}\n');
    const message = `list in ${folder} is a folder, and a file is needed.`;
    await expectRefusal({ code: 'file_unreadable', message }, { mappingFile });
  });
});
