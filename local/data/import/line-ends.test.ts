import { describe, expect, it } from 'vitest';
import { queryVersion, useImportFolder } from '../testing/import-folder.ts';
import { putMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
const rows = (from: number, to: number, end: string) =>
  Array.from({ length: to - from + 1 }, (_, at) => `W${from + at},Place${end}`).join('');
const remedy = 'All rows must have the same: save the file anew in an editor, which gives them one.';

describe('rows that end otherwise than those above them', () => {
  it.each([
    [
      'a row appended on Linux',
      `warehouse_id,name\r\n${rows(2, 403, '\r\n')}W404,Last\n`,
      'row 404 has the line end of Linux (LF), and those above have that of Windows (CR and LF)',
    ],
    [
      'a row appended on Windows',
      `warehouse_id,name\n${rows(2, 5, '\n')}W6,Last\r\n`,
      'row 6 has the line end of Windows (CR and LF), and those above have that of Linux (LF)',
    ],
    [
      'a header of Windows',
      `warehouse_id,name\r\n${rows(2, 5, '\n')}`,
      'row 2 has the line end of Linux (LF), and those above have that of Windows (CR and LF)',
    ],
    [
      'a row of CR alone',
      `warehouse_id,name\r\n${rows(2, 3, '\r\n')}W4,Place\r${rows(5, 6, '\r\n')}`,
      'row 4 has the line end of old Macs (CR), and those above have that of Windows (CR and LF)',
    ],
    [
      'a row behind a value of several lines and a blank row',
      `warehouse_id,name\r\nW2,"North\nand ""South"""\r\n\r\n${rows(4, 5, '\r\n')}W6,Last\n`,
      'row 6 has the line end of Linux (LF), and those above have that of Windows (CR and LF)',
    ],
  ])('are named: %s', async (_, text, problem) => {
    await folder.put({ 'warehouses.csv': text });
    const { code, message } = await folder.refuse();
    expect([code, message]).toEqual(['file_unreadable', `warehouses.csv: ${problem}. ${remedy}`]);
  });

  it('are named where the file is of another encoding', async () => {
    await folder.put({ 'places.csv': `code,name\r\n${rows(2, 5, '\r\n')}W6,Last\n` });
    const text = `
sources: { place: { file: places.csv, encoding: windows-1252 } }
tables: { warehouses: { from: place, columns: { warehouse_id: place.code, name: place.name } } }
`;
    const { message } = await folder.refuse(await putMapping(folder, text));
    expect(message).toContain('places.csv: row 6 has the line end of Linux (LF)');
  });
});

it('a line end in a value and a last row without one are read', async () => {
  await folder.put({ 'warehouses.csv': 'warehouse_id,name\r\nW2,"North\nand South"\r\nW3,Place' });
  const { file } = await folder.run();
  expect(await queryVersion(file, 'SELECT count(*) FROM warehouses')).toEqual([['2']]);
});
