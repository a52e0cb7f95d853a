import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { queryVersion, useImportFolder } from '../testing/import-folder.ts';

const folder = useImportFolder();

describe('a mapping', () => {
  const mapping = `
sources:
  articles: { file: [art1.csv, art2.csv], types: { price: NUMERIC } }
  sold: { file: sold.csv, delimiter: ";", dateFormat: "%d.%m.%Y", types: { day: DATE, count: INT64 } }
tables:
  warehouses: { from: sold, oneRowPer: [warehouse_id], columns: { warehouse_id: "'W'", name: "'All'" } }
  products:
    from: articles
    where: articles.price > 0
    columns: { product_id: articles.no, sku: articles.no, name: upper(articles.title), list_price: price }
  sales_lines:
    from: sold
    joins: [{ source: articles, on: articles.no = sold.article, required: true }]
    dateShift: { years: 1, days: -1 }
    columns:
      { line_id: sold._row, order_id: "'O' || sold._row", line_type: "'sale'", order_date: sold.day, warehouse_id: "'W'",
        product_id: sold.article, channel: "'shop'", quantity: sold.count, unit_price: articles.price,
        discount_amount: 0, net_amount: sold.count * articles.price, cost_amount: 0 }
`;
  const files = {
    'art1.csv': '\uFEFFno,title,price\r\n1,lamp,10\r\n2,"two\r\nlines",5\r\n',
    'art2.csv': 'no,title,price\n3,free,0\n',
    'sold.csv': 'day;article;count\n31.12.2024;1;2\n01.01.2025;7;1\n28.02.2025;2;3\n',
  };
  const useMapping = async (text: string) => {
    const mappingFile = join(folder.path, 'mapping.yaml');
    await writeFile(mappingFile, text);
    return { mappingFile };
  };

  it('joins, filters, calculates and shifts dates', async () => {
    await folder.put(files);
    const { file, counts } = await folder.run(await useMapping(mapping));
    expect(counts).toMatchObject({ products: 2, warehouses: 1, sales_lines: 2 });
    expect(await queryVersion(file, 'SELECT product_id, name FROM products ORDER BY 1')).toEqual([
      ['1', 'LAMP'],
      ['2', 'TWO\r\nLINES'],
    ]);
    expect(
      await queryVersion(file, 'SELECT line_id, order_date, net_amount FROM sales_lines ORDER BY 1'),
    ).toEqual([
      ['2', '2025-12-30', '20.000000'],
      ['4', '2026-02-27', '15.000000'],
    ]);
  });

  it('points at a value of a source that is something else', async () => {
    await folder.put({ ...files, 'sold.csv': `${files['sold.csv']}2025-03-01;1;1\n` });
    const error = await folder.refuse(await useMapping(mapping));
    expect(error.issues).toEqual([
      {
        table: null,
        file: 'sold.csv',
        row: 5,
        column: 'day',
        value: '2025-03-01',
        expected: 'a date as %d.%m.%Y',
      },
    ]);
  });

  const wrong: [string, (text: string) => string, string, string][] = [
    [
      'an unknown key',
      (text) => text.replace('joins:', 'join:'),
      'mapping_invalid',
      'tables.sales_lines has no "join"; did you mean "joins"?',
    ],
    [
      'an unknown table',
      (text) => text.replace('  products:', '  product:'),
      'mapping_invalid',
      'there is no table "product"; did you mean "products"?',
    ],
    [
      'an unknown table column',
      (text) => text.replace('list_price: price', 'list_prize: price'),
      'column_missing',
      'the table has no column "list_prize"; did you mean "list_price"?',
    ],
    [
      'an unknown source',
      (text) => text.replace('from: articles', 'from: article'),
      'mapping_invalid',
      'there is no source "article"; did you mean "articles"?',
    ],
    [
      'an unknown source column',
      (text) => text.replace('quantity: sold.count', 'quantity: sold.cuont'),
      'column_missing',
      'tables.sales_lines.columns.quantity: "sold" has no column "cuont"; did you mean "count"?',
    ],
    [
      'an unknown typed column',
      (text) => text.replace('{ day: DATE', '{ dai: DATE'),
      'column_missing',
      'sources.sold.types: sold.csv has no column "dai"; did you mean "day"?',
    ],
    [
      'a type that is none',
      (text) => text.replace('NUMERIC', 'MONEY'),
      'mapping_invalid',
      'sources.articles.types.price',
    ],
    [
      'a required column without a value',
      (text) => text.replace('channel: "\'shop\'", ', ''),
      'column_missing',
      'the table needs channel',
    ],
    [
      'an expression that is none',
      (text) => text.replace('upper(articles.title)', '"upper(("'),
      'mapping_invalid',
      'is no DuckDB expression',
    ],
    [
      'a statement for an expression',
      (text) => text.replace('upper(articles.title)', '"1); DROP TABLE x; SELECT (1"'),
      'mapping_invalid',
      'is no DuckDB expression',
    ],
    [
      'two values for one',
      (text) => text.replace('upper(articles.title)', '"1), (2"'),
      'mapping_invalid',
      'it is more than one value',
    ],
    ['a function that is none', (text) => text.replace('upper(', 'uper('), 'mapping_invalid', 'uper'],
    [
      'a missing file',
      (text) => text.replace('art2.csv', 'art3.csv'),
      'file_missing',
      'There is no file art3.csv',
    ],
    ['no YAML', () => 'sources: [', 'mapping_invalid', 'is no YAML'],
  ];
  it.each(wrong)('with %s says so', async (_, change, code, message) => {
    await folder.put(files);
    const changed = change(mapping);
    expect(changed).not.toBe(mapping);
    expect(await folder.refuse(await useMapping(changed))).toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});
