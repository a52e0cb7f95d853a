import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { products, useImportFolder } from '../testing/import-folder.ts';

const suppliers = 'supplier_id,name\nS1,Aldous\n';

const folder = useImportFolder();
beforeEach(async () => {
  await folder.put({ 'products.csv': products });
});

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

  it('names a link that leads nowhere', async () => {
    await symlink('/no/such/file.csv', join(folder.path, 'suppliers.csv'));
    const message = `suppliers.csv in ${folder.path} is a link to a file that is not there.`;
    expect(await folder.refuse()).toMatchObject({ code: 'file_missing', message });
  });

  it.each([
    ['a column twice, in other letters', 'supplier_id,name,NAME', 'two columns "NAME"'],
    ['a name without end', `supplier_id,${'x'.repeat(5_000)}`, 'a column name of 5000 characters'],
    ["a name of the import's own", 'supplier_id,_row', 'a column "_row", which the import adds itself'],
  ])('refuses a first row that has %s', async (_, header, what) => {
    await folder.put({ 'suppliers.csv': `${header}\nS1,Aldous\n` });
    const { code, message } = await folder.refuse();
    expect([code, message.slice(message.indexOf('and it has'))]).toEqual([
      'file_unreadable',
      `and it has ${what}.`,
    ]);
  });

  it('names all columns at once that the table does not have', async () => {
    await folder.put({ 'suppliers.csv': 'supplier_id,Nmae,colour\nS1,Aldous,Ulm\n' });
    const { code, message } = await folder.refuse();
    expect([code, ...message.split('\n')]).toEqual([
      'column_missing',
      'suppliers.csv: the table has no columns',
      '  "Nmae"; did you mean "name"?',
      '  "colour"',
      expect.stringMatching(/^There are supplier_id, name, /),
    ]);
  });

  it('names the file that lacks columns, and all of them', async () => {
    await folder.put({ 'products.csv': 'product_id,list_price\nP1,12.50\n' });
    expect(await folder.refuse()).toMatchObject({
      code: 'column_missing',
      message: 'products.csv: the table needs sku, name, and nothing is given for it.',
    });
  });

  it('names what is no Parquet file', async () => {
    await folder.put({ 'suppliers.parquet': 'PAR1' });
    const { code, message } = await folder.refuse();
    expect(code).toBe('file_unreadable');
    expect(message).toMatch(/^suppliers\.parquet cannot be read: [^\n]+$/);
  });

  it('says how long a row may be', async () => {
    await folder.put({ 'suppliers.csv': `supplier_id,name\nS1,${'x'.repeat(2_000_001)}\n` });
    expect((await folder.refuse()).issues).toMatchObject([
      { file: 'suppliers.csv', row: 2, expected: 'the row must have 2,000,000 bytes at most' },
    ]);
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

  it('names a folder where it is given a mapping file', async () => {
    const message = `The mapping file ${folder.path} cannot be read: EISDIR: illegal operation on a directory, read`;
    const refused = await folder.refuse({ mappingFile: folder.path });
    expect(refused).toMatchObject({ code: 'file_unreadable', message });
  });

  it('names a folder where its mapping has a file', async () => {
    await mkdir(join(folder.path, 'list'));
    const mappingFile = join(folder.path, 'mapping.yaml');
    await writeFile(mappingFile, 'sources: { a: { file: list } }\ntables: {}\n');
    const message = `list in ${folder.path} is a folder, and a file is needed.`;
    expect(await folder.refuse({ mappingFile })).toMatchObject({ code: 'file_unreadable', message });
  });
});
