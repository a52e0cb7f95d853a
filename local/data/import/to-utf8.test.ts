import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { queryVersion, useImportFolder } from '../testing/import-folder.ts';
import { putMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
const text = 'code;name\nN;Café “Nord”\nS;5 €\n';
const windows = Buffer.from('code;name\nN;Caf\xe9 \x93Nord\x94\nS;5 \x80\n', 'latin1');
const unicode = Buffer.from(`\uFEFF${text}`, 'utf16le');

const put = (content: Buffer) => writeFile(join(folder.path, 'places.csv'), content);
const toMapping = (source = '') => `
sources: { place: { file: places.csv${source} } }
tables: { warehouses: { from: place, columns: { warehouse_id: place.code, name: place.name } } }
`;

describe('a file that is not in UTF-8', () => {
  it.each([
    ['windows-1252', windows],
    ['utf-16le', unicode],
    ['UTF-8', Buffer.from(text)],
  ])('is read where its source says encoding: %s', async (encoding, content) => {
    await put(content);
    const { file } = await folder.run(await putMapping(folder, toMapping(`, encoding: ${encoding}`)));
    expect(await queryVersion(file, 'SELECT name FROM warehouses ORDER BY warehouse_id')).toEqual([
      ['Café “Nord”'],
      ['5 €'],
    ]);
  });

  it('is told what reads it', async () => {
    await put(windows);
    expect((await folder.refuse(await putMapping(folder, toMapping()))).message).toContain(
      'places.csv: the file must be UTF-8, and this row is not: encoding: windows-1252 in its source of a mapping reads what most programs of Windows write',
    );
    await put(unicode);
    expect((await folder.refuse(await putMapping(folder, toMapping()))).message).toContain(
      'places.csv must be UTF-8, and its first row is not: encoding: utf-16le in its source of a mapping reads "Unicode text".',
    );
    await put(Buffer.from('code;na\xefve\n', 'latin1'));
    expect((await folder.refuse(await putMapping(folder, toMapping()))).message).toContain(
      'its first row is not: encoding: windows-1252 in its source',
    );
  });

  it('is refused where it is in another encoding', async () => {
    await put(windows);
    expect(await folder.refuse(await putMapping(folder, toMapping(', encoding: utf-8')))).toMatchObject({
      code: 'file_unreadable',
      message: 'places.csv is not in utf-8, which its source names.',
    });
  });

  it('is refused where the encoding is none', async () => {
    const { message } = await folder.refuse(await putMapping(folder, toMapping(', encoding: ansi-1')));
    expect(message).toContain('sources.place.encoding must be an encoding such as windows-1252 or utf-16le');
  });
});
