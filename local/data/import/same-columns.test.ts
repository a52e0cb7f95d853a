import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { queryVersion, useImportFolder } from '../testing/import-folder.ts';
import { putMapping, toSalesMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
const articles = 'no,title\nA,Lamp\n';
const types = 'types: { pieces: INT64, price: NUMERIC }';

it('the columns of the files of a source may be in another order', async () => {
  await folder.put({
    'articles.csv': articles,
    'a.csv': 'article,pieces,price\nA,1,10\n',
    'b.csv': 'price,article,pieces\n20,A,3\n',
  });
  const { file } = await folder.run(
    await putMapping(folder, toSalesMapping({ sold: `{ file: [a.csv, b.csv], ${types} }` })),
  );
  expect(await queryVersion(file, 'SELECT quantity, unit_price FROM sales_lines ORDER BY line_id')).toEqual([
    ['1', '10.000000'],
    ['3', '20.000000'],
  ]);
});

it('other columns are named', async () => {
  await folder.put({
    'articles.csv': articles,
    'a.csv': 'article,pieces,price\nA,1,10\n',
    'b.csv': 'article,credited,price\nA,1,10\n',
  });
  const mapping = toSalesMapping({ sold: `{ file: [a.csv, b.csv], ${types} }` });
  expect(await folder.refuse(await putMapping(folder, mapping))).toMatchObject({
    code: 'column_missing',
    message:
      'b.csv does not have "pieces" and has "credited", unlike a.csv: the files of "sold" must have the same columns. Add those that one lacks, and leave them empty (docs/data-model.md).',
  });
});

it('files of other columns fill one table as docs/data-model.md shows', async () => {
  await folder.put({
    'articles.csv': articles,
    'invoices.csv': 'invoice_no,article,pieces,price\nI1,A,3,10\n',
    'credits.csv': 'credit_no,article,credited,price\nC1,A,1,10\n',
  });
  const page = await readFile(join(import.meta.dirname, '../../../docs/data-model.md'), 'utf8');
  const [, statement = ''] = /```sql\n([^`]*)```/.exec(page) ?? [];
  const [, line_type = '', quantity = ''] =
    /`line_type: ([^`]*)`, and\s+`quantity: ([^`]*)`/.exec(page) ?? [];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(statement.replace(/'(\w+\.csv)'/g, (_, name) => `'${join(folder.path, name)}'`));
  connection.closeSync();
  instance.closeSync();
  const [sold, changes] = [
    '{ file: lines.csv, types: { pieces: INT64, credited: INT64, price: NUMERIC } }',
    {
      line_type: line_type.replaceAll('line.', 'sold.'),
      quantity: quantity.replaceAll('line.', 'sold.'),
      net_amount: `${quantity.replaceAll('line.', 'sold.')} * sold.price`,
    },
  ];
  const { file } = await folder.run(await putMapping(folder, toSalesMapping({ sold, changes })));
  expect(await queryVersion(file, 'SELECT line_type, quantity FROM sales_lines ORDER BY line_id')).toEqual([
    ['sale', '3'],
    ['return', '-1'],
  ]);
});
