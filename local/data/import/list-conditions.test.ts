import { beforeEach, describe, expect, it } from 'vitest';
import { useImportFolder } from '../testing/import-folder.ts';
import { putMapping, toSalesMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
beforeEach(async () => {
  await folder.put({
    'articles.csv': 'no,title\nA,Lamp\nB,Desk\n',
    'sold.csv': 'article,pieces,price,open\nA,1,10,\nB,2,5,\nTOTAL,,GRAND TOTAL 20.00,x\n,,20.00 in all,\n',
  });
});

const sold = '{ file: sold.csv, types: { pieces: INT64, price: NUMERIC } }';
const toMapping = (more: string) =>
  toSalesMapping({ sold }).replace('    from: sold\n', `    from: sold\n    ${more}\n`);

describe('a row that where leaves out', () => {
  it.each([
    ['by its own columns', "where: sold.article <> 'TOTAL'"],
    ['by its number', 'where: _row < 4'],
    [
      'in a table with joins',
      "joins: [{ source: articles, on: no = article }]\n    where: sold.article <> 'TOTAL'",
    ],
  ])('%s may have anything in the others', async (_, more) => {
    const { counts, notes } = await folder.run(await putMapping(folder, toMapping(more)));
    expect(counts.sales_lines).toBe(2);
    expect(notes).toContain('sales_lines: 2 rows of "sold" do not meet where.');
  });

  it.each([
    ['where it is the wrong value that leaves it out', 'where: sold.price > 0'],
    [
      'where it is left out by what another source has',
      'joins: [{ source: articles, on: no = article }]\n    where: articles.no IS NOT NULL',
    ],
    ['where the condition cannot be calculated', 'where: sold.article::INT > 0'],
  ])('is told %s', async (_, more) => {
    const { message } = await folder.refuse(await putMapping(folder, toMapping(more)));
    expect(message).toContain('sold.csv, price must be a number such as 1234.5');
    expect(message).toContain('row 4: "GRAND TOTAL 20.00"');
  });

  it('is told where another table takes it', async () => {
    const other =
      '  customers: { from: sold, oneRowPer: [customer_id], columns: { customer_id: article, name: article } }\n';
    const text = toMapping("where: sold.article <> 'TOTAL'") + other;
    expect((await folder.refuse(await putMapping(folder, text))).message).toContain(
      'row 4: "GRAND TOTAL 20.00"',
    );
  });
});
