import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImportFolder, type ImportFolder, products } from '../testing/import-folder.ts';

const suppliers = 'supplier_id,name\nS1,Aldous\n';

let folder: ImportFolder;
beforeEach(async () => {
  folder = await createImportFolder();
  await folder.put({ 'products.csv': products });
});
afterEach(() => folder.remove());

describe('an import without a mapping', () => {
  it.each(['suppliers.csv.gz', 'suppliers.txt', 'Suppliers.tsv', 'suppliers', 'suppliers.csv~'])(
    'is refused where %s lies in the folder',
    async (file) => {
      await folder.put({ [file]: suppliers });
      expect(await folder.refuse()).toMatchObject({
        code: 'nothing_to_import',
        message: `${file} is called like the table suppliers and is not read: make it suppliers.csv or suppliers.parquet, or move it away.`,
      });
    },
  );

  it('reads past files that are not called like a table', async () => {
    await folder.put({ 'README.txt': 'exported on Monday', 'sales.xlsx': 'x', 'SUPPLIERS.CSV': suppliers });
    expect((await folder.run()).counts).toMatchObject({ products: 2, suppliers: 1 });
  });

  it('names a folder that is called like a file', async () => {
    await mkdir(join(folder.path, 'suppliers.csv'));
    const message = `suppliers.csv in ${folder.path} is a folder, and a file is needed.`;
    expect(await folder.refuse()).toMatchObject({ code: 'file_unreadable', message });
  });
});

describe('an import', () => {
  it('asks for the folder where it is given a file', async () => {
    const file = join(folder.path, 'products.csv');
    const message = `${file} is a file: name the folder that it is in.`;
    expect(await folder.refuse({ folder: file })).toMatchObject({ code: 'folder_missing', message });
  });

  it('names a folder where its mapping has a file', async () => {
    await mkdir(join(folder.path, 'list'));
    const mappingFile = join(folder.path, 'mapping.yaml');
    await writeFile(mappingFile, 'sources: { a: { file: list } }\ntables: {}\n');
    const message = `list in ${folder.path} is a folder, and a file is needed.`;
    expect(await folder.refuse({ mappingFile })).toMatchObject({ code: 'file_unreadable', message });
  });
});
