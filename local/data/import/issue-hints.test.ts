import { describe, expect, it } from 'vitest';
import { catalogFiles, goodLine, salesHeader, useImportFolder } from '../testing/import-folder.ts';
import { putMapping, toSalesMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
const articles = 'no,title\nA,Lamp\nB,Desk\n';

describe('a key that is text', () => {
  const sold = '{ file: sold.csv, types: { pieces: INT64, price: NUMERIC } }';
  const lines = 'bill,line,article,pieces,price\nR/7,1,A,1,10\nR/7,2,B,2,5\nR/8,1,A,3,10\n';
  const toMapping = (line_id: string) => toSalesMapping({ sold, changes: { line_id } });

  it('is told how it becomes a whole number', async () => {
    await folder.put({ 'articles.csv': articles, 'sold.csv': lines });
    const { message } = await folder.refuse(
      await putMapping(folder, toMapping("sold.bill || '-' || sold.line")),
    );
    expect(message).toContain('sales_lines.line_id must be a whole number such as 12: 3 rows');
    expect(message).toContain(
      "by (hash(sold.bill || '-' || sold.line) >> 1)::BIGINT. --report file.json writes each row.",
    );
  });

  it('is told so without a mapping, too, and not that it is a number with signs in it', async () => {
    const line = goodLine.replace('1,O1', 'A-1,O1');
    await folder.put({ 'sales_lines.csv': salesHeader + line, ...catalogFiles });
    expect((await folder.refuse()).message.split('\n').at(-1)).toBe(
      'Mend them, add --skip-bad-rows, or give a --mapping file (docs/data-model.md). A key that is text becomes a whole number, and the same text the same one, by (hash(sales_lines.line_id) >> 1)::BIGINT.',
    );
  });

  it('finds lines that came twice when it is made so', async () => {
    const mapping = toMapping('(hash(sold.bill, sold.line) >> 1)::BIGINT');
    await folder.put({ 'articles.csv': articles, 'sold.csv': lines });
    expect((await folder.run(await putMapping(folder, mapping))).counts.sales_lines).toBe(3);
  });

  it('is not unique where a line came twice', async () => {
    const mapping = toMapping('(hash(sold.bill, sold.line) >> 1)::BIGINT');
    await folder.put({ 'articles.csv': articles, 'sold.csv': `${lines}R/7,2,B,2,5\n` });
    const { message } = await folder.refuse(await putMapping(folder, mapping));
    expect(message).toMatch(/sold\.csv, row 5, line_id is "\d+": it must be unique/);
  });
});

it('an id that is there in other capitals is told so, and how both become alike', async () => {
  const sold = '{ file: sold.csv, types: { pieces: INT64, price: NUMERIC } }';
  await folder.put({
    'articles.csv': articles,
    'sold.csv': 'article,pieces,price\na,1,10\nB,1,10\nb,1,10\nC,1,10\n',
  });
  const { message } = await folder.refuse(await putMapping(folder, toSalesMapping({ sold })));
  expect(message.split('\n')).toEqual([
    '3 rows cannot be taken, so nothing was imported:',
    '  sales_lines.product_id must be a product_id of products in the same capitals and small letters: 2 rows, such as',
    '    sold.csv, row 2: "a"',
    '    sold.csv, row 4: "b"',
    '  sold.csv, row 5, product_id is "C": it must be a product_id of products',
    'Mend them, or add --skip-bad-rows. Ids become alike by upper(sold.article) in sales_lines and upper(no) in products.',
  ]);
});
