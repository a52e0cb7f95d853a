import { beforeEach, describe, expect, it } from 'vitest';
import { useImportFolder } from '../testing/import-folder.ts';
import { putMapping, toSalesMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
beforeEach(async () => {
  await folder.put({
    'articles.csv': 'no,title\nA,Lamp\nB,Desk\n',
    'sold.csv': 'article,pieces,price,day,cost\nA,1,10,2026-03-31,4\nB,2,5,2026-03-31,few\n',
  });
});

const place = 'tables.sales_lines.columns';
const isText = (column: string) =>
  `sold.${column} is text. Give it a type in sources.sold.types, such as ${column}: NUMERIC.`;

describe('an expression that cannot be calculated', () => {
  it.each([
    [
      'a product of text',
      'pieces: INT64',
      { net_amount: 'sold.pieces * sold.price' },
      `net_amount: "sold.pieces * sold.price" cannot be calculated: ${isText('price')}`,
    ],
    [
      'a comparison',
      'price: NUMERIC',
      { quantity: 'CASE WHEN pieces > 5 THEN 1 ELSE 2 END', net_amount: '0' },
      `quantity: "CASE WHEN pieces > 5 THEN 1 ELSE 2 END" cannot be calculated: ${isText('pieces')}`,
    ],
    [
      'several texts',
      '',
      {},
      'net_amount: "sold.pieces * sold.price" cannot be calculated: sold.pieces and sold.price are text. Give those that are numbers or days a type in sources.sold.types.',
    ],
    [
      'a value that is no number',
      'pieces: INT64',
      { net_amount: 'CASE WHEN sold.cost::INT > 1 THEN 1 END' },
      `net_amount: "CASE WHEN sold.cost::INT > 1 THEN 1 END" cannot be calculated: Could not convert string 'few' to INT32; ${isText('cost')}`,
    ],
    [
      'a function that is none',
      'pieces: INT64, price: STRING',
      { net_amount: 'uper(sold.pieces)' },
      'net_amount: "uper(sold.pieces)" cannot be calculated: Scalar Function with name uper does not exist!\nDid you mean "upper"?',
    ],
    [
      'one of several texts',
      'price: NUMERIC',
      {
        quantity: '1',
        net_amount: "CASE sold.article WHEN 'A' THEN -1 ELSE 1 END * sold.pieces * sold.pieces",
      },
      `net_amount: "CASE sold.article WHEN 'A' THEN -1 ELSE 1 END * sold.pieces * sold.pieces" cannot be calculated: ${isText('pieces')}`,
    ],
    [
      'a day among texts',
      'price: NUMERIC',
      { quantity: '1', net_amount: "CASE WHEN article = 'A' THEN month(sold.day) END" },
      `net_amount: "CASE WHEN article = 'A' THEN month(sold.day) END" cannot be calculated: ${isText('day').replace('NUMERIC', 'DATE')}`,
    ],
    [
      'a sum without its rows',
      'pieces: INT64, price: NUMERIC',
      { quantity: 'sum(sold.pieces)' },
      'quantity: "sum(sold.pieces)" cannot be calculated: it makes one row of several. Write OVER (), or OVER (PARTITION BY …), after the function.',
    ],
    [
      'a sum of a row and its column',
      'pieces: INT64, price: NUMERIC',
      { quantity: 'sold.pieces + max(sold.pieces)' },
      'quantity: "sold.pieces + max(sold.pieces)" cannot be calculated: it makes one row of several. Write OVER (), or OVER (PARTITION BY …), after the function.',
    ],
    [
      'types that do not go together',
      'day: DATE',
      { net_amount: 'sold.day * 2' },
      'net_amount: "sold.day * 2" cannot be calculated: No function matches the given name and argument types \'*(DATE, INTEGER_LITERAL)\'',
    ],
  ])('is named where it is %s', async (_, types, changes, message) => {
    const mapping = toSalesMapping({ sold: `{ file: sold.csv, types: { ${types} } }`, changes });
    expect(await folder.refuse(await putMapping(folder, mapping))).toMatchObject({
      code: 'mapping_invalid',
      message: `${place}.${message}`,
    });
  });

  it.each([
    ['where', 'where: sold.pieces > 5', `tables.sales_lines.where: "sold.pieces > 5"`],
    [
      'a join',
      'joins: [{ source: articles, on: articles.no = sold.article AND sold.pieces > 5 }]',
      'tables.sales_lines.joins.articles.on: "articles.no = sold.article AND sold.pieces > 5"',
    ],
  ])('is named where it is %s', async (_, more, what) => {
    const mapping = toSalesMapping({ sold: '{ file: sold.csv }', changes: { net_amount: '0' } });
    const text = mapping.replace('    from: sold\n', `    from: sold\n    ${more}\n`);
    const { message } = await folder.refuse(await putMapping(folder, text));
    expect(message).toContain(`${what} cannot be calculated: `);
    expect(message).toContain('text. Give ');
  });
});
