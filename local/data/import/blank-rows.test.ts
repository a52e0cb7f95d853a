import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFolder } from '../import-folder.ts';
import { findBlankRows } from './blank-rows.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tallyboard-blank-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a blank row', () => {
  it.each([
    ['between rows', 'a,b\n1,2\n\n3,4\n\n\n5,6', [3, 5, 6]],
    ['with the line ends of Windows', 'a,b\r\n1,2\r\n\r\n3,4\r\n', [3]],
    ['with the line ends of an old Macintosh', 'a,b\r1,2\r\r3,4\r', [3]],
    ['after a value of several lines', 'a,b\n1,"x\n\n""y"""\n\n3,4\n', [3]],
    ['after a value with spaces before its quote', 'a,b\n1, "x\n\ny"\n\n3,4\n', [3]],
    ['after a quote within a value', 'a,b\n5" pipe,2\n\n3"" pipe,4\n\n', [3, 5]],
    ['where the parts in which a file is read meet', `${'a,b\n'.repeat(1 << 18)}\n1,2\n`, [(1 << 18) + 1]],
    ['only where nothing stands', 'a,b\n,\n  \n1,"\n\n"', []],
  ])('is found %s', async (_, text, expected) => {
    const path = join(folder, 'a.csv');
    await writeFile(path, text);
    expect(await findBlankRows(path, ',')).toEqual(expected);
    await rm(path);
  });

  it('counts in the rows that a report names, beside broken ones', async () => {
    const before = ['product_id,sku,name,list_price', '', 'P1,A1,Saw,1', 'broken', '', ''];
    const after = ['P2,A2,"Long\n\nsaw",x', '', 'worse,', 'P3,,Bolt,1', ''];
    await writeFile(join(folder, 'products.csv'), [...before, ...after].join('\n'));
    const { issues } = await importFolder({
      folder,
      warehouseFolder: join(folder, 'versions'),
      tablesFolder: join(import.meta.dirname, '../../../bigquery/tables'),
      dataset: 'tallyboard',
      skipBadRows: true,
    });
    // The value of three lines is in one row.
    expect(issues.map(({ row, column, value }) => [row, column, value])).toEqual([
      [4, null, 'broken'],
      [7, 'list_price', 'x'],
      [9, null, 'worse,'],
      [10, 'sku', null],
    ]);
  });
});
