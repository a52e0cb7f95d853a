import { beforeEach, describe, expect, it } from 'vitest';
import { queryVersion, useImportFolder } from '../testing/import-folder.ts';
import { putMapping, toSalesMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
beforeEach(async () => {
  await folder.put({
    'articles.csv': 'no,title\nA,Lamp\n',
    'sold.csv': 'article,pieces,packed,price,note\nA,9,10,1,b\n',
  });
});

const place = 'tables.sales_lines.columns.quantity';
const has = (names: string) =>
  `compares ${names} as text, in which "9" is more than "10": give them a type in sources.sold.types, STRING where text is meant.`;
const sold = (types: string) => `{ file: sold.csv, types: { price: NUMERIC${types} } }`;
const toMapping = (quantity: string, types = '') =>
  toSalesMapping({ sold: sold(types), changes: { quantity, net_amount: 'price' } });

describe('columns without a type', () => {
  it.each([
    ['CASE WHEN sold.pieces > sold.packed THEN 2 ELSE 1 END', 'sold.pieces and sold.packed'],
    ['CASE WHEN PIECES <= sold.packed THEN 2 ELSE 1 END', 'sold.pieces and sold.packed'],
    [
      'CASE WHEN pieces BETWEEN 0 AND 5 OR pieces BETWEEN note AND packed THEN 1 END',
      'sold.pieces and sold.note',
    ],
    ['greatest(pieces, packed)', 'sold.pieces and sold.packed'],
    ['max(pieces) OVER ()', 'sold.pieces'],
  ])('are not compared by %s', async (expression, names) => {
    const error = await folder.refuse(await putMapping(folder, toMapping(expression)));
    expect(error).toMatchObject({
      code: 'mapping_invalid',
      message: `${place}: "${expression}" ${has(names)}`,
    });
  });

  it.each([
    ['where: sold.pieces < sold.packed', 'tables.sales_lines.where: "sold.pieces < sold.packed"'],
    [
      'joins: [{ source: articles, on: articles.no = article AND pieces < packed }]',
      'tables.sales_lines.joins.articles.on: "articles.no = article AND pieces < packed"',
    ],
  ])('are not compared by %s', async (more, what) => {
    const text = toMapping('price').replace('    from: sold\n', `    from: sold\n    ${more}\n`);
    const { message } = await folder.refuse(await putMapping(folder, text));
    expect(message).toBe(`${what} ${has('sold.pieces and sold.packed')}`);
  });

  it.each([
    [
      'with their types',
      'CASE WHEN pieces > packed THEN 2 ELSE 1 END',
      ', pieces: INT64, packed: INT64',
      '1',
    ],
    [
      'as text that is said to be text',
      'CASE WHEN pieces > packed THEN 2 ELSE 1 END',
      ', pieces: STRING, packed: STRING',
      '2',
    ],
    ['after a cast', 'CASE WHEN CAST(pieces AS INT) > CAST(packed AS INT) THEN 2 ELSE 1 END', '', '1'],
    ['with a text of the mapping', "CASE WHEN pieces > '10' THEN 2 ELSE 1 END", '', '2'],
    ['for being the same', 'CASE WHEN pieces = packed THEN 2 ELSE 1 END', '', '1'],
    [
      'for being others',
      'CASE WHEN pieces <> packed AND pieces IS DISTINCT FROM packed THEN 2 ELSE 1 END',
      '',
      '2',
    ],
    ['in an order of rows', 'CASE WHEN row_number() OVER (ORDER BY article) = 1 THEN 2 END', '', '2'],
    ['with the file that they are in', 'CASE WHEN _file > article THEN 2 ELSE 1 END', '', '2'],
  ])('are compared %s', async (_, expression, types, quantity) => {
    const mapping = toSalesMapping({
      sold: sold(types),
      changes: { quantity: expression, net_amount: quantity },
    });
    const { file } = await folder.run(await putMapping(folder, mapping));
    expect(await queryVersion(file, 'SELECT quantity FROM sales_lines')).toEqual([[quantity]]);
  });
});
