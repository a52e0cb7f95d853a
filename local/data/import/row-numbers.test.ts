import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { queryVersion, useImportFolder } from '../testing/import-folder.ts';
import { putMapping, toSalesMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
beforeEach(async () => {
  await folder.put({
    'articles.csv': 'no,title\nA,Lamp\nB,Desk\n',
    '2025.csv': 'article,pieces,price\nA,1,10\n\nB,2,5\n',
    '2026.csv': 'article,pieces,price\nB,3,5\nA,4,10\n',
  });
});

/** The files in another order than that of their names. */
const sold = '{ file: [2026.csv, 2025.csv], types: { pieces: INT64, price: NUMERIC } }';

describe('rows of a list of files', () => {
  it('have a _row that goes on from file to file, and a _file_row that begins anew in each', async () => {
    const changes = { order_id: "sold._file || ' ' || sold._file_row" };
    const { file, counts } = await folder.run(await putMapping(folder, toSalesMapping({ sold, changes })));
    expect(counts.sales_lines).toBe(4);
    const rows = await queryVersion(
      file,
      'SELECT line_id, order_id, quantity FROM sales_lines ORDER BY quantity',
    );
    expect(rows).toEqual([
      ['5', '2025.csv 2', '1'],
      ['7', '2025.csv 4', '2'],
      ['2', '2026.csv 2', '3'],
      ['3', '2026.csv 3', '4'],
    ]);
  });

  it('are named by their file and the row in it', async () => {
    await folder.put({ '2025.csv': 'article,pieces,price\nA,1,10\nC,2,5\n' });
    const mapping = await putMapping(folder, toSalesMapping({ sold }));
    expect((await folder.refuse(mapping)).issues).toMatchObject([{ file: '2025.csv', row: 3, value: 'C' }]);
    const { file, badRows, counts } = await folder.run({ ...mapping, skipBadRows: true });
    expect([badRows, counts.sales_lines]).toEqual([1, 3]);
    expect(await queryVersion(file, 'SELECT quantity FROM sales_lines ORDER BY line_id')).toEqual([
      ['3'],
      ['4'],
      ['1'],
    ]);
  });

  it('are taken in the order of the list where one of several is', async () => {
    await folder.put({
      'articles.csv': 'no,title\nA,Lamp\n',
      'articles-new.csv': 'no,title\nA,Lantern\n',
    });
    const text = toSalesMapping({ sold }).replace(
      'file: articles.csv',
      'file: [articles.csv, articles-new.csv]',
    );
    await folder.put({
      '2025.csv': 'article,pieces,price\nA,1,10\n',
      '2026.csv': 'article,pieces,price\nA,1,10\n',
    });
    const { file } = await folder.run(await putMapping(folder, text));
    expect(await queryVersion(file, 'SELECT name FROM products')).toEqual([['Lamp']]);
  });

  it('that is missing are not looked for in another one of the list', async () => {
    const refuse = async (list: string) =>
      (
        await folder.refuse(
          await putMapping(folder, toSalesMapping({ sold: sold.replace('2026.csv, 2025.csv', list) })),
        )
      ).message;
    expect(await refuse('2025.csv, 2024.csv')).toContain('There is no file 2024.csv in');
    expect(await refuse('2025.csv, 2024.csv')).toContain('did you mean "2026.csv"?');
    expect(await refuse('2025.csv, 2026.csv, 2024.csv')).not.toMatch(/202[56]\.csv/);
  });

  it('cannot be those of a file that is in the list twice', async () => {
    const text = toSalesMapping({ sold: sold.replace('2026.csv,', '2025.csv,') });
    expect(await folder.refuse(await putMapping(folder, text))).toMatchObject({
      code: 'mapping_invalid',
      message: `${join(folder.path, 'mapping.yaml')}: sources.sold.file has 2025.csv twice`,
    });
  });
});

it('a file may not have a column that the import adds itself', async () => {
  await folder.put({ '2025.csv': 'article,pieces,price,_file_row\nA,1,10,1\n' });
  const { message } = await folder.refuse(
    await putMapping(folder, toSalesMapping({ sold: sold.replace('2026.csv,', '') })),
  );
  expect(message).toContain('a column "_file_row", which the import adds itself');
});
